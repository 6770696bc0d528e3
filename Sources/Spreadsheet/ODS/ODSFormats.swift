/// How numbers, days and texts are shown (OpenDocument 1.3 part 3, 16.29).
enum ODSFormats {
    /// The data style for such content, and its name; both are empty for the general one.
    static func format(of content: CellStyle.Content) -> (name: String, xml: String) {
        switch content {
        case .general: ("", "")
        case .text, .note, .header:
            (
                "text",
                "<number:text-style style:name=\"text\"><number:text-content/></number:text-style>"
            )
        case .number(let decimals):
            (
                "number\(decimals)",
                "<number:number-style style:name=\"number\(decimals)\">\(digits(decimals))"
                    + "</number:number-style>"
            )
        case .percentage(let decimals):
            (
                "percentage\(decimals)",
                "<number:percentage-style style:name=\"percentage\(decimals)\">"
                    + "\(digits(decimals))<number:text>%</number:text></number:percentage-style>"
            )
        case .date(let form): dateFormat(form)
        }
    }

    private static func dateFormat(_ form: CellStyle.DateForm) -> (name: String, xml: String) {
        let isoDay =
            "<number:year number:style=\"long\"/><number:text>-</number:text>"
            + "<number:month number:style=\"long\"/><number:text>-</number:text>"
            + "<number:day number:style=\"long\"/>"
        let time =
            "<number:hours number:style=\"long\"/><number:text>:</number:text>"
            + "<number:minutes number:style=\"long\"/>"
        return switch form {
        case .words:
            date(
                "words",
                "<number:day/><number:text> </number:text>"
                    + "<number:month number:style=\"long\" number:textual=\"true\"/>"
                    + "<number:text> </number:text><number:year number:style=\"long\"/>")
        case .iso: date("iso", isoDay)
        case .moment: date("moment", isoDay + "<number:text> </number:text>" + time)
        case .time:
            (
                "time",
                "<number:time-style style:name=\"time\">\(time)<number:text>:</number:text>"
                    + "<number:seconds number:style=\"long\"/></number:time-style>"
            )
        }
    }

    private static func date(_ name: String, _ parts: String) -> (name: String, xml: String) {
        (name, "<number:date-style style:name=\"\(name)\">\(parts)</number:date-style>")
    }

    private static func digits(_ decimals: Int) -> String {
        "<number:number number:decimal-places=\"\(decimals)\" "
            + "number:min-decimal-places=\"\(decimals)\" number:min-integer-digits=\"1\"/>"
    }
}

/// The part of an OpenDocument spreadsheet that tells how cells and pages look.
///
/// The styles of cells are common styles, not automatic ones: those stand before the rows, when it
/// is not yet known which are used.
enum WrittenODSStyles {
    /// The name of the style with this number.
    static func name(_ number: Int) -> String {
        number == 0 ? "Default" : "cell\(number)"
    }

    static func masterPage(_ isLandscape: Bool) -> String {
        isLandscape ? "Landscape" : "Default"
    }

    /// The part for these styles, numbered as they come.
    static func part(_ styles: [CellStyle], language: String) -> [UInt8] {
        var xml: [UInt8] = []
        xml.append(markup: ODSParts.declaration)
        xml.append(markup: "<office:document-styles\(ODSParts.namespaces)><office:font-face-decls>")
        xml.append(markup: "<style:font-face style:name=\"Arial\" svg:font-family=\"Arial\" ")
        xml.append(markup: "style:font-family-generic=\"swiss\" style:font-pitch=\"variable\"/>")
        xml.append(markup: "</office:font-face-decls><office:styles>")
        appendDefault(language: language, to: &xml)
        var formats: [String] = []
        for (number, style) in styles.enumerated() where number > 0 {
            let (name, format) = ODSFormats.format(of: style.content)
            if !name.isEmpty, !formats.contains(name) {
                formats.append(name)
                xml.append(markup: format)
            }
            append(style, number, format: name, to: &xml)
        }
        xml.append(markup: "</office:styles>" + pages + "</office:document-styles>")
        return xml
    }

    private static func appendDefault(language: String, to xml: inout [UInt8]) {
        let parts = language.split(separator: "-", maxSplits: 1).map(String.init)
        xml.append(markup: "<style:default-style style:family=\"table-cell\">")
        xml.append(markup: "<style:text-properties style:font-name=\"Arial\" fo:font-size=\"11pt\"")
        for (name, value) in zip(["fo:language", "fo:country"], parts) {
            xml.append(markup: " \(name)=\"")
            xml.append(escaped: value)
            xml.append(markup: "\"")
        }
        xml.append(markup: "/></style:default-style>")
        xml.append(markup: "<style:style style:name=\"Default\" style:family=\"table-cell\">")
        xml.append(markup: "<style:table-cell-properties style:vertical-align=\"top\"/>")
        xml.append(markup: "</style:style>")
    }

    private static func append(
        _ style: CellStyle, _ number: Int, format: String, to xml: inout [UInt8]
    ) {
        let isHeader = style.content == .header
        xml.append(markup: "<style:style style:name=\"\(name(number))\" ")
        xml.append(markup: "style:display-name=\"\(words(style))\" ")
        xml.append(markup: "style:family=\"table-cell\" style:parent-style-name=\"Default\"")
        if !format.isEmpty { xml.append(markup: " style:data-style-name=\"\(format)\"") }
        xml.append(markup: "><style:table-cell-properties style:vertical-align=\"")
        xml.append(markup: isHeader ? "middle\"" : "top\"")
        if style.isWrapped { xml.append(markup: " fo:wrap-option=\"wrap\"") }
        if let ground = ground(style) { xml.append(markup: " fo:background-color=\"\(ground)\"") }
        if isHeader || style.box != .plain {
            xml.append(markup: " fo:border=\"0.5pt solid #808080\"")
        }
        xml.append(markup: " style:cell-protect=\"")
        xml.append(markup: style.box == .input ? "none\"/>" : "protected\"/>")
        if isHeader { xml.append(markup: "<style:text-properties fo:font-weight=\"bold\"/>") }
        xml.append(markup: "</style:style>")
    }

    private static func ground(_ style: CellStyle) -> String? {
        switch style.box {
        case .input: "#ffffcc"
        case .plain: style.content == .header ? "#d9d9d9" : nil
        case .locked: style.content == .header ? "#d9d9d9" : "#f2f2f2"
        }
    }

    /// What the style is called where a program lists them.
    private static func words(_ style: CellStyle) -> String {
        let content =
            switch style.content {
            case .general: "General"
            case .text: "Text"
            case .note: "Note"
            case .header: "Header"
            case .number(let decimals): "Number with \(decimals) decimals"
            case .percentage(let decimals): "Percentage with \(decimals) decimals"
            case .date(.words): "Date in words"
            case .date(.iso): "Date in digits"
            case .date(.moment): "Date and time"
            case .date(.time): "Time"
            }
        return switch style.box {
        case .plain: content
        case .input: content + ", to fill in"
        case .locked: content + ", to read"
        }
    }

    /// The paper: A4 upright, and across with the sheet fitted to its width.
    private static let pages: String = {
        let margin = "fo:margin=\"13mm\""
        return "<office:automatic-styles><style:page-layout style:name=\"upright\">"
            + "<style:page-layout-properties fo:page-width=\"210mm\" fo:page-height=\"297mm\" "
            + "style:print-orientation=\"portrait\" \(margin)/></style:page-layout>"
            + "<style:page-layout style:name=\"across\">"
            + "<style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\" "
            + "style:print-orientation=\"landscape\" style:scale-to-X=\"1\" "
            + "style:scale-to-Y=\"0\" \(margin)/></style:page-layout></office:automatic-styles>"
            + "<office:master-styles>"
            + "<style:master-page style:name=\"Default\" style:page-layout-name=\"upright\"/>"
            + "<style:master-page style:name=\"Landscape\" style:page-layout-name=\"across\"/>"
            + "</office:master-styles>"
    }()
}

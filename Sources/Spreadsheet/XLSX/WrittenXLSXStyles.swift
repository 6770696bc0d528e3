/// The part of a workbook that tells how cells look (ECMA-376 part 1, 18.8).
enum WrittenXLSXStyles {
    /// The part for these styles, numbered as they come.
    static func part(_ styles: [CellStyle]) -> [UInt8] {
        // Below 164 are the formats that Excel has of its own.
        var formats: [String] = []
        var cells = ""
        for style in styles {
            cells += cell(style, format: number(of: style.content, among: &formats))
        }
        var xml = XLSXParts.declaration + "<styleSheet xmlns=\"\(XLSXParts.main)\">"
        if !formats.isEmpty {
            xml += "<numFmts count=\"\(formats.count)\">"
            for (index, code) in formats.enumerated() {
                xml += "<numFmt numFmtId=\"\(index + 164)\" formatCode=\"\(code)\"/>"
            }
            xml += "</numFmts>"
        }
        xml += fonts + fills + borders
        xml +=
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
        xml += "</cellStyleXfs><cellXfs count=\"\(styles.count)\">" + cells + "</cellXfs>"
        xml += "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
        xml += "</cellStyles></styleSheet>"
        return Array(xml.utf8)
    }

    private static func cell(_ style: CellStyle, format: Int) -> String {
        let isHeader = style.content == .header
        let fill =
            switch style.box {
            case .plain: isHeader ? 2 : 0
            case .input: 3
            case .locked: isHeader ? 2 : 4
            }
        var xml = "<xf numFmtId=\"\(format)\" fontId=\"\(isHeader ? 1 : 0)\" fillId=\"\(fill)\" "
        xml += "borderId=\"\(style.box == .plain && !isHeader ? 0 : 1)\" xfId=\"0\" "
        xml += "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "
        xml += "applyAlignment=\"1\" applyProtection=\"1\">"
        xml += "<alignment vertical=\"\(isHeader ? "center" : "top")\""
        xml += style.isWrapped ? " wrapText=\"1\"/>" : "/>"
        return xml + "<protection locked=\"\(style.box == .input ? 0 : 1)\"/></xf>"
    }

    /// The number of the format that shows such content.
    private static func number(
        of content: CellStyle.Content, among formats: inout [String]
    ) -> Int {
        let code: String
        switch content {
        case .general: return 0
        case .text, .note, .header: return 49
        case .number(let decimals): code = digits(decimals)
        case .percentage(let decimals): code = digits(decimals) + "%"
        case .date(.words): code = "d mmmm yyyy"
        case .date(.iso): code = "yyyy\\-mm\\-dd"
        case .date(.moment): code = "yyyy\\-mm\\-dd hh:mm"
        case .date(.time): code = "hh:mm:ss"
        }
        if let index = formats.firstIndex(of: code) { return index + 164 }
        formats.append(code)
        return formats.count + 163
    }

    private static func digits(_ decimals: Int) -> String {
        decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    }

    private static let fonts = """
        <fonts count="2"><font><sz val="11"/><name val="Arial"/><family val="2"/></font>\
        <font><b/><sz val="11"/><name val="Arial"/><family val="2"/></font></fonts>
        """

    /// The first two are Excel's own.
    private static let fills: String = {
        let grounds = ["FFD9D9D9", "FFFFFFCC", "FFF2F2F2"].map {
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\($0)\"/></patternFill></fill>"
        }
        return "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill>" + grounds.joined() + "</fills>"
    }()

    private static let borders: String = {
        let sides = ["left", "right", "top", "bottom"].map {
            "<\($0) style=\"thin\"><color rgb=\"FF808080\"/></\($0)>"
        }
        return "<borders count=\"2\">"
            + "<border><left/><right/><top/><bottom/><diagonal/></border>"
            + "<border>" + sides.joined() + "<diagonal/></border></borders>"
    }()
}

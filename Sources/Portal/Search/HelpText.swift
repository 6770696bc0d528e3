/// What a help page says, read from its template.
struct HelpText: Equatable {
    let title: String
    let body: String

    /// Reads a template; `nil` for one whose title is only known when it is shown.
    init?(template: String) {
        guard let title = template.between("{{$title}}", "{{/title}}"),
            !title.contains("{{"), let main = template.between("{{$main}}", "{{/main}}")
        else { return nil }
        self.title = title
        body = main.withoutMarkup
    }
}

extension HelpText {
    /// The address of the page that a template below `help` makes.
    static func address(of template: String) -> String {
        template == "index" ? Links.help.href : "\(Links.help.href)/\(template)"
    }
}

extension String {
    /// What stands between two marks.
    fileprivate func between(_ opening: String, _ closing: String) -> String? {
        guard let start = firstRange(of: opening)?.upperBound,
            let end = self[start...].firstRange(of: closing)?.lowerBound
        else { return nil }
        return String(self[start..<end])
    }

    /// The text alone: without elements, names to be filled in, and the entities of markup.
    fileprivate var withoutMarkup: String {
        var bytes: [UInt8] = []
        var depth = 0
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "{"):
                depth += 1
                bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: ">"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            default: if depth == 0 { bytes.append(byte) }
            }
        }
        var text = String(decoding: bytes, as: UTF8.self)
        for (entity, meaning) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacing(entity, with: meaning)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Substring {
    fileprivate func firstRange(of text: String) -> Range<Index>? { ranges(of: text).first }
}

extension String {
    fileprivate func firstRange(of text: String) -> Range<Index>? { ranges(of: text).first }
}

import Mustache

extension TemplateLibrary {
    /// The text of every template below a folder, by its name, without what indents its lines.
    ///
    /// That is for those who write templates; pages would carry it to every reader. What keeps
    /// its blanks (`pre`, `textarea`) begins its lines at the margin.
    static func texts(below folder: Folder) throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in try folder.names(endingIn: ".mustache") {
            let text = try folder.text(of: name + ".mustache")
            texts[name] = String(decoding: unindented(text.utf8.span), as: UTF8.self)
        }
        return texts
    }

    private static func unindented(_ text: Span<UInt8>) -> [UInt8] {
        [UInt8](capacity: text.count) { bytes in
            var isAtStart = true
            for index in text.indices {
                let byte = text[index]
                let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
                if isAtStart, isBlank { continue }
                isAtStart = byte == UInt8(ascii: "\n")
                bytes.append(byte)
            }
        }
    }
}

/// The tags of a page that the portal has drawn, one after the other.
///
/// It knows no more of HTML than our own pages use: quoted attributes, and text that is escaped.
struct DrawnTags {
    struct Tag {
        let name: String
        /// Whether it ends an element.
        let isEnd: Bool
        let attributes: [String: String]
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ page: [UInt8]) {
        bytes = page
    }

    /// The next tag, or `nil` at the page's end.
    mutating func next() -> Tag? {
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = start + 1
            let isEnd = peek == UInt8(ascii: "/")
            if isEnd { place += 1 }
            let name = word()
            guard !name.isEmpty else { continue }
            return Tag(name: name.lowercased(), isEnd: isEnd, attributes: attributes())
        }
        return nil
    }

    /// The text from here to the next tag.
    mutating func text() -> String {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        defer { place = end }
        return Self.unescaped(String(decoding: bytes[place..<end], as: UTF8.self))
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func word() -> String {
        let start = place
        while let byte = peek, !Self.ends.contains(byte) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func attributes() -> [String: String] {
        var found: [String: String] = [:]
        while let byte = peek, byte != UInt8(ascii: ">") {
            let name = word()
            guard !name.isEmpty else {
                place += 1
                continue
            }
            found[name] = value()
        }
        place = min(place + 1, bytes.count)
        return found
    }

    /// What stands between the quotes behind `=`; nothing where there is none.
    private mutating func value() -> String {
        let quote = UInt8(ascii: "\"")
        guard peek == UInt8(ascii: "="), place + 1 < bytes.count, bytes[place + 1] == quote,
            let end = bytes[(place + 2)...].firstIndex(of: quote)
        else { return "" }
        defer { place = end + 1 }
        return Self.unescaped(String(decoding: bytes[(place + 2)..<end], as: UTF8.self))
    }

    private static let ends = Set(" \n\t\r/>=\"".utf8)

    /// A text with the signs for which the portal writes names or numbers.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let parts = text.split(separator: "&", omittingEmptySubsequences: false)
        var plain = String(parts[0])
        for part in parts.dropFirst() {
            guard let end = part.firstIndex(of: ";"), let sign = sign(String(part[..<end])) else {
                plain += "&" + part
                continue
            }
            plain += sign + part[part.index(after: end)...]
        }
        return plain
    }

    private static func sign(_ name: String) -> String? {
        let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}"]
        if let sign = named[name] { return sign }
        guard name.hasPrefix("#"), let number = UInt32(name.dropFirst()),
            let scalar = Unicode.Scalar(number)
        else { return nil }
        return String(Character(scalar))
    }
}

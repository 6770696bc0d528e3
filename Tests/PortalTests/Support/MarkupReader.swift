/// Reads a page as strictly as it was meant: what is opened is closed, in order.
struct MarkupReader {
    private let bytes: [UInt8]
    private var place = 0
    private var open: [Element]

    /// Elements that never have an end.
    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    /// The page as an element around all others.
    static func read(_ bytes: [UInt8]) throws(MarkupFault) -> Element {
        var reader = MarkupReader(bytes: bytes, open: [Element("")])
        while reader.place < bytes.count { try reader.next() }
        guard reader.open.count == 1 else { throw reader.fault("<\(reader.last.name)> not closed") }
        return reader.open[0]
    }

    private init(bytes: [UInt8], open: [Element]) {
        self.bytes = bytes
        self.open = open
    }

    private var last: Element { open[open.count - 1] }

    private mutating func next() throws(MarkupFault) {
        let text = take { $0 == UInt8(ascii: "<") }
        if !text.isEmpty { last.append(.text(Self.plain(text))) }
        guard place < bytes.count else { return }
        place += 1
        let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
        if isEnd { place += 1 }
        let name = take { $0 == 32 || $0 == 62 || $0 == 47 || $0 == 10 }
        if name.first == UInt8(ascii: "!") {
            _ = take { $0 == UInt8(ascii: ">") }
            place += 1
        } else if isEnd {
            try close(String(decoding: name, as: UTF8.self))
        } else {
            try begin(String(decoding: name, as: UTF8.self))
        }
    }

    private mutating func close(_ name: String) throws(MarkupFault) {
        guard last.name == name else { throw fault("</\(name)> closes <\(last.name)>") }
        open.removeLast()
        place += 1
    }

    private mutating func begin(_ name: String) throws(MarkupFault) {
        var attributes: [String: String] = [:]
        var isClosed = false
        while true {
            _ = take { $0 != 32 && $0 != 10 }
            guard place < bytes.count else { throw fault("<\(name) has no end") }
            if bytes[place] == UInt8(ascii: "/") {
                isClosed = true
                place += 1
            } else if bytes[place] == UInt8(ascii: ">") {
                place += 1
                break
            } else {
                let (key, value) = try attribute()
                guard attributes.updateValue(value, forKey: key) == nil else {
                    throw fault("<\(name)> has \(key) twice")
                }
            }
        }
        let element = Element(name, attributes)
        last.append(.element(element))
        if !isClosed, !Self.void.contains(name) { open.append(element) }
    }

    private mutating func attribute() throws(MarkupFault) -> (String, String) {
        let key = String(
            decoding: take { $0 == 61 || $0 == 32 || $0 == 62 || $0 == 47 || $0 == 10 },
            as: UTF8.self)
        guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return (key, "") }
        place += 1
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
            throw fault("the value of \(key) is not quoted")
        }
        place += 1
        let value = take { $0 == UInt8(ascii: "\"") }
        place += 1
        return (key, Self.plain(value))
    }

    private mutating func take(until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        return bytes[start..<place]
    }

    private func fault(_ words: String) -> MarkupFault {
        let line = bytes[..<min(place, bytes.count)].count { $0 == 10 } + 1
        return MarkupFault(words: "line \(line): \(words)")
    }

    /// The text with its character references read.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return text }
        var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
        var plain = String(parts.removeFirst())
        for part in parts {
            let name = part.prefix { $0 != ";" }
            plain += references[String(name)] ?? "&\(name);"
            plain += part.dropFirst(name.count + 1)
        }
        return plain
    }

    private static let references = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "apos": "'",
    ]
}

/// Where a page is not what it should be.
struct MarkupFault: Error, CustomStringConvertible {
    let words: String

    var description: String { words }
}

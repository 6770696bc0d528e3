/// The first line of a request (RFC 9112, 3): method, target and version, one space apart.
struct RequestLine {
    let method: Method
    let target: Range<Int>
    let isHTTP11: Bool

    init(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(RequestError) {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index].isToken { index += 1 }
        let name = line.lowerBound..<index
        guard !name.isEmpty, index < line.upperBound, bytes[index] == .space else {
            throw RequestError(.badRequest, "method")
        }
        index += 1
        let start = index
        while index < line.upperBound, Self.isTarget(bytes[index]) { index += 1 }
        guard index > start, index < line.upperBound, bytes[index] == .space else {
            throw RequestError(.badRequest, "target")
        }
        target = start..<index
        isHTTP11 = try Self.version(bytes, (index + 1)..<line.upperBound)
        guard let method = Self.method(bytes, name) else {
            throw RequestError(.notImplemented, "method")
        }
        self.method = method
    }

    /// Visible ASCII, and not a fragment's mark.
    private static func isTarget(_ byte: UInt8) -> Bool {
        byte > 32 && byte < 127 && byte != UInt8(ascii: "#")
    }

    private static func method(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Method? {
        if name.count == 3, bytes[name.lowerBound] == UInt8(ascii: "G"),
            bytes[name.lowerBound + 1] == UInt8(ascii: "E"),
            bytes[name.lowerBound + 2] == UInt8(ascii: "T")
        {
            return .get
        }
        return name.count > 7 ? nil : Method(rawValue: bytes.text(name))
    }

    /// Whether it is 1.1 (or a later 1.x, which is answered as 1.1) rather than 1.0.
    private static func version(
        _ bytes: Span<UInt8>, _ range: Range<Int>
    ) throws(RequestError) -> Bool {
        let start = range.lowerBound
        guard range.count == 8, bytes[start + 5].isDigit, bytes[start + 6] == UInt8(ascii: "."),
            bytes[start + 7].isDigit, bytes[start] == UInt8(ascii: "H"),
            bytes[start + 1] == UInt8(ascii: "T"), bytes[start + 2] == UInt8(ascii: "T"),
            bytes[start + 3] == UInt8(ascii: "P"), bytes[start + 4] == UInt8(ascii: "/")
        else { throw RequestError(.badRequest, "version") }
        guard bytes[start + 5] == UInt8(ascii: "1") else {
            throw RequestError(.httpVersionNotSupported, "version")
        }
        return bytes[start + 7] != UInt8(ascii: "0")
    }
}

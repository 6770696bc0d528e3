/// One field line (RFC 9112, 5): a token, a colon at once, and a value without its white space.
struct FieldLine {
    let name: Range<Int>
    let value: Range<Int>

    /// Finds the parts of a line; refuses continued lines, control characters and bare CRs.
    init(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(RequestError) {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index].isToken { index += 1 }
        guard index > line.lowerBound, index < line.upperBound, bytes[index] == UInt8(ascii: ":")
        else { throw RequestError(.badRequest, "field name") }
        name = line.lowerBound..<index
        var start = index + 1
        while start < line.upperBound, Self.isBlank(bytes[start]) { start += 1 }
        var end = line.upperBound
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        value = start..<end
        while start < end {
            guard bytes[start].isFieldContent else {
                throw RequestError(.badRequest, "field value")
            }
            start += 1
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == .space || byte == .tab
    }
}

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
        value = bytes.trimmed((index + 1)..<line.upperBound)
        guard bytes.isFieldContent(value) else { throw RequestError(.badRequest, "field value") }
    }
}

/// Takes multipart content apart (RFC 2046, 5.1.1), one part after the other.
struct MultipartReader {
    struct Part {
        let headers: Headers
        let bytes: ArraySlice<UInt8>
    }

    /// Bytes of the fields of one part.
    private static let headLimit = 8192

    private let body: [UInt8]
    /// The delimiter with the line's end that belongs to it.
    private let delimiter: [UInt8]
    private var position = 0
    private var isBegun = false

    init(_ body: [UInt8], boundary: String) {
        self.body = body
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The next part, or `nil` after the last.
    mutating func next() throws(FormError) -> Part? {
        if !isBegun { try skipPreamble() }
        if body[position...].starts(with: "--".utf8) { return nil }
        try skipLineEnd()
        let headers = try head()
        guard let end = find(delimiter, from: position) else { throw .malformed }
        let bytes = body[position..<end]
        position = end + delimiter.count
        return Part(headers: headers, bytes: bytes)
    }

    private mutating func skipPreamble() throws(FormError) {
        isBegun = true
        let first = delimiter.dropFirst(2)
        if body.starts(with: first) {
            position = first.count
        } else if let start = find(delimiter, from: 0) {
            position = start + delimiter.count
        } else {
            throw .malformed
        }
    }

    /// What follows a delimiter: perhaps white space, and the line's end.
    private mutating func skipLineEnd() throws(FormError) {
        while position < body.count, body[position] == .space || body[position] == .tab {
            position += 1
        }
        guard body[position...].starts(with: "\r\n".utf8) else { throw .malformed }
        position += 2
    }

    private mutating func head() throws(FormError) -> Headers {
        var fields: [Headers.Field] = []
        let start = position
        while true {
            guard let end = body.span.lineFeed(from: position), end > position,
                body[end - 1] == .carriageReturn, end - start <= Self.headLimit
            else { throw .malformed }
            let line = position..<(end - 1)
            position = end + 1
            if line.isEmpty { return Headers(bytes: body, fields: fields) }
            do throws(RequestError) {
                let field = try FieldLine(body.span, line)
                fields.append(Headers.Field(name: field.name, value: field.value))
            } catch {
                throw .malformed
            }
        }
    }

    private func find(_ wanted: [UInt8], from start: Int) -> Int? {
        var place = start
        // The delimiter begins with CR LF: only the places before a line feed come in question.
        while let end = body.span.lineFeed(from: place + 1) {
            if body[(end - 1)...].starts(with: wanted) { return end - 1 }
            place = end
        }
        return nil
    }
}

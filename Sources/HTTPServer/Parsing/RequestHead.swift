/// What the fields say about the message itself: its host, its length, its connection.
///
/// Anything two readers could understand differently is refused, never repaired
/// (RFC 9112, 6.3 and 11.2): that is what smuggling is made of.
struct RequestHead {
    let line: RequestLine
    private(set) var fields: [Headers.Field] = []
    private(set) var framing = Request.Framing()
    private(set) var length: Int?
    private(set) var isChunked = false
    private(set) var expectsContinue = false
    private var hosts = 0

    /// Whether content follows.
    var hasContent: Bool { isChunked || length ?? 0 > 0 }

    init(_ line: RequestLine) {
        self.line = line
        framing.isHTTP11 = line.isHTTP11
        fields.reserveCapacity(16)
    }

    mutating func add(_ field: FieldLine, _ bytes: Span<UInt8>) throws(RequestError) {
        fields.append(Headers.Field(name: field.name, value: field.value))
        switch field.name.count {
        case 4 where bytes.equals(field.name, "host"):
            hosts += 1
            guard HostField.isValid(bytes, field.value) else {
                throw RequestError(.badRequest, "Host")
            }
        case 6 where bytes.equals(field.name, "expect"):
            guard bytes.equals(field.value, "100-continue") else {
                throw RequestError(.expectationFailed, "Expect")
            }
            expectsContinue = framing.isHTTP11
        case 10 where bytes.equals(field.name, "connection"):
            readConnection(bytes, field.value)
        case 14 where bytes.equals(field.name, "content-length"):
            guard length == nil else { throw RequestError(.badRequest, "two Content-Lengths") }
            length = try Self.length(bytes, field.value)
        case 17 where bytes.equals(field.name, "transfer-encoding"):
            guard !isChunked else { throw RequestError(.badRequest, "two Transfer-Encodings") }
            try Self.checkCoding(bytes, field.value)
            isChunked = true
        default:
            break
        }
    }

    /// What can be said only when all fields are known.
    func check() throws(RequestError) {
        guard hosts == 1 || (hosts == 0 && !framing.isHTTP11) else {
            throw RequestError(.badRequest, hosts == 0 ? "no Host" : "two Hosts")
        }
        if isChunked {
            guard length == nil else {
                throw RequestError(.badRequest, "Transfer-Encoding and Content-Length")
            }
            guard framing.isHTTP11 else {
                throw RequestError(.badRequest, "Transfer-Encoding in HTTP/1.0")
            }
        }
    }

    private mutating func readConnection(_ bytes: Span<UInt8>, _ value: Range<Int>) {
        var start = value.lowerBound
        while start < value.upperBound {
            var end = start
            while end < value.upperBound, bytes[end] != UInt8(ascii: ",") { end += 1 }
            let option = bytes.trimmed(start..<end)
            if bytes.equals(option, "close") { framing.asksToClose = true }
            if bytes.equals(option, "keep-alive") { framing.asksToKeep = true }
            start = end + 1
        }
    }

    /// Digits and nothing else; no leading zero, which some would read as octal.
    private static func length(
        _ bytes: Span<UInt8>, _ value: Range<Int>
    ) throws(RequestError) -> Int {
        guard !value.isEmpty, value.count == 1 || bytes[value.lowerBound] != UInt8(ascii: "0")
        else { throw RequestError(.badRequest, "Content-Length") }
        var length = 0
        var isTooLarge = false
        for index in value {
            guard bytes[index].isDigit else { throw RequestError(.badRequest, "Content-Length") }
            let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
            let (sum, overflow2) = tens.addingReportingOverflow(Int(bytes[index] - 48))
            if overflow || overflow2 { isTooLarge = true }
            length = isTooLarge ? 0 : sum
        }
        if isTooLarge { throw RequestError(.contentTooLarge, "Content-Length") }
        return length
    }

    /// Only `chunked`: another coding that ends in it is 501, all else is 400.
    private static func checkCoding(
        _ bytes: Span<UInt8>, _ value: Range<Int>
    ) throws(RequestError) {
        if bytes.equals(value, "chunked") { return }
        let codings = bytes.array(value).split(
            separator: UInt8(ascii: ","), omittingEmptySubsequences: false
        ).map { $0.filter { $0 != .space && $0 != .tab } }
        let isList = codings.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isToken) }
        let chunked = codings.count { $0.equalsIgnoringCase("chunked") }
        guard isList, chunked == 1, codings.last?.equalsIgnoringCase("chunked") == true else {
            throw RequestError(.badRequest, "Transfer-Encoding")
        }
        throw RequestError(.notImplemented, "transfer coding")
    }
}

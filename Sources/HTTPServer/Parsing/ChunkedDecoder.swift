/// Takes chunked content apart (RFC 9112, 7.1).
///
/// Extensions and trailers are checked, bounded and forgotten.
struct ChunkedDecoder {
    private enum Stage {
        case size
        case data(Int)
        case dataEnd
        case trailers
    }

    /// Bytes of content that are taken.
    private let bodyLimit: Int
    /// Bytes of all extensions, and of all trailers.
    private let limit: Int

    private var stage = Stage.size
    private var extensions = 0
    private var trailers = 0

    init(bodyLimit: Int, limit: Int) {
        self.bodyLimit = bodyLimit
        self.limit = limit
    }

    /// Takes what it can from `bytes` at `position` on; true when the content is whole.
    mutating func decode(
        _ bytes: Span<UInt8>, _ position: inout Int, into content: inout IncomingContent
    ) throws(RequestError) -> Bool {
        while true {
            switch stage {
            case .size:
                guard let line = try Self.line(bytes, position, limit: limit) else {
                    return false
                }
                let size = try chunkSize(bytes, line)
                guard size <= bodyLimit - content.count else {
                    throw RequestError(.contentTooLarge, "chunked content")
                }
                position = line.upperBound + 2
                stage = size == 0 ? .trailers : .data(size)
            case .data(let size):
                let count = min(size, bytes.count - position)
                try content.append(bytes, position..<(position + count))
                position += count
                guard count == size else {
                    stage = .data(size - count)
                    return false
                }
                stage = .dataEnd
            case .dataEnd:
                if position < bytes.count, bytes[position] != .carriageReturn {
                    throw RequestError(.badRequest, "chunk longer than its size")
                }
                guard position + 2 <= bytes.count else { return false }
                guard bytes[position + 1] == .lineFeed else {
                    throw RequestError(.badRequest, "chunk longer than its size")
                }
                position += 2
                stage = .size
            case .trailers:
                guard let line = try Self.line(bytes, position, limit: limit) else {
                    return false
                }
                try checkTrailer(bytes, line)
                position = line.upperBound + 2
                if line.isEmpty { return true }
            }
        }
    }

    /// The line at `position` without its CRLF, or `nil` if its end has not come.
    private static func line(
        _ bytes: Span<UInt8>, _ position: Int, limit: Int
    ) throws(RequestError) -> Range<Int>? {
        let end = bytes.lineFeed(from: position)
        guard (end ?? bytes.count) - position <= limit else {
            throw RequestError(.badRequest, "line too long in chunked content")
        }
        guard let end else { return nil }
        guard end > position, bytes[end - 1] == .carriageReturn else {
            throw RequestError(.badRequest, "bare LF in chunked content")
        }
        return position..<(end - 1)
    }

    private mutating func chunkSize(
        _ bytes: Span<UInt8>, _ line: Range<Int>
    ) throws(RequestError) -> Int {
        var size = 0
        var index = line.lowerBound
        while index < line.upperBound, let digit = bytes[index].hexValue {
            guard size < 1 << 56, index - line.lowerBound < 32 else {
                throw RequestError(.badRequest, "chunk size")
            }
            size = size << 4 | Int(digit)
            index += 1
        }
        guard index > line.lowerBound else { throw RequestError(.badRequest, "chunk size") }
        extensions += line.upperBound - index
        guard extensions <= limit else {
            throw RequestError(.badRequest, "chunk extensions")
        }
        var rest = index
        while rest < line.upperBound, bytes[rest].isBlank { rest += 1 }
        guard
            index == line.upperBound || (rest < line.upperBound && bytes[rest] == UInt8(ascii: ";"))
        else { throw RequestError(.badRequest, "chunk size") }
        while rest < line.upperBound {
            guard bytes[rest].isFieldContent else {
                throw RequestError(.badRequest, "chunk extension")
            }
            rest += 1
        }
        return size
    }

    private mutating func checkTrailer(
        _ bytes: Span<UInt8>, _ line: Range<Int>
    ) throws(RequestError) {
        trailers += line.count + 2
        guard trailers <= limit else {
            throw RequestError(.requestHeaderFieldsTooLarge, "trailers")
        }
        if line.isEmpty { return }
        let field = try FieldLine(bytes, line)
        let framing: [StaticString] = [
            "content-length", "transfer-encoding", "host", "trailer", "content-encoding",
        ]
        for name in framing where bytes.equals(field.name, name) {
            throw RequestError(.badRequest, "\(name) as a trailer")
        }
    }
}

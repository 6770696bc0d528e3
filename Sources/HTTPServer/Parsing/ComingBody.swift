/// A request whose content is still coming, and how much of it there is to come.
struct ComingBody {
    enum Framing {
        /// So many bytes.
        case length(Int)
        case chunks(ChunkedDecoder)
    }

    private let request: Request
    private(set) var content: IncomingContent
    private var framing: Framing

    init(request: Request, content: IncomingContent, framing: Framing) {
        self.request = request
        self.content = content
        self.framing = framing
    }

    /// Takes what it can from `bytes` at `position` on; true when the content is whole.
    mutating func read(
        _ bytes: Span<UInt8>, _ position: inout Int
    ) throws(RequestError) -> Bool {
        switch framing {
        case .length(let left):
            let count = min(left, bytes.count - position)
            try content.append(bytes, position..<(position + count))
            position += count
            framing = .length(left - count)
            return count == left
        case .chunks(var decoder):
            let isWhole = try decoder.decode(bytes, &position, into: &content)
            framing = .chunks(decoder)
            return isWhole
        }
    }

    /// The request with its content.
    consuming func finish() throws(RequestError) -> Request {
        var request = request
        request.content = try content.finish()
        return request
    }
}

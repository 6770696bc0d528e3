/// What is on its way out: a head, and content that is sent without being copied.
struct Output {
    var head: [UInt8] = []
    var content: [UInt8] = []
    private(set) var sentHead = 0
    private(set) var sentContent = 0
    private(set) var stream: BodyStream?
    private var isChunked = false
    private var isInChunk = false

    var isSent: Bool { sentHead == head.count && sentContent == content.count }

    mutating func advance(by count: Int) {
        let ofHead = min(count, head.count - sentHead)
        sentHead += ofHead
        sentContent += count - ofHead
    }

    mutating func clear() {
        head.removeAll(keepingCapacity: true)
        content = []
        sentHead = 0
        sentContent = 0
        stream = nil
        isInChunk = false
    }

    /// Content will follow piece by piece.
    mutating func follow(with stream: BodyStream, chunked: Bool) {
        self.stream = stream
        isChunked = chunked
    }

    /// Takes the next piece of the stream; false if it failed.
    mutating func refill() -> Bool {
        guard let stream else { return true }
        let piece: [UInt8]?
        do { piece = try stream.next() } catch { return false }
        let wasInChunk = isInChunk
        clear()
        if let piece {
            self.stream = stream
            isInChunk = wasInChunk
            // An empty chunk would mean the end.
            if piece.isEmpty { return true }
            content = piece
        }
        guard isChunked else { return true }
        if wasInChunk { head.append("\r\n") }
        head.append(hex: content.count)
        head.append("\r\n")
        if piece == nil { head.append("\r\n") }
        isInChunk = piece != nil
        return true
    }
}

/// What is on its way out: a head, and content that is sent without being copied.
struct Output {
    var head: [UInt8] = []
    private(set) var content: [UInt8] = []
    private(set) var sentHead = 0
    private(set) var sentContent = 0
    /// Where in `content` what is to be sent ends.
    private(set) var contentEnd = 0
    private(set) var file: OpenFile?
    /// What is still to be sent of the file.
    private(set) var fileRest = 0..<0
    private(set) var stream: BodyStream?
    private var compressor: Gzip?
    private var isChunked = false
    private var isInChunk = false
    /// Whether the stream has given its last piece.
    private var isStreamOver = false

    var isHeadSent: Bool { sentHead == head.count }
    var isSent: Bool { isHeadSent && sentContent == contentEnd && fileRest.isEmpty }
    /// Whether content is on its way whose end is the connection's.
    var endsWithConnection: Bool { stream != nil && !isChunked }

    mutating func advance(by count: Int) {
        let ofHead = min(count, head.count - sentHead)
        sentHead += ofHead
        sentContent += count - ofHead
    }

    mutating func advanceInFile(by count: Int) {
        fileRest = fileRest.lowerBound + count..<fileRest.upperBound
    }

    mutating func clear() {
        head.removeAll(keepingCapacity: true)
        sentHead = 0
        isInChunk = false
        isStreamOver = false
        stream = nil
        compressor = nil
        file = nil
        fileRest = 0..<0
        put([], 0..<0)
    }

    private mutating func put(_ bytes: [UInt8], _ range: Range<Int>) {
        content = bytes
        sentContent = range.lowerBound
        contentEnd = range.upperBound
    }

    /// A part of bytes follows the head.
    mutating func follow(with bytes: [UInt8], _ range: Range<Int>) {
        put(bytes, range)
    }

    /// A part of a file follows the head.
    mutating func follow(with file: OpenFile, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        self.file = file
        fileRest = range
    }

    /// Content will follow piece by piece, compressed if there is a compressor.
    mutating func follow(with stream: BodyStream, chunked: Bool, _ compressor: Gzip?) {
        self.stream = stream
        self.compressor = compressor
        isChunked = chunked
    }

    /// Takes the next piece of the stream; false if it failed.
    ///
    /// One piece, even where the compressor keeps it for later: another turn, another piece.
    mutating func refill() -> Bool {
        guard let stream else { return true }
        var piece: [UInt8] = []
        if !isStreamOver {
            let next: [UInt8]?
            do { next = try stream.next() } catch { return false }
            isStreamOver = next == nil
            if let compressor {
                guard let compressed = compressor.add(next) else { return false }
                piece = compressed
            } else {
                piece = next ?? []
            }
        }
        head.removeAll(keepingCapacity: true)
        sentHead = 0
        put(piece, 0..<piece.count)
        // An empty chunk would mean the end.
        if !piece.isEmpty || isStreamOver { frame() }
        return true
    }

    /// Writes what stands before this chunk, with the end of the one before, or the end of all.
    private mutating func frame() {
        if isChunked {
            if isInChunk { head.append("\r\n") }
            head.append(hex: content.count)
            head.append("\r\n")
            isInChunk = true
        }
        guard content.isEmpty else { return }
        if isChunked { head.append("\r\n") }
        stream = nil
        compressor = nil
    }
}

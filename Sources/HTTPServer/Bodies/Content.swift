/// The content of a request, or a part of it, whether it lies in memory or in a file.
///
/// Content up to `Limits.memoryBody` is in memory. What is larger was written as it came to a
/// file without a name, which is read as memory here: the system brings its pages in and may
/// drop them again, so that a large file is never held whole. The file is gone with the last
/// `Content` that refers to it, however the program ends.
public struct Content: Sendable {
    private enum Storage {
        case memory([UInt8])
        case file(MappedFile)
    }

    private let storage: Storage
    private let range: Range<Int>

    /// Takes bytes in memory.
    public init(_ bytes: [UInt8] = []) {
        storage = .memory(bytes)
        range = 0..<bytes.count
    }

    /// Takes a whole file.
    init(_ file: MappedFile) {
        storage = .file(file)
        range = 0..<file.count
    }

    private init(_ storage: Storage, _ range: Range<Int>) {
        self.storage = storage
        self.range = range
    }

    /// Bytes of it.
    public var count: Int { range.count }

    /// Whether there is none.
    public var isEmpty: Bool { range.isEmpty }

    /// Whether it lies in memory, and not in a file.
    public var isInMemory: Bool {
        switch storage {
        case .memory: true
        case .file: false
        }
    }

    /// All bytes, in memory; those of a file are copied, so ask only for what is small.
    public var bytes: [UInt8] {
        if case .memory(let bytes) = storage, range == 0..<bytes.count { return bytes }
        return withBytes { $0.array(0..<$0.count) }
    }

    /// Shows the bytes, without a copy, for as long as `body` takes.
    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch storage {
        case .memory(let bytes): try body(bytes.span.extracting(range))
        case .file(let file): try file.withBytes(range, body)
        }
    }

    /// Shows the bytes in pieces of at most `count`, in their order.
    public func forEachPiece<Failure: Error>(
        ofAtMost count: Int = 65_536, _ body: (Span<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(count > 0, "a piece has at least one byte")
        try withBytes { bytes throws(Failure) in
            var start = 0
            while start < bytes.count {
                let end = min(start + count, bytes.count)
                try body(bytes.extracting(start..<end))
                start = end
            }
        }
    }

    /// A part of it, which keeps the whole alive; places count from its own beginning.
    public func part(_ part: Range<Int>) -> Content {
        precondition(part.lowerBound >= 0 && part.upperBound <= count, "outside the content")
        let start = range.lowerBound
        return Content(storage, (start + part.lowerBound)..<(start + part.upperBound))
    }
}

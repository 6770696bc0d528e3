/// Content that is still coming: in memory while it is small, else in a file.
struct IncomingContent {
    /// What is held of it, and where.
    struct Extent: Equatable {
        /// Bytes in memory.
        var memory = 0
        /// Bytes in a file.
        var file = 0
    }

    private let memoryLimit: Int
    private let folder: String
    /// All of it, or what is still to be written to the file: many small pieces, one write.
    private var bytes: [UInt8] = []
    private var file: TemporaryFile?
    private var written = 0

    init(memoryLimit: Int, folder: String) {
        self.memoryLimit = memoryLimit
        self.folder = folder
    }

    var count: Int { written + bytes.count }

    var extent: Extent { Extent(memory: bytes.count, file: written) }

    mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) throws(RequestError) {
        source.append(range, to: &bytes)
        guard bytes.count > memoryLimit else { return }
        do throws(SystemError) { try spool() } catch { throw RequestError(keeping: error) }
    }

    /// The content, now that it is whole.
    mutating func finish() throws(RequestError) -> Content {
        if file == nil { return Content(bytes) }
        do throws(SystemError) {
            return Content(try spool().mapped(written))
        } catch {
            throw RequestError(keeping: error)
        }
    }

    @discardableResult private mutating func spool() throws(SystemError) -> TemporaryFile {
        let file: TemporaryFile
        if let begun = self.file { file = begun } else { file = try .make(in: folder) }
        self.file = file
        try file.append(bytes.span)
        written += bytes.count
        bytes.removeAll(keepingCapacity: true)
        return file
    }
}

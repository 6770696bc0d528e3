/// Writes a ZIP archive piece by piece (APPNOTE.TXT 6.3, without ZIP64).
///
/// A part whose length is not known when it begins has a data descriptor after it. Names of parts
/// are ASCII.
struct ZipWriter {
    private let moment: DOSMoment
    private let deflation = Deflation()
    private var entries: [WrittenZipEntry] = []
    private var open: WrittenZipEntry?
    private var bytes: [UInt8] = []
    /// How many bytes were given away.
    private var taken = 0

    init(_ moment: DOSMoment) {
        self.moment = moment
    }

    /// Writes a whole part as it is, without compression.
    mutating func store(_ name: String, _ content: [UInt8]) throws(SheetError) {
        deflation.begin()
        var unused: [UInt8] = []
        // Only for its checksum.
        guard deflation.add(content, isLast: true, to: &unused) else { throw Self.failure }
        let part = PackedPart(
            bytes: content, checksum: deflation.checksum, size: content.count, isDeflated: false)
        try add(name, part)
    }

    /// Writes a whole part compressed.
    mutating func deflate(_ name: String, _ content: [UInt8]) throws(SheetError) {
        deflation.begin()
        var packed: [UInt8] = []
        guard deflation.add(content, isLast: true, to: &packed) else { throw Self.failure }
        try add(name, PackedPart(bytes: packed, checksum: deflation.checksum, size: content.count))
    }

    /// Writes a part that has been compressed.
    mutating func add(_ name: String, _ part: PackedPart) throws(SheetError) {
        var entry = WrittenZipEntry(name: name, offset: length, moment: moment)
        entry.isDeflated = part.isDeflated
        entry.checksum = part.checksum
        entry.size = part.size
        entry.packedSize = part.bytes.count
        bytes.append(contentsOf: entry.localHeader)
        bytes.append(contentsOf: part.bytes)
        try keep(entry)
    }

    /// Begins a part that is compressed as it comes.
    mutating func begin(_ name: String) {
        deflation.begin()
        var entry = WrittenZipEntry(name: name, offset: length, moment: moment)
        entry.isStreamed = true
        bytes.append(contentsOf: entry.localHeader)
        entry.dataOffset = length
        open = entry
    }

    /// Writes the next piece of the part that was begun.
    mutating func write(_ piece: [UInt8]) throws(SheetError) {
        guard deflation.add(piece, isLast: false, to: &bytes) else { throw Self.failure }
        guard deflation.size <= Self.limit, length <= Self.limit else { throw Self.tooLarge }
    }

    /// Ends the part that was begun.
    mutating func end() throws(SheetError) {
        guard var entry = open else { return }
        open = nil
        guard deflation.add([], isLast: true, to: &bytes) else { throw Self.failure }
        entry.checksum = deflation.checksum
        entry.size = deflation.size
        entry.packedSize = length - entry.dataOffset
        try keep(entry)
        bytes.append(contentsOf: entry.dataDescriptor)
    }

    /// Ends the archive.
    mutating func finish() throws(SheetError) {
        let start = length
        for entry in entries { bytes.append(contentsOf: entry.centralHeader) }
        let end = length
        guard end <= Self.limit, entries.count <= Int(UInt16.max) else { throw Self.tooLarge }
        bytes.append(littleEndian: 0x0605_4B50)
        bytes.append(contentsOf: [0, 0, 0, 0])
        bytes.append(shortLittleEndian: entries.count)
        bytes.append(shortLittleEndian: entries.count)
        bytes.append(littleEndian: end - start)
        bytes.append(littleEndian: start)
        bytes.append(contentsOf: [0, 0])
    }

    /// Gives away what has been written and not yet taken.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        taken += bytes.count
        return bytes
    }

    private mutating func keep(_ entry: WrittenZipEntry) throws(SheetError) {
        guard entry.size <= Self.limit, length <= Self.limit else { throw Self.tooLarge }
        entries.append(entry)
    }

    private var length: Int { taken + bytes.count }

    /// Beyond this ZIP64 would be needed.
    private static let limit = Int(UInt32.max) - 1
    private static let tooLarge = SheetError(
        reason: "the workbook would be larger than 4 GB; ask for less of it at a time")
    static let failure = SheetError(
        reason: "the workbook could not be compressed; there may be too little memory")
}

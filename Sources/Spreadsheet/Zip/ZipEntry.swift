/// One file of a ZIP archive, by the central directory.
struct ZipEntry: Sendable {
    /// With `/` between folders.
    let name: String
    /// 0 for stored, 8 for deflated; anything else is not read.
    let method: Int
    let checksum: UInt32
    /// The length inflated.
    let size: Int
    /// Where its local header begins.
    let header: Int
    /// Where its bytes lie in the file.
    let data: Range<Int>

    /// Reads a header of the central directory (APPNOTE 4.3.12) and the local header that it
    /// points to, and `next` as where the following one begins.
    init(
        at place: Int, in directory: ZipDirectory, of file: ZipBytes, next: inout Int
    ) throws(SheetError) {
        guard file.uint32(at: place) == 0x0201_4B50, let flags = file.uint16(at: place + 8),
            let method = file.uint16(at: place + 10), let checksum = file.uint32(at: place + 16),
            let nameLength = file.uint16(at: place + 28),
            let extraLength = file.uint16(at: place + 30),
            let commentLength = file.uint16(at: place + 32),
            let bytes = file.slice(at: place + 46, count: nameLength)
        else { throw .damaged("its directory is wrong") }
        next = place + 46 + nameLength + extraLength + commentLength
        guard next <= directory.end else { throw .damaged("its directory is cut off") }
        // Bit 0 is encryption, 6 strong encryption, 13 a hidden directory.
        guard flags & 0x2041 == 0 else {
            throw SheetError(
                reason: "the file is protected by a password; save it without one")
        }
        name = try Self.name(bytes)
        self.method = method
        self.checksum = UInt32(truncatingIfNeeded: checksum)
        let sizes = try ZipSizes(
            at: place, extra: place + 46 + nameLength..<place + 46 + nameLength + extraLength,
            of: file)
        size = sizes.inflated
        header = sizes.header
        let local = ZipLocalHeader(at: sizes.header, of: file)
        guard let local, local.name.elementsEqual(bytes), local.method == method,
            local.flags & 0x2041 == 0, local.agrees(with: sizes, checksum: checksum),
            local.end <= directory.start, sizes.compressed <= directory.start - local.end
        else { throw .damaged("«\(name)» is not as its directory says") }
        data = local.end..<local.end + sizes.compressed
    }

    /// A name, of which none may lead out of the archive although nothing is ever unpacked.
    private static func name(_ bytes: ArraySlice<UInt8>) throws(SheetError) -> String {
        // Without UTF-8 the alphabet is a matter of opinion; names that matter are ASCII.
        let name =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        let plain = String(name.map { $0 == "\\" ? "/" : $0 })
        guard !plain.isEmpty, !plain.hasPrefix("/"), !plain.utf8.contains(0),
            !plain.split(separator: "/").contains("..")
        else { throw .damaged("a part of it has a name that no program gives") }
        return plain
    }
}

/// Lengths and place of an entry, with those of the ZIP64 extra field (APPNOTE 4.5.3).
struct ZipSizes {
    let compressed: Int
    let inflated: Int
    let header: Int

    init(at place: Int, extra: Range<Int>, of file: ZipBytes) throws(SheetError) {
        var fields = Self.zip64Fields(in: extra, of: file)
        func field(_ at: Int) -> Int? {
            guard let number = file.uint32(at: at) else { return nil }
            guard number == 0xFFFF_FFFF else { return number }
            guard fields.count >= 8, let wide = file.uint64(at: fields.lowerBound) else {
                return nil
            }
            fields = fields.lowerBound + 8..<fields.upperBound
            return wide
        }
        guard let inflated = field(place + 24), let compressed = field(place + 20),
            let header = field(place + 42)
        else { throw .damaged("its directory is wrong") }
        self.inflated = inflated
        self.compressed = compressed
        self.header = header
    }

    private static func zip64Fields(in extra: Range<Int>, of file: ZipBytes) -> Range<Int> {
        var at = extra.lowerBound
        while at + 4 <= extra.upperBound, let id = file.uint16(at: at),
            let length = file.uint16(at: at + 2), at + 4 + length <= extra.upperBound
        {
            if id == 1 { return at + 4..<at + 4 + length }
            at += 4 + length
        }
        return at..<at
    }
}

/// The header before the bytes of an entry (APPNOTE 4.3.7), which must not contradict the
/// directory: programs differ in which of them they believe.
struct ZipLocalHeader {
    let flags: Int
    let method: Int
    let name: ArraySlice<UInt8>
    /// Where the bytes of the entry begin.
    let end: Int
    private let checksum: Int
    private let compressed: Int
    private let inflated: Int

    init?(at place: Int, of file: ZipBytes) {
        guard place >= 0, place < file.count, file.uint32(at: place) == 0x0403_4B50,
            let flags = file.uint16(at: place + 6), let method = file.uint16(at: place + 8),
            let checksum = file.uint32(at: place + 14),
            let compressed = file.uint32(at: place + 18),
            let inflated = file.uint32(at: place + 22),
            let nameLength = file.uint16(at: place + 26),
            let extraLength = file.uint16(at: place + 28),
            let name = file.slice(at: place + 30, count: nameLength)
        else { return nil }
        self.flags = flags
        self.method = method
        self.checksum = checksum
        self.compressed = compressed
        self.inflated = inflated
        self.name = name
        end = place + 30 + nameLength + extraLength
    }

    /// Bit 3 says that checksum and lengths come after the bytes; then they are not here.
    func agrees(with sizes: ZipSizes, checksum: Int) -> Bool {
        if flags & 8 != 0 { return true }
        return self.checksum == checksum
            && (compressed == sizes.compressed || compressed == 0xFFFF_FFFF)
            && (inflated == sizes.inflated || inflated == 0xFFFF_FFFF)
    }
}

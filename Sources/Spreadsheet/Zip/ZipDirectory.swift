/// Where the central directory of a ZIP archive lies, by its end record (APPNOTE 4.3.16, 4.3.14).
struct ZipDirectory {
    let start: Int
    let end: Int
    let entries: Int

    /// Finds the end record, behind which a comment and some bytes more may follow.
    init(of file: ZipBytes) throws(SheetError) {
        let first = max(0, file.count - Self.recordBytes - Int(UInt16.max))
        var place = file.count - Self.recordBytes
        while place >= first, !Self.isEndRecord(at: place, of: file) { place -= 1 }
        guard place >= first, place >= 0 else {
            throw .damaged("its end is missing; it may have been cut off on its way")
        }
        guard let disk = file.uint16(at: place + 4), let firstDisk = file.uint16(at: place + 6),
            let entries = file.uint16(at: place + 10), let size = file.uint32(at: place + 12),
            let start = file.uint32(at: place + 16)
        else { throw .damaged("its end is cut off") }
        if entries == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            self = try ZipDirectory(zip64Before: place, of: file)
        } else {
            guard disk == 0, firstDisk == 0 else { throw .damaged("it is one part of several") }
            try self.init(start: start, size: size, entries: entries, before: place)
        }
    }

    /// Reads the record of a ZIP64 archive, which a locator just before the end record points to.
    private init(zip64Before place: Int, of file: ZipBytes) throws(SheetError) {
        guard file.uint32(at: place - 20) == 0x0706_4B50,
            let record = file.uint64(at: place - 12), record < place,
            file.uint32(at: record) == 0x0606_4B50, file.uint32(at: record + 16) == 0,
            let entries = file.uint64(at: record + 32), let size = file.uint64(at: record + 40),
            let start = file.uint64(at: record + 48)
        else { throw .damaged("its ZIP64 record is wrong") }
        try self.init(start: start, size: size, entries: entries, before: record)
    }

    private init(start: Int, size: Int, entries: Int, before limit: Int) throws(SheetError) {
        guard start <= limit, size <= limit - start else {
            throw .damaged("its directory is not where it says")
        }
        self.start = start
        end = start + size
        self.entries = entries
    }

    private static let recordBytes = 22

    private static func isEndRecord(at place: Int, of file: ZipBytes) -> Bool {
        guard place >= 0, file.bytes[place] == 0x50, file.uint32(at: place) == 0x0605_4B50,
            let comment = file.uint16(at: place + 20)
        else { return false }
        return place + recordBytes + comment <= file.count
    }
}

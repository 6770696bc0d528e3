/// Makes ZIP archives by hand, wrong ones too.
struct ZipMaker {
    struct Entry {
        var name: String
        var data: [UInt8]
        /// Whether the data are deflated already.
        var isDeflated = false
        /// The length inflated, where it is not that of the data.
        var size: Int?
        var checksum: UInt32?
        var flags = 0
        /// The name in the local header, where it is another.
        var localName: String?
        /// Where the local header is said to be, where it is elsewhere.
        var place: Int?
        /// Whether the lengths are in a ZIP64 field.
        var isZIP64 = false
    }

    var entries: [Entry] = []
    var comment: [UInt8] = []
    /// Whether the end record is one of ZIP64.
    var isZIP64 = false

    init(_ entries: KeyValuePairs<String, String> = [:]) {
        self.entries = entries.map { Entry(name: $0, data: Array($1.utf8)) }
    }

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let header = entry.place ?? file.count
            file += number(0x0403_4B50, 4) + number(20, 2) + fields(entry)
            let localName = Array((entry.localName ?? entry.name).utf8)
            file += number(localName.count, 2) + number(0, 2) + localName + entry.data
            let size = entry.size ?? entry.data.count
            let extra =
                entry.isZIP64
                ? number(1, 2) + number(16, 2) + number(size, 8) + number(entry.data.count, 8) : []
            directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + fields(entry)
            directory += number(entry.name.utf8.count, 2) + number(extra.count, 2) + number(0, 2)
            directory += number(0, 2) + number(0, 2) + number(0, 4) + number(header, 4)
            directory += Array(entry.name.utf8) + extra
        }
        let start = file.count
        file += directory
        if isZIP64 {
            let record = file.count
            file += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2)
            file += number(0, 4) + number(0, 4) + number(entries.count, 8)
            file += number(entries.count, 8) + number(directory.count, 8) + number(start, 8)
            file += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
        }
        let count = isZIP64 ? 0xFFFF : entries.count
        file += number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
        file += number(isZIP64 ? 0xFFFF_FFFF : directory.count, 4)
        file += number(isZIP64 ? 0xFFFF_FFFF : start, 4)
        return file + number(comment.count, 2) + comment
    }

    /// Zero bytes, so many times 258 and one more, deflated.
    static func zeros(times258 count: Int) -> [UInt8] {
        // A last block of fixed codes: a zero, then lengths of 258 at a distance of one, whose
        // codes are 13 bits long: the bytes repeat after 13 of them.
        var bits = "110" + "00110000"
        for _ in 0..<24 { bits += "1100010100000" }
        let start = stride(from: 0, to: 28 * 8, by: 8).map { place in
            bits.dropFirst(place).prefix(8).reversed().reduce(UInt8(0)) {
                $0 << 1 | ($1 == "1" ? 1 : 0)
            }
        }
        var bytes = Array(start[..<2])
        for _ in 0..<count / 8 { bytes += start[2..<15] }
        return bytes
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
        }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { (index: UInt32) -> UInt32 in
        var crc = index
        for _ in 0..<8 {
            crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1
        }
        return crc
    }

    /// What local and central headers have in common, from the flags to the lengths.
    private func fields(_ entry: Entry) -> [UInt8] {
        let checksum = entry.checksum ?? Self.checksum(entry.data)
        let size = entry.size ?? entry.data.count
        var fields = number(entry.flags, 2)
        fields += number(entry.isDeflated ? 8 : 0, 2)
        fields += number(0, 4)
        fields += number(Int(checksum), 4)
        fields += number(entry.isZIP64 ? 0xFFFF_FFFF : entry.data.count, 4)
        fields += number(entry.isZIP64 ? 0xFFFF_FFFF : size, 4)
        return fields
    }

    private func number(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}

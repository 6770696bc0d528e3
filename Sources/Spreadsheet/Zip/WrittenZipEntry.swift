/// What a ZIP archive says of one of its parts, in three places (APPNOTE.TXT 4.3).
struct WrittenZipEntry {
    let name: String
    /// Where its local header is.
    let offset: Int
    let moment: DOSMoment
    var isDeflated = true
    /// Whether length and checksum stand after the part.
    var isStreamed = false
    var checksum: UInt32 = 0
    var size = 0
    var packedSize = 0
    /// Where its content begins.
    var dataOffset = 0

    init(name: String, offset: Int, moment: DOSMoment) {
        self.name = name
        self.offset = offset
        self.moment = moment
    }

    /// What stands before the content.
    var localHeader: [UInt8] {
        var header: [UInt8] = []
        header.append(littleEndian: 0x0403_4B50)
        appendShared(to: &header)
        // No extra field.
        header.append(shortLittleEndian: 0)
        header.append(contentsOf: name.utf8)
        return header
    }

    /// What stands after the content if that is streamed.
    var dataDescriptor: [UInt8] {
        var descriptor: [UInt8] = []
        descriptor.append(littleEndian: 0x0807_4B50)
        appendSums(to: &descriptor)
        return descriptor
    }

    /// What stands in the directory at the end.
    var centralHeader: [UInt8] {
        var header: [UInt8] = []
        header.append(littleEndian: 0x0201_4B50)
        header.append(shortLittleEndian: Self.version)
        appendShared(to: &header, isCentral: true)
        // Extra field, comment, disk, internal attributes.
        for _ in 0..<4 { header.append(shortLittleEndian: 0) }
        header.append(littleEndian: 0)
        header.append(littleEndian: offset)
        header.append(contentsOf: name.utf8)
        return header
    }

    /// From the version that is needed to the length of the name.
    private func appendShared(to header: inout [UInt8], isCentral: Bool = false) {
        header.append(shortLittleEndian: Self.version)
        header.append(shortLittleEndian: isStreamed ? 1 << 3 : 0)
        header.append(shortLittleEndian: isDeflated ? 8 : 0)
        header.append(shortLittleEndian: moment.time)
        header.append(shortLittleEndian: moment.date)
        if isStreamed, !isCentral {
            header.append(contentsOf: [UInt8](repeating: 0, count: 12))
        } else {
            appendSums(to: &header)
        }
        header.append(shortLittleEndian: name.utf8.count)
    }

    private func appendSums(to header: inout [UInt8]) {
        header.append(littleEndian: Int(checksum))
        header.append(littleEndian: packedSize)
        header.append(littleEndian: size)
    }

    /// 2.0, which DEFLATE needs.
    private static let version = 20
}

/// A part of an archive, packed before it is its turn.
struct PackedPart {
    let bytes: [UInt8]
    let checksum: UInt32
    /// The length of the part before it was packed.
    let size: Int
    var isDeflated = true
}

/// A moment as MS-DOS kept it, to two seconds, from 1980 on.
struct DOSMoment: Equatable {
    let date: Int
    let time: Int

    /// The moment nearest to `moment`, which is the earliest one if nothing is known.
    init(_ moment: WrittenMoment?) {
        guard let day = moment?.day, (1980...2107).contains(day.year) else {
            date = 1 << 5 | 1
            time = 0
            return
        }
        date = (day.year - 1980) << 9 | day.month << 5 | day.day
        let seconds = (moment?.milliseconds ?? 0) / 1000
        time = (seconds / 3600) << 11 | (seconds / 60 % 60) << 5 | seconds % 60 / 2
    }
}

extension [UInt8] {
    /// Appends the low 32 bits, the lowest byte first.
    mutating func append(littleEndian value: Int) {
        for shift in stride(from: 0, to: 32, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Appends the low 16 bits, the lowest byte first.
    mutating func append(shortLittleEndian value: Int) {
        append(UInt8(truncatingIfNeeded: value))
        append(UInt8(truncatingIfNeeded: value >> 8))
    }
}

/// The bytes of a file, made sure to be text.
struct CSVText {
    /// UTF-8 without a byte order mark and without NUL.
    let bytes: [UInt8]
    /// What the file was written in.
    let encoding: CSVEncoding

    init(_ file: [UInt8], allowsWindows1252: Bool) throws(SheetError) {
        guard !file.starts(with: [0xFF, 0xFE]), !file.starts(with: [0xFE, 0xFF]) else {
            throw SheetError(
                reason: "this is UTF-16 («Unicode text»); save the file as «CSV UTF-8»")
        }
        if let place = file.firstIndex(of: 0) {
            throw SheetError(
                line: Self.line(of: place, in: file),
                reason: "there is a NUL byte, so this is not a CSV file")
        }
        do {
            _ = try UTF8Span(validating: file.span)
            bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
            encoding = .utf8
        } catch {
            guard allowsWindows1252 else {
                throw SheetError(
                    line: Self.line(of: error.byteOffsets.lowerBound, in: file),
                    reason: "a character is not UTF-8; save the file as «CSV UTF-8»")
            }
            bytes = try Self.decoded(fromWindows1252: file)
            encoding = .windows1252
        }
    }

    private static func decoded(fromWindows1252 file: [UInt8]) throws(SheetError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.count + file.count / 8)
        for (place, byte) in file.enumerated() {
            switch byte {
            case 0x00...0x7F: bytes.append(byte)
            case 0xA0...0xFF: bytes.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
            default:
                guard let scalar = windows1252[Int(byte) - 0x80] else {
                    throw SheetError(
                        line: line(of: place, in: file),
                        reason: "a character is neither UTF-8 nor Windows-1252; "
                            + "save the file as «CSV UTF-8»")
                }
                bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        return bytes
    }

    /// The line that holds a byte, where the lines of a file of unknown form are sought.
    private static func line(of place: Int, in file: [UInt8]) -> Int {
        file[..<place].count { $0 == 0x0A } + 1
    }
}

/// 0x80 to 0x9F, by the table of the WHATWG Encoding Standard without the five it leaves undefined.
private let windows1252: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
]

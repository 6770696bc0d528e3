/// The numbers of a ZIP archive, which are little-endian; `nil` where the file is too short.
struct ZipBytes: Sendable {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    func uint16(at place: Int) -> Int? { number(at: place, length: 2) }

    func uint32(at place: Int) -> Int? { number(at: place, length: 4) }

    /// `nil` also for numbers past what any file has.
    func uint64(at place: Int) -> Int? { number(at: place, length: 8) }

    /// The bytes from a place on; `nil` if there are not so many.
    func slice(at place: Int, count: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
            return nil
        }
        return bytes[place..<place + count]
    }

    private func number(at place: Int, length: Int) -> Int? {
        guard let slice = slice(at: place, count: length) else { return nil }
        var number: UInt64 = 0
        for byte in slice.reversed() {
            number = number << 8 | UInt64(byte)
        }
        return Int(exactly: number)
    }
}

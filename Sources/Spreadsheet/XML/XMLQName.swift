/// A name with or without a prefix, as hashes (FNV-1a of 64 bits) of its two halves.
///
/// Names are compared by these and never made into strings. A file made so that two names
/// coincide gains nothing, since it could have used the other name.
struct XMLQName: Equatable {
    /// 0 without a prefix.
    var prefix: UInt64 = 0
    var local: UInt64 = basis

    static let xml = hash(Array("xml".utf8)[...])
    static let xmlns = hash(Array("xmlns".utf8)[...])

    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = basis
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* prime
        }
        return hash
    }

    /// Reads a name from a place on; where it ends, which is the place itself if there is none.
    static func read(_ bytes: Span<UInt8>, from place: Int, to end: Int, into name: inout XMLQName)
        -> Int
    {
        var prefix: UInt64 = 0
        var hash = basis
        var at = place
        while at < end {
            let byte = bytes[at]
            if byte == 0x3A {
                prefix = hash
                hash = basis
            } else {
                guard isNameByte(byte) else { break }
                hash = (hash ^ UInt64(byte)) &* prime
            }
            at += 1
        }
        name = XMLQName(prefix: prefix, local: hash)
        return at
    }

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// Letters, digits, `-`, `.`, `_` and all that is not ASCII.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return true }
        let mask: UInt64 = byte < 64 ? 0x03FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
        return mask >> UInt64(byte & 63) & 1 == 1
    }
}

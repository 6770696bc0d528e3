extension QRVersion {
    /// All codewords of a symbol that holds `bytes`, in the order in which they are placed.
    ///
    /// Blocks take turns, so that a stain costs each of them a little.
    func codewords(of bytes: [UInt8]) -> [UInt8] {
        var data = dataCodewords(of: bytes)[...]
        let code = ReedSolomon(checkCodewords: checkCodewords)
        let parts = blocks.map { count in
            defer { data = data.dropFirst(count) }
            return Array(data.prefix(count))
        }
        return Self.interleaved(parts) + Self.interleaved(parts.map(code.checkCodewords))
    }

    /// The data codewords: mode, length, bytes, terminator, and padding to the end.
    ///
    /// Mode and terminator are half a codeword each, so every byte between lies across two.
    func dataCodewords(of bytes: [UInt8]) -> [UInt8] {
        let length = UInt16(truncatingIfNeeded: bytes.count)
        let lengthBytes = (lengthBits == 8 ? [] : [UInt8(length >> 8)]) + [UInt8(length & 0xFF)]
        let byteMode: UInt8 = 0b0100
        var codewords: [UInt8] = []
        var half = byteMode
        for byte in lengthBytes + bytes {
            codewords.append(half << 4 | byte >> 4)
            half = byte & 0x0F
        }
        codewords.append(half << 4)
        let padding: [UInt8] = [0b1110_1100, 0b0001_0001]
        let missing = max(dataCodewords - codewords.count, 0)
        return codewords + (0..<missing).map { padding[$0 % 2] }
    }

    /// The first of each part, then the second of each, and so on; shorter parts end sooner.
    private static func interleaved(_ parts: [[UInt8]]) -> [UInt8] {
        let longest = parts.map(\.count).max() ?? 0
        return (0..<longest).flatMap { index in
            parts.compactMap { index < $0.count ? $0[index] : nil }
        }
    }
}

/// What a symbol says of itself beside its data: its level and mask, and from version 7 its version.
enum SymbolInformation {
    /// The 15 bits of the format information.
    ///
    /// Level M is two bits of zero, so what is told is the mask; the last step keeps the whole
    /// from being all zeros.
    static func format(_ mask: DataMask) -> Int {
        withCheckBits(mask.rawValue, dataBits: 5, generator: 0b101_0011_0111) ^ 0b101_0100_0001_0010
    }

    /// The 18 bits of the version information, which the small versions do without.
    static func version(_ version: QRVersion) -> Int? {
        guard version.number >= 7 else { return nil }
        return withCheckBits(version.number, dataBits: 6, generator: 0b1_1111_0010_0101)
    }

    /// Where both copies of the format information stand, from the lowest bit to the highest.
    static func formatPlaces(side: Int) -> [[ModuleGrid.Place]] {
        // The first goes around the upper left finder pattern, and steps over the timing patterns.
        let first =
            [0, 1, 2, 3, 4, 5, 7, 8].map { ModuleGrid.Place(row: $0, column: 8) }
            + [7, 5, 4, 3, 2, 1, 0].map { ModuleGrid.Place(row: 8, column: $0) }
        let second =
            (1...8).map { ModuleGrid.Place(row: 8, column: side - $0) }
            + (1...7).reversed().map { ModuleGrid.Place(row: side - $0, column: 8) }
        return [first, second]
    }

    /// The data followed by the check bits of its BCH code: the remainder by the generator.
    private static func withCheckBits(_ data: Int, dataBits: Int, generator: Int) -> Int {
        let checkBits = Int.bitWidth - generator.leadingZeroBitCount - 1
        var remainder = data << checkBits
        for bit in (0..<dataBits).reversed() where remainder >> (bit + checkBits) & 1 == 1 {
            remainder ^= generator << bit
        }
        return data << checkBits | remainder
    }
}

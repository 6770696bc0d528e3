/// Bytes as the modules of a QR code, at error correction level M: a reader can do without 15%.
struct QRSymbol: Equatable {
    let version: QRVersion
    let mask: DataMask
    let modules: ModuleGrid

    /// The smallest symbol that holds `bytes`, masked so that it is easiest to read.
    ///
    /// None when there are more bytes than the largest version holds.
    init?(_ bytes: [UInt8]) {
        guard let version = QRVersion(holding: bytes.count) else { return nil }
        let symbols = DataMask.allCases.map { Self(bytes, version, masked: $0) }
        let penalties = symbols.map(\.modules.penalty)
        guard let best = symbols.indices.min(by: { penalties[$0] < penalties[$1] }) else {
            return nil
        }
        self = symbols[best]
    }

    /// The symbol of `bytes`, which `version` has room for, under one mask.
    init(_ bytes: [UInt8], _ version: QRVersion, masked mask: DataMask) {
        let patterns = FunctionPatterns(version)
        var modules = patterns.modules
        let codewords = version.codewords(of: bytes)
        for (index, place) in patterns.encodingRegion.enumerated() {
            // What is left over beyond the last codeword counts as zeros, and is masked as well.
            let isOne =
                index / 8 < codewords.count && codewords[index / 8] >> (7 - index % 8) & 1 == 1
            modules[place] = isOne != mask.inverts(place)
        }
        let format = SymbolInformation.format(mask)
        for places in SymbolInformation.formatPlaces(side: version.side) {
            for (bit, place) in places.enumerated() { modules[place] = format >> bit & 1 == 1 }
        }
        self.version = version
        self.mask = mask
        self.modules = modules
    }
}

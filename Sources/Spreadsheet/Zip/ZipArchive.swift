/// A ZIP archive in memory, by APPNOTE.TXT 6.3: entries stored or deflated, ZIP64 included.
///
/// It is checked as a whole before anything is inflated: every entry agrees with its local header,
/// none overlaps another, none is there twice, and together they stay within the limits.
struct ZipArchive: Sendable {
    private let file: ZipBytes
    /// By their names in lower case, since part names of OPC differ in more than case.
    private let entries: [String: ZipEntry]
    private let limits: WorkbookLimits

    init(_ file: [UInt8], limits: WorkbookLimits) throws(SheetError) {
        self.file = ZipBytes(bytes: file)
        self.limits = limits
        let directory = try ZipDirectory(of: self.file)
        guard directory.entries <= limits.entries else {
            throw .tooMuch("it has \(directory.entries) parts")
        }
        var entries: [String: ZipEntry] = [:]
        var inflated = 0
        var place = directory.start
        for _ in 0..<directory.entries {
            let entry = try ZipEntry(at: place, in: directory, of: self.file, next: &place)
            guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
                throw .damaged("«\(entry.name)» is there twice")
            }
            guard entry.size <= limits.inflatedBytes - inflated else {
                throw .tooMuch("it would take more than \(limits.inflatedBytes >> 20) MB unpacked")
            }
            inflated += entry.size
        }
        self.entries = entries
        try checkOverlap()
    }

    func contains(_ name: String) -> Bool { entries[name.lowercased()] != nil }

    /// How many bytes an entry inflates to; none if it is not there.
    func size(of name: String) -> Int { entries[name.lowercased()]?.size ?? 0 }

    /// Whether some entry lies in a folder, such as `word/`.
    func hasFolder(_ folder: String) -> Bool { entries.keys.contains { $0.hasPrefix(folder) } }

    /// The bytes of an entry, to be taken piece by piece; `nil` if it is not there.
    func part(_ name: String, isMinor: Bool = false) throws(SheetError) -> ZipPart? {
        guard let entry = entries[name.lowercased()] else { return nil }
        let most = isMinor ? min(limits.minorPartBytes, limits.partBytes) : limits.partBytes
        guard entry.size <= most else {
            throw .tooMuch("«\(entry.name)» would take more than \(most >> 20) MB unpacked")
        }
        guard entry.size <= 1 << 20 || entry.size / max(1, entry.data.count) <= limits.ratio else {
            throw .damaged("«\(entry.name)» is packed tighter than any program packs it")
        }
        return try ZipPart(entry, of: file.bytes)
    }

    private func checkOverlap() throws(SheetError) {
        let sorted = entries.values.sorted { $0.header < $1.header }
        for (entry, next) in zip(sorted, sorted.dropFirst())
        where entry.data.upperBound > next.header {
            throw .damaged("«\(entry.name)» and «\(next.name)» share bytes")
        }
    }
}

/// The merged ranges of a worksheet, which it lists after its cells (ECMA-376 part 1, 18.3.1.55).
enum XLSXMerges {
    /// Reads the list ahead of the cells.
    ///
    /// Few sheets have one, so that its name is sought among the bytes before they are read as XML.
    static func read(
        of name: String, in archive: ZipArchive, _ limits: WorkbookLimits
    ) throws(SheetError) -> MergedCells {
        guard let bytes = try archive.part(name), try isMentioned(in: bytes),
            let part = try archive.part(name)
        else { return MergedCells() }
        var xml = XMLReader(part, limits: limits)
        var ranges: [MergedRange] = []
        while case let event = try xml.next(), event != .finished {
            guard event == .start, xml.name == .mergeCell, let text = try xml.value(of: .ref) else {
                continue
            }
            guard let range = MergedRange(text) else {
                throw xml.damaged("merged cells have no place")
            }
            guard ranges.count < limits.mergedRanges else {
                throw .tooMuch("it merges cells in more than \(limits.mergedRanges) places")
            }
            if range.first != range.last { ranges.append(range) }
        }
        return MergedCells(ranges)
    }

    private static func isMentioned(in part: ZipPart) throws(SheetError) -> Bool {
        var part = part
        var piece = [UInt8](repeating: 0, count: 65_536)
        let name = Array("mergeCell".utf8)
        var matched = 0
        while case let count = try part.read(into: &piece, at: 0), count > 0 {
            for byte in piece[..<count] {
                if byte == name[matched] {
                    matched += 1
                    if matched == name.count { return true }
                } else {
                    // Its first letter does not come again in it.
                    matched = byte == name[0] ? 1 : 0
                }
            }
        }
        return false
    }
}

/// The texts that cells refer to by number (ECMA-376 part 1, 18.4), one after the other in one
/// array of bytes.
struct XLSXSharedStrings: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    init(_ part: ZipPart?, _ limits: WorkbookLimits) throws(SheetError) {
        guard let part else { return }
        var xml = XMLReader(part, limits: limits)
        while case let event = try xml.next(), event != .finished {
            guard event == .start, xml.name == .si, xml.depth == 2 else { continue }
            try XLSXStringItem.append(&xml, to: &bytes)
            guard bytes.count + ends.count * 4 <= limits.sharedStringBytes,
                bytes.count <= Int(UInt32.max)
            else { throw .tooMuch("its texts have more than \(limits.sharedStringBytes >> 20) MB") }
            ends.append(UInt32(bytes.count))
        }
    }

    /// The text of a number; `nil` if there is none, or it is not UTF-8.
    func text(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return String(validating: bytes[start..<Int(ends[index])], as: UTF8.self)
    }
}

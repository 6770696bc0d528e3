/// The text of a cell: its paragraphs, one on each line, with white space as OpenDocument 1.3
/// part 3, 6.1.2 has it, where several spaces are one unless they are elements.
struct ODSParagraphs {
    private(set) var bytes: [UInt8] = []
    /// How many paragraphs there are.
    private(set) var count = 0

    private var piece: [UInt8] = []
    private var isAtStart = true
    private var hasSpace = false

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        count = 0
    }

    /// Reads the cell that has started, up to its end, without notes and drawings.
    mutating func read(_ xml: inout XMLReader, _ limits: WorkbookLimits) throws(SheetError) {
        let outer = xml.depth - 1
        while true {
            switch (try xml.next(), xml.name) {
            case (.start, .p), (.start, .h):
                if count > 0 { bytes.append(0x0A) }
                count += 1
                try readParagraph(&xml, limits)
            case (.start, _): try xml.skip()
            case (.end, _) where xml.depth == outer: return
            case (.finished, _): return
            default: continue
            }
        }
    }

    private mutating func readParagraph(
        _ xml: inout XMLReader, _ limits: WorkbookLimits
    ) throws(SheetError) {
        let outer = xml.depth - 1
        isAtStart = true
        hasSpace = false
        while true {
            switch (try xml.next(), xml.name) {
            case (.text, _):
                piece.removeAll(keepingCapacity: true)
                try xml.appendText(to: &piece)
                append(piece)
            case (.start, .textS): append(0x20, try xml.number(of: .spaceCount) ?? 1, limits)
            case (.start, .tab): append(0x09, 1, limits)
            case (.start, .lineBreak): append(0x0A, 1, limits)
            case (.start, .annotation), (.start, .note), (.start, .rubyText), (.start, .table):
                try xml.skip()
            case (.end, _) where xml.depth == outer: return
            case (.finished, _): return
            default: continue
            }
            guard bytes.count < limits.textBytes else {
                throw SheetError(reason: "the text of this cell is too long; shorten it")
            }
        }
    }

    private mutating func append(_ text: [UInt8]) {
        for byte in text {
            if XMLTag.isSpace(byte) {
                hasSpace = !isAtStart
            } else {
                if hasSpace { bytes.append(0x20) }
                hasSpace = false
                isAtStart = false
                bytes.append(byte)
            }
        }
    }

    private mutating func append(_ byte: UInt8, _ count: Int, _ limits: WorkbookLimits) {
        if hasSpace { bytes.append(0x20) }
        hasSpace = false
        isAtStart = false
        bytes.append(contentsOf: repeatElement(byte, count: min(count, limits.textBytes)))
    }
}

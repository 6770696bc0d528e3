@testable import Spreadsheet

/// Any bytes as XML, read alike wherever the pieces end that come from the archive; and any text
/// written as XML and read again.
enum XMLFuzz {
    static func run(_ bytes: [UInt8]) {
        let (events, isWhole) = read(bytes)
        check(events, isWhole)
        // The reader takes 65,536 bytes at a time: a remark before it all moves where they end.
        let cut = Int(bytes.last ?? 0) % max(1, bytes.count)
        let remark = [UInt8](repeating: 0x20, count: 65_536 - 7 - min(cut, 60_000))
        let moved = read(Array("<!--".utf8) + remark + Array("-->".utf8) + bytes)
        let isMarked =
            bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0)
        if !isMarked {
            demand(moved.0 == events && moved.1 == isWhole, "where pieces end changes nothing")
        }
        write(String(decoding: bytes, as: UTF8.self))
    }

    private enum Event: Equatable {
        case start(XMLName, attributes: [String])
        case end(XMLName)
        case text([UInt8])
    }

    private static func read(_ bytes: [UInt8]) -> ([Event], Bool) {
        var events: [Event] = []
        do throws(SheetError) {
            let limits = WorkbookLimits.upload
            let archive = try ZipArchive(Archives.stored([("x", bytes)]), limits: limits)
            guard let part = try archive.part("x") else { return ([], false) }
            var xml = XMLReader(part, limits: limits)
            while true {
                switch try xml.next() {
                case .start:
                    var values: [String] = []
                    for name in [XMLName.ref, .name, .tableName] {
                        if let value = try xml.string(of: name) { values.append(value) }
                    }
                    events.append(.start(xml.name, attributes: values))
                case .end: events.append(.end(xml.name))
                case .text:
                    var text: [UInt8] = []
                    try xml.appendText(to: &text)
                    events.append(.text(text))
                case .finished: return (events, true)
                }
            }
        } catch {
            demand(!error.description.isEmpty, "an error says something")
            return (events, false)
        }
    }

    /// What is opened is closed, the last first, and nothing follows.
    private static func check(_ events: [Event], _ isWhole: Bool) {
        var open: [XMLName] = []
        var roots = 0
        for event in events {
            switch event {
            case .start(let name, _):
                if open.isEmpty { roots += 1 }
                open.append(name)
            case .end(let name): demand(open.popLast() == name, "elements are closed in order")
            case .text(let text):
                demand(!open.isEmpty, "there is no text outside")
                demand(!text.contains(0), "no text holds a NUL")
            }
        }
        demand(roots <= 1, "there is one root")
        demand(!isWhole || (open.isEmpty && roots == 1), "a whole document is closed")
    }

    private static func write(_ text: String) {
        var bytes = Array("<x name=\"".utf8)
        bytes.append(escaped: text)
        bytes += Array("\">".utf8)
        bytes.append(escaped: text)
        bytes += Array("</x>".utf8)
        let kept = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.isXML ? $0 : "\u{FFFD}"
                }))
        let (events, isWhole) = read(bytes)
        demand(isWhole, "what is written is read: \(text)")
        let texts = events.reduce(into: [UInt8]()) { all, event in
            if case .text(let text) = event { all += text }
        }
        demand(texts.elementsEqual(kept.utf8), "text comes back: \(text)")
        guard case .start(_, let values) = events.first else { return }
        demand(areSame(values, [kept]), "a value comes back: \(text)")
    }
}

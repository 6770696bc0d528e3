internal import Synchronization

/// A record that keeps what was last shown of it.
///
/// It is for what is the same on one page after another, as the rows of a table are whose figures
/// have not changed. What a section shows of a record depends on the section and the record alone,
/// unless a name in it stands for a value around the record or text comes from outside the
/// section; then nothing is kept.
public final class RememberedRecord: Sendable {
    /// The names and values.
    public let record: TemplateRecord
    private let shown = Mutex<Shown?>(nil)

    private struct Shown {
        let program: Program
        /// The first of the nodes that were shown.
        let node: Int
        let bytes: [UInt8]
    }

    /// A record of which nothing was shown yet.
    public init(_ record: TemplateRecord) {
        self.record = record
    }

    /// What the nodes of a section showed last, if it is what they would show now.
    func shown(by program: Program, from node: Int) -> [UInt8]? {
        shown.withLock { shown in
            guard let shown, shown.program === program, shown.node == node else { return nil }
            return shown.bytes
        }
    }

    /// What is kept, whatever has shown it.
    var kept: [UInt8]? { shown.withLock { $0?.bytes } }

    /// Keeps what the nodes of a section have shown.
    func keep(_ bytes: [UInt8], shownBy program: Program, from node: Int) {
        shown.withLock { $0 = Shown(program: program, node: node, bytes: bytes) }
    }
}

extension TemplateValue {
    /// The same value, which, if it is a record, keeps what was last shown of it.
    public var remembered: TemplateValue {
        guard case .record(let record) = self else { return self }
        return .remembered(RememberedRecord(record))
    }

    /// The names and values of a record, of whichever kind.
    var record: TemplateRecord? {
        switch self {
        case .record(let record): record
        case .remembered(let remembered): remembered.record
        case .text, .markup, .integer, .flag, .list, .absent, .lambda: nil
        }
    }
}

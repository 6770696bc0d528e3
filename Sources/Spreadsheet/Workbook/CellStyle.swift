/// How a cell that is written looks and what may be done with it.
public struct CellStyle: Hashable, Sendable {
    /// What the cell is meant to hold, and so how it is shown.
    public enum Content: Hashable, Sendable {
        /// Anything, shown as the program likes.
        case general
        /// Text that stays text when it is edited, such as `007` or `1/2`.
        case text
        /// Text of several lines, wrapped to the width of its column.
        case note
        /// The name of a column: bold, wrapped, on grey.
        case header
        /// A number with so many decimals, at most 20.
        case number(decimals: Int)
        /// A share of one as a percentage with so many decimals, at most 20.
        case percentage(decimals: Int)
        /// A day or a moment.
        case date(DateForm)
    }

    /// How a day or a moment is shown.
    public enum DateForm: Hashable, Sendable {
        /// `30 June 2026`
        case words
        /// `2026-06-30`
        case iso
        /// `2026-06-30 14:30`
        case moment
        /// `14:30:00`
        case time
    }

    /// What may be done with the cell.
    public enum Box: Hashable, Sendable {
        /// Nothing is said; where its sheet is protected, it cannot be changed.
        case plain
        /// It is there to be filled in: yellow ground, a border, and not locked.
        case input
        /// It is there to be read: grey ground, a border, and locked where its sheet is protected.
        case locked
    }

    /// What the cell is meant to hold.
    public let content: Content
    /// What may be done with it.
    public let box: Box

    /// Describes a style.
    public init(_ content: Content, box: Box = .plain) {
        self.box = box
        self.content =
            switch content {
            case .number(let decimals): .number(decimals: min(max(decimals, 0), 20))
            case .percentage(let decimals): .percentage(decimals: min(max(decimals, 0), 20))
            case .general, .text, .note, .header, .date: content
            }
    }

    /// Anything, shown as the program likes.
    public static let general = CellStyle(.general)
    /// Text that stays text.
    public static let text = CellStyle(.text)
    /// Wrapped text.
    public static let note = CellStyle(.note)
    /// The name of a column.
    public static let header = CellStyle(.header)

    /// A number with so many decimals.
    public static func number(decimals: Int) -> CellStyle {
        CellStyle(.number(decimals: decimals))
    }

    /// A percentage with so many decimals.
    public static func percentage(decimals: Int) -> CellStyle {
        CellStyle(.percentage(decimals: decimals))
    }

    /// A day in that form.
    public static func date(_ form: DateForm) -> CellStyle {
        CellStyle(.date(form))
    }

    /// The same as a box to fill in.
    public var asInput: CellStyle { CellStyle(content, box: .input) }
    /// The same as a box that is only to be read.
    public var asLocked: CellStyle { CellStyle(content, box: .locked) }

    /// The style of a cell of this style that holds `value`.
    ///
    /// Text is never in the format of a number, or a spreadsheet might take it for one, or for a
    /// formula, when somebody only looks into the cell; a number is never in that of text, or it
    /// would count as text.
    func fitted(to value: PreparedCell.Value) -> CellStyle {
        switch (value, content) {
        case (.text, .general), (.text, .number), (.text, .percentage), (.text, .date):
            CellStyle(.text, box: box)
        case (.number, .text), (.number, .note), (.number, .date),
            (.boolean, .text), (.boolean, .note), (.boolean, .number), (.boolean, .percentage),
            (.boolean, .date):
            CellStyle(.general, box: box)
        case (.date(let moment), _): CellStyle(.date(form(of: moment)), box: box)
        case (.blank, _), (_, .header), (.text, _), (.number, _), (.boolean, _): self
        }
    }

    private func form(of moment: WrittenMoment) -> DateForm {
        if moment.day == nil { return .time }
        if moment.milliseconds != nil { return .moment }
        if case .date(let form) = content, form == .words { return .words }
        return .iso
    }

    /// Whether text that is wider than its column goes on in the next line.
    var isWrapped: Bool {
        switch content {
        case .note, .header: true
        case .text: box != .plain
        case .general, .number, .percentage, .date: false
        }
    }
}

/// The styles that a workbook uses, numbered from 0 as they come; the first is the general one.
struct StyleBook {
    private(set) var styles: [CellStyle] = [.general]
    private var numbers: [CellStyle: Int] = [.general: 0]

    mutating func number(of style: CellStyle) -> Int {
        if let number = numbers[style] { return number }
        numbers[style] = styles.count
        styles.append(style)
        return styles.count - 1
    }
}

import Scorecard

/// A report on one portfolio and period, of which there are versions.
struct Edition: Equatable {
    let id: Int64
    /// The last part of its address.
    let slug: String
    /// The portfolio as councillors call it.
    let portfolio: String
    let kind: ReportKind
    /// What the partnership calls a kind of its own.
    let kindTitle: String?
    /// The quarter at whose end measures are judged.
    let quarter: FinancialQuarter

    /// What the report is called among the others of its year.
    var kindWords: String { kindTitle ?? kind.words }

    /// The financial year that it is about: of an agreement the year that comes, which after the
    /// last quarter is the next one.
    var year: FinancialYear { Self.year(of: kind, quarter) }

    static func year(of kind: ReportKind, _ quarter: FinancialQuarter) -> FinancialYear {
        kind == .agreement
            ? (quarter.successor ?? quarter).financialYear : quarter.financialYear
    }

    /// The span it reports on: from the year's start to the end of its quarter; of an agreement
    /// the whole year.
    var periodWords: String {
        isWholeYear ? "\(shortPeriodWords) (April to March)" : shortPeriodWords
    }

    private var isWholeYear: Bool { kind == .agreement || quarter.end == year.end }

    /// The same without the months of a whole year.
    var shortPeriodWords: String {
        guard !isWholeYear else { return year.label }
        let month = Month(year: quarter.end.civil.year, number: quarter.end.civil.month)
        return "April to \(month?.label ?? quarter.end.label)"
    }

    /// What it is called unless somebody writes another title.
    var usualTitle: String { "\(portfolio): \(kindWords.lowercasedFirst) \(yearWords)" }

    private var yearWords: String {
        // The label of a financial year begins with its years, and a title needs no more.
        String(year.label.prefix { $0 != " " })
    }
}

/// How far a version has come.
enum EditionState: String, CaseIterable {
    case draft
    case forApproval = "for-approval"
    case frozen
    /// Frozen, and not to be relied on any more; it stays where it is.
    case withdrawn

    var words: String {
        switch self {
        case .draft: "Draft"
        case .forApproval: "Waiting for approval"
        case .frozen: "Published"
        case .withdrawn: "Withdrawn"
        }
    }

    /// Whether it never changes again.
    var isFrozen: Bool { self == .frozen || self == .withdrawn }
}

/// One version of an edition: the first, or one that corrects the one before it.
struct EditionVersion {
    let id: Int64
    let edition: Edition
    /// Counted from 1.
    let number: Int
    let state: EditionState
    let content: EditionContent
    /// Counted up with each change of the content.
    let revision: Int
    /// Why there is a version after the first.
    let reason: String?
    /// Who changed the content last, and when.
    let changedBy: String?
    let changedAt: Int?
    /// Who sent it for approval, and when.
    let submittedBy: Int64?
    let submittedByName: String?
    let submittedAt: Int?
    /// Why it was sent back.
    let sentBackWords: String?
    /// What is known of it since it was frozen.
    let frozen: Frozen?

    /// What freezing adds.
    struct Frozen: Equatable {
        let at: Int
        /// Who froze it, by name.
        let by: String
        let title: String
        /// The board it was written for, by its slug.
        let board: String
        /// What the board was called then.
        let boardTitle: String
        /// The day of the meeting that was to have it.
        let meeting: Day?
        /// The codes of the measures whose numbers stand in it.
        let measures: [String]
        /// The day on which it was frozen, too.
        let figuresAsAt: Day
        /// The version of the edition before this that it follows.
        let follows: Int64?
        /// When it was withdrawn and why.
        let withdrawal: Withdrawal?
    }

    struct Withdrawal: Equatable {
        let at: Int
        let because: String

        /// The day, by UTC as all days of the portal are.
        var day: Day { Day(number: at / 86_400) }
    }

    /// The version as readers see it: `1.0`, and `1.1` for the first correction.
    var label: String { Self.label(of: number) }

    static func label(of number: Int) -> String { "1.\(number - 1)" }

    /// The number of the version that readers see as `text`; `nil` for what is none.
    static func number(of text: String) -> Int? {
        guard text.hasPrefix("1."), let minor = Int(text.dropFirst(2)), minor >= 0,
            minor < Int32.max, label(of: minor + 1) == text
        else { return nil }
        return minor + 1
    }

    /// What it is called.
    var title: String {
        if let frozen { return frozen.title }
        let own = content[.title].stripped
        return own.isEmpty ? edition.usualTitle : own
    }
}

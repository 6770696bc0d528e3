import Scorecard

/// What a new report can be made of.
struct ReportOffer {
    /// How many quarters are offered.
    private static let most = 12

    /// The quarters that are over, the latest first.
    let quarters: [FinancialQuarter]
    /// Every edition in its latest version, the newest period first.
    let editions: [EditionVersion]
    /// The boards whose role is to receive such reports.
    let recipients: [BoardRole]

    init(before today: Day, _ editions: [EditionVersion], _ recipients: [BoardRole]) {
        var quarters: [FinancialQuarter] = []
        var next = FinancialQuarter(containing: today)?.predecessor
        while let quarter = next, quarters.count < Self.most {
            quarters.append(quarter)
            next = quarter.predecessor
        }
        self.quarters = quarters
        self.editions = editions
        self.recipients = recipients
    }

    /// The portfolios that reports were written for, or else what receiving boards are named for.
    var portfolios: [String] {
        var known: Set<String> = []
        let written = editions.map(\.edition.portfolio).filter { known.insert($0).inserted }
        return written.isEmpty ? recipients.compactMap(Self.portfolio) : written
    }

    /// What a committee looks after, as its title has it.
    private static func portfolio(of board: BoardRole) -> String? {
        for ending in [" Scrutiny Committee", " Committee"] where board.title.hasSuffix(ending) {
            return String(board.title.dropLast(ending.count))
        }
        return nil
    }

    /// The spelling in which a portfolio was written before, so that its editions follow each
    /// other.
    func spelling(of portfolio: String) -> String {
        portfolios.first { $0.lowercased() == portfolio.lowercased() } ?? portfolio
    }

    /// The edition whose choices a new one takes: the latest of the portfolio, published if any is.
    func last(of portfolio: String) -> EditionVersion? {
        let own = editions.filter { $0.edition.portfolio == portfolio }
        return own.first { $0.state == .frozen } ?? own.first
    }

    /// The quarter that a kind of report is usually on, as far as it is over.
    func usualQuarter(of kind: ReportKind) -> FinancialQuarter? {
        let number: Int
        switch kind {
        case .midYear: number = 2
        case .thirdQuarter: number = 3
        case .yearEnd: number = 4
        case .agreement, .other: return quarters.first
        }
        return quarters.first { $0.number == number }
    }

    /// The kind that is written after the latest quarter, where there is one.
    var usualKind: ReportKind? {
        switch quarters.first?.number {
        case 2: .midYear
        case 3: .thirdQuarter
        case 4: .yearEnd
        default: nil
        }
    }
}

/// What a report is begun with.
enum ReportStart: String, CaseIterable {
    /// The choices of the portfolio's last edition.
    case last
    case full
    case light

    var words: String {
        switch self {
        case .last: "As the last edition of the portfolio"
        case .full: "Full report"
        case .light: "Light touch"
        }
    }

    var hint: String {
        switch self {
        case .last:
            "Takes its board, whose report it is, scorecards, sections and columns. Words are not "
                + "copied."
        case .full: "Every section, every measure of the current strategies."
        case .light: "Highlights and exceptions first; full tables are left out."
        }
    }
}

/// A report that is to be begun.
struct NewReport: Equatable {
    let portfolio: String
    let kind: ReportKind
    let kindTitle: String?
    let quarter: FinancialQuarter
    /// What it holds from the start.
    let content: EditionContent

    /// The last part of its address, unless another has that already.
    var slug: String {
        let year = Edition.year(of: kind, quarter).label.prefix { $0 != " " }
        let words = "\(portfolio) \(kindTitle ?? kind.words) \(year)".lowercased().unicodeScalars
            .split { scalar in
                !(("a"..."z").contains(scalar) || ("0"..."9").contains(scalar))
            }
        return words.map { String(Substring($0)) }.joined(separator: "-")
    }

    /// The fields of the last edition that a new one takes.
    static let copied: [EditionField] = [
        .board, .reportOf, .touch, .scorecards, .withoutSections, .columns,
    ]
}

import Scorecard

/// What one quarter says of one measure.
enum RugCell {
    /// A figure that became the latest in the quarter, judged at its end.
    case new(Standing)
    /// The figure that the quarter before had too: it is shown there and not counted again.
    case unchanged(Standing)
    /// There was no figure yet.
    case none

    /// What a quarter says, whose measure stood as `before` at the end of the quarter before.
    init(_ standing: Standing?, before: Standing?) {
        guard let standing, let latest = standing.latest else {
            self = .none
            return
        }
        self = before?.latest?.period == latest.period ? .unchanged(standing) : .new(standing)
    }

    var isNew: Bool {
        switch self {
        case .new: true
        case .unchanged, .none: false
        }
    }
}

/// The quarters that stand side by side, and how measures stood at the end of each.
struct Rug {
    /// The quarters, oldest first.
    let quarters: [FinancialQuarter]
    private let standings: [Day: Standings]

    /// How many quarters stand side by side.
    private static let width = 8

    /// The days on which measures are looked at: the ends of the quarters up to `last`, and of the
    /// one before them, which tells what is new in the first.
    static func days(upTo last: FinancialQuarter) -> [Day] {
        let quarters = quarters(upTo: last)
        return [quarters.first?.predecessor?.end].compactMap { $0 } + quarters.map(\.end)
    }

    init(upTo last: FinancialQuarter, _ standings: [Day: Standings]) {
        quarters = Self.quarters(upTo: last)
        self.standings = standings
    }

    private static func quarters(upTo last: FinancialQuarter) -> [FinancialQuarter] {
        var quarters = [last]
        while quarters.count < width, let before = quarters.last?.predecessor {
            quarters.append(before)
        }
        return quarters.reversed()
    }

    /// What each quarter says of a measure, oldest first.
    func cells(of measure: Int64) -> [RugCell] {
        quarters.map { quarter in
            RugCell(
                standings[quarter.end]?[measure],
                before: quarter.predecessor.flatMap { standings[$0.end]?[measure] })
        }
    }
}

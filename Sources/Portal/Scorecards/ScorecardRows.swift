import Scorecard

/// A measure where a scorecard shows it.
struct ShownRow {
    let headline: ScorecardHeadline
    let standing: Standing
}

/// The rows of a scorecard that a selection leaves, as the page and the file show them.
struct ScorecardRows {
    /// The rows under one headline each; in one list under none where they are sorted.
    let groups: [[ShownRow]]
    /// How many rows there would be without a filter.
    let total: Int

    init(
        _ groups: [ScorecardGroup], _ standings: Standings, _ selection: ScorecardSelection
    ) {
        let filter = selection.filter
        let shown = groups.enumerated().compactMap { index, group -> [ShownRow]? in
            if let chosen = filter.group, chosen != index { return nil }
            let rows = group.measures.compactMap { measure -> ShownRow? in
                guard let standing = standings[measure.id], filter.shows(standing) else {
                    return nil
                }
                return ShownRow(headline: group.headline, standing: standing)
            }
            return rows.isEmpty ? nil : rows
        }
        total = groups.reduce(0) { $0 + $1.measures.count }
        if let sort = selection.sort {
            let sorted = sort.sorted(Array(shown.joined()))
            self.groups = sorted.isEmpty ? [] : [sorted]
        } else {
            self.groups = shown
        }
    }

    var count: Int { groups.reduce(0) { $0 + $1.count } }

    /// All rows, one after the other.
    var all: [ShownRow] { Array(groups.joined()) }
}

extension ScorecardHeadline {
    /// The level and number that the strategy gives it: `Priority 2`.
    var levelAndNumber: String? {
        level.map { level in number.map { "\(level) \($0)" } ?? level }
    }

    /// What it is, beside its title: `Priority 2, SEND`.
    var place: String? {
        let words = [levelAndNumber, strategy].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}

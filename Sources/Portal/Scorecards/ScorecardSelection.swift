import Scorecard

/// What a reader asked a scorecard to show: the period, the rows, and their order.
///
/// All of it is in the address, so that what is looked at can be kept, sent and printed.
struct ScorecardSelection: Equatable {
    let choice: PeriodChoice
    var filter = ScorecardFilter.everything
    /// The order, or `nil` for the strategy's own.
    var sort: ScorecardSort?

    /// Whether nothing is left out.
    var isEverything: Bool { filter.isEverything }

    /// The address at which this is shown of what is at `path`.
    func address(of path: String) -> String {
        let pairs = pairs.map { "\($0.name)=\($0.value)" }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    /// The same in another order.
    func sorted(by sort: ScorecardSort?) -> ScorecardSelection {
        var other = self
        other.sort = sort
        return other
    }

    /// What the address has to say, each name and value; what a reader gets anyway is left out.
    private var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if choice.quarter != choice.all.first {
            pairs.append(("period", choice.quarter.description))
        }
        if let group = filter.group { pairs.append(("group", "\(group + 1)")) }
        if filter.standings != ScorecardFilter.everything.standings {
            for standing in ScorecardFilter.Standing.allCases
            where filter.standings.contains(standing) {
                pairs.append(("status", standing.rawValue))
            }
        }
        if let movement = filter.movement { pairs.append(("change", movement.rawValue)) }
        if let sort { pairs.append(("sort", sort.description)) }
        return pairs
    }
}

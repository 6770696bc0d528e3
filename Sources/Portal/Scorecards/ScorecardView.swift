/// A way of looking at a scorecard.
enum ScorecardView: CaseIterable {
    /// One row for each measure, with target, status, change and trend.
    case table

    var words: String {
        switch self {
        case .table: "Table"
        }
    }

    /// What follows the scorecard's own address.
    var path: String {
        switch self {
        case .table: ""
        }
    }
}

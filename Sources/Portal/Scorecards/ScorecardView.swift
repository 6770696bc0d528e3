/// A way of looking at a scorecard.
enum ScorecardView: String, CaseIterable {
    /// One row for each measure, with target, status, change and trend.
    case table
    /// The figures of eight quarters side by side.
    case grid
    /// Beside the country, the region, the neighbours and all councils.
    case compare
    /// The gaps between groups of children.
    case inequality

    var words: String {
        switch self {
        case .table: "Table"
        case .grid: "Eight quarters"
        case .compare: "Compare"
        case .inequality: "Inequality"
        }
    }

    /// What follows the scorecard's own address.
    var path: String {
        switch self {
        case .table: ""
        case .grid, .compare, .inequality: "/\(rawValue)"
        }
    }
}

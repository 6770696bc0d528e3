/// What a reader may be looking for, in the order in which results are shown.
enum SearchKind: String, CaseIterable {
    case measure
    case scorecard
    case strategy
    case objective
    case board
    case statement
    case pledge
    case report
    case help

    /// The heading above the results of this kind.
    var heading: String {
        switch self {
        case .measure: "Measures"
        case .scorecard: "Scorecards"
        case .strategy: "Strategies"
        case .objective: "What strategies set out to do"
        case .board: "Boards"
        case .statement: "What children want to be able to say"
        case .pledge: "You said, we will"
        case .report: "Reports"
        case .help: "Help"
        }
    }

    /// The word of one such result where a sentence counts them.
    var noun: String {
        switch self {
        case .measure: "measure"
        case .scorecard: "scorecard"
        case .strategy: "strategy"
        case .objective: "aim"
        case .board: "board"
        case .statement: "statement"
        case .pledge: "pledge"
        case .report: "report"
        case .help: "help page"
        }
    }

    /// Where a thing of this kind is; `owner` is the slug of what it belongs to, if its address
    /// names that too.
    func href(_ slug: String, owner: String?) -> String {
        switch self {
        case .measure: Links.measure(slug)
        case .scorecard: Links.scorecard(slug)
        case .strategy: Links.strategy(slug)
        case .objective: "\(Links.strategy(owner ?? ""))/\(slug)"
        case .board: "/boards/\(slug)"
        case .statement: "/voice/\(slug)"
        case .pledge: "\(Links.strategy(owner ?? ""))#you-said-we-will"
        case .report: "/reports/\(slug)"
        case .help: slug
        }
    }
}

/// An address and the words that lead to it.
struct Link: Equatable {
    let href: String
    let label: String
}

/// Where the pages of the portal are.
enum Links {
    static let home = Link(href: "/", label: "Home")
    static let scorecards = Link(href: "/scorecards", label: "Scorecards")
    static let measures = Link(href: "/measures", label: "Measures")
    static let strategies = Link(href: "/strategies", label: "Strategies")
    static let search = Link(href: "/search", label: "Search")
    static let help = Link(href: "/help", label: "Help")

    static func scorecard(_ slug: String) -> String { "/scorecards/\(slug)" }
    static func measure(_ slug: String) -> String { "/measures/\(slug)" }
    static func strategy(_ slug: String) -> String { "/strategies/\(slug)" }
}

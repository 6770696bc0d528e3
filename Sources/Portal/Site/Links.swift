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
    static let attention = Link(href: "/attention", label: "What needs attention")
    static let changes = Link(href: "/changes", label: "What changed")
    static let boards = Link(href: "/boards", label: "Boards")
    static let voice = Link(href: "/voice", label: "Children’s voice")
    static let reports = Link(href: "/reports", label: "Reports")
    static let data = Link(href: "/data", label: "Download data")
    static let inequality = Link(href: "/inequality", label: "Gaps between groups of children")
    static let search = Link(href: "/search", label: "Search")
    static let help = Link(href: "/help", label: "Help")

    static func scorecard(_ slug: String) -> String { "/scorecards/\(slug)" }
    static func boardScorecard(_ slug: String) -> String { "/scorecards/boards/\(slug)" }
    static func themeScorecard(_ slug: String) -> String { "/scorecards/themes/\(slug)" }
    static func measure(_ slug: String) -> String { "/measures/\(slug)" }
    static func history(ofMeasure slug: String) -> String { "/measures/\(slug)/history" }
    static func withheld(ofMeasure slug: String) -> String { "/measures/\(slug)/withheld" }
    static func board(_ slug: String) -> String { "/boards/\(slug)" }
    static func meetings(ofBoard slug: String) -> String { "/boards/\(slug)#meetings" }
    static func voice(_ slug: String) -> String { "/voice/\(slug)" }
    static func strategy(_ slug: String) -> String { "/strategies/\(slug)" }
    static func report(_ slug: String) -> String { "/reports/\(slug)" }
    static func data(_ set: String, _ form: SheetForm = .csv) -> String {
        "/data/\(set).\(form.rawValue)"
    }
    static func objective(strategy: String, objective: String) -> String {
        "/strategies/\(strategy)/\(objective)"
    }
    static func infographic(_ strategy: String) -> String {
        "/strategies/\(strategy)/\(infographicPart)"
    }

    /// The last part of an infographic's address, which no objective may have.
    static let infographicPart = "infographic"
}

/// Where editions are written, approved, read and answered.
enum EditionLinks {
    static let new = "/reports/new"
    static let comments = Link(href: "/comments", label: "Committees’ comments")

    // A draft, and the steps of writing it.
    static func draft(_ slug: String) -> String { "/reports/\(slug)/draft" }
    static func step(_ step: EditionStep, _ slug: String) -> String {
        "\(draft(slug))/\(step.rawValue)"
    }
    static func preview(_ slug: String) -> String { "\(draft(slug))/preview" }
    static func officersPreview(_ slug: String) -> String { "\(draft(slug))/preview/officers" }
    static func discard(_ slug: String) -> String { "\(draft(slug))/discard" }
    /// Where what was chosen between two changes of one field is sent.
    static func choice(_ slug: String) -> String { "\(draft(slug))/choice" }
    static func submission(_ slug: String) -> String { "/reports/\(slug)/submission" }
    static func approval(_ slug: String) -> String { "/reports/\(slug)/approval" }
    static func correction(_ slug: String) -> String { "/reports/\(slug)/correction" }

    // A frozen version: its file, its values, and what it changed.
    static func document(_ slug: String, _ version: String) -> String {
        "/reports/\(slug)/\(version)"
    }
    static func officersDocument(_ slug: String, _ version: String) -> String {
        "/reports/\(slug)/\(version)/officers"
    }
    static func figures(_ slug: String, _ version: String) -> String {
        "/reports/\(slug)/\(version)/figures"
    }
    static func changes(_ slug: String, _ version: String) -> String {
        "/reports/\(slug)/\(version)/changes"
    }
    static func withdrawal(_ slug: String, _ version: String) -> String {
        "/reports/\(slug)/\(version)/withdrawal"
    }

    // What committees say.
    static func newComment(_ slug: String) -> String { "/reports/\(slug)/comments/new" }
    static func comment(_ id: Int64) -> String { "/comments/\(id)" }
}

/// A step of writing a report, each a page with one form.
enum EditionStep: String, CaseIterable {
    case about
    case measures
    case words
    case delivery
    case finance
    case actions
    case lastTime = "last-time"

    /// The step after it; `nil` for the last.
    var next: EditionStep? {
        let all = Self.allCases
        guard let place = all.firstIndex(of: self), place + 1 < all.count else { return nil }
        return all[place + 1]
    }

    var title: String {
        switch self {
        case .about: "About the report"
        case .measures: "Sections, measures and columns"
        case .words: "Overview and headlines"
        case .delivery: "Delivery by priority"
        case .finance: "Finance"
        case .actions: "Risks and exceptions"
        case .lastTime: "What we said last time"
        }
    }
}

import Scorecard

/// The measures that a report names at a glance, list by list.
struct ReportGlanceLists {
    /// One list, or what is said where there is nothing to list.
    struct NamedList {
        let id: String
        let heading: String
        let entries: [Entry]
        /// What is said where nothing is listed.
        let none: String
        /// How many names are printed; the rest are counted.
        let limit: Int
    }

    /// A measure in a list.
    struct Entry {
        /// What stands beside the measure's name.
        enum Mark {
            case status
            case change
            case none
        }

        let standing: Standing
        let mark: Mark
        let words: String

        var title: String { standing.measure.title }
    }

    let source: EditionSource
    let all: [NamedList]

    init(_ source: EditionSource) {
        self.source = source
        let standings = source.measures.all
        let attention = Attention(standings, before: source.measures.before, on: source.day)
        let limit = source.template.isLightTouch ? 5 : 10
        func list(_ id: String, _ heading: String, none: String, _ entries: [Entry]) -> NamedList {
            NamedList(id: id, heading: heading, entries: entries, none: none, limit: limit)
        }
        let rises = standings.filter { $0.isCurrent && $0.change?.meaning == .better }
        let unowned = standings.filter { $0.measure.status != .archived && !$0.measure.hasOwner }
        all = [
            list(
                "got-worse", "Got worse",
                none: "No current figure is worse than the one it is compared with.",
                attention.falls.map { Entry(standing: $0, mark: .change, words: $0.sinceWhen) }),
            list(
                "got-better", "Got better",
                none: "No current figure is better than the one it is compared with.",
                rises.map { Entry(standing: $0, mark: .change, words: $0.sinceWhen) }),
            list(
                "recovered", "Back on target",
                none: "No measure came back on target.",
                attention.recovered.map { Entry(standing: $0, mark: .status, words: $0.aim) }),
            list(
                "late", "Late", none: "No figure is late.",
                attention.late.map { Entry(standing: $0.standing, mark: .none, words: $0.words) }),
            // Where nobody has one, a list of all measures would say no more.
            list(
                "no-owner", "No owner",
                none: attention.someHaveOwner
                    ? "Every measure has an owner." : "No measure has a named owner.",
                attention.someHaveOwner ? unowned.map(Self.named) : []),
            list(
                "no-target", "No target",
                none: "Every measure that could be judged has a target.",
                standings.filter { $0.judgement.status == .noTarget }.map(Self.named)),
            list(
                "target-expired", "Target expired",
                none: "No target has expired.",
                standings.filter { $0.judgement.status == .targetExpired }.map(Self.expired)),
        ]
    }

    /// What is said of the lists without entries.
    var quiet: [String] { all.filter(\.entries.isEmpty).map(\.none) }

    private static func named(_ standing: Standing) -> Entry {
        Entry(standing: standing, mark: .none, words: "")
    }

    private static func expired(_ standing: Standing) -> Entry {
        let ended = standing.target?.target.ends.map { "ended \($0.untilWords)" } ?? ""
        return Entry(standing: standing, mark: .none, words: ended)
    }
}

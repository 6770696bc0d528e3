import Scorecard

/// How far a round is, and what is wanting, for its lead.
struct RoundProgress {
    let round: CollectionRound
    /// The figures that the lead approves.
    let entries: [ReturnEntry]
    /// What the returns are called, by their numbers.
    let returns: [Int64: String]
    /// The slugs and titles of strategies, in their order.
    let strategies: [(slug: String, title: String)]
    let officers: FigureOfficers
    let today: Day

    /// By what figures are put together.
    enum Grouping: String, CaseIterable {
        case byReturn = "return"
        case strategy
        case officer

        var words: String { rawValue.capitalisedFirst }
    }

    /// Which figures are listed.
    enum Choice: String, CaseIterable {
        case late
        case sentBack = "sent-back"
        case waiting
        case nobody
        case all

        var words: String {
            switch self {
            case .late: "Late"
            case .sentBack: "Sent back"
            case .waiting: "Waiting for approval"
            case .nobody: "Nobody enters"
            case .all: "All figures"
            }
        }
    }

    /// Some figures that belong together.
    struct Group {
        let title: String
        /// The return that they are, if they are one.
        let returnID: Int64?
        var counts = RoundCounts()
    }

    var counts: RoundCounts { counts(of: entries) }

    /// Whether no officer's role covers a figure that is still to be entered.
    func isNobodys(_ entry: ReturnEntry) -> Bool {
        entry.state.isOpen && officers.covering(entry.measure.ownership).isEmpty
    }

    /// The figures of a choice; late ones with the latest first.
    func chosen(_ choice: Choice) -> [ReturnEntry] {
        switch choice {
        case .late:
            entries.filter { $0.isLate(on: today) }.enumerated()
                .sorted { ($0.element.dueOn, $0.offset) < ($1.element.dueOn, $1.offset) }
                .map(\.element)
        case .sentBack: entries.filter { $0.state == .sentBack }
        case .waiting: entries.filter { $0.state == .submitted }
        case .nobody: entries.filter(isNobodys)
        case .all: entries
        }
    }

    /// What is listed where nothing is asked for: what is late, or all.
    var usualChoice: Choice { counts.late > 0 ? .late : .all }

    /// The figures put together; one of two strategies or officers counts with each.
    func groups(_ grouping: Grouping) -> [Group] {
        switch grouping {
        case .byReturn:
            return parted {
                [$0.returnID]
            } title: {
                returns[$0] ?? ""
            } returnID: {
                $0
            }
        case .strategy:
            let places = strategies.map { $0.slug } + [""]
            let titles = strategies.map { $0.title } + ["No strategy"]
            return parted(among: Array(places.indices)) { entry in
                let own = places.indices.filter { entry.measure.strategies.contains(places[$0]) }
                return own.isEmpty ? [places.count - 1] : own
            } title: {
                titles[$0]
            } returnID: { _ in
                nil
            }
        case .officer:
            let people = officers.all
            return parted(among: Array(0...people.count)) { entry in
                let own = Set(officers.covering(entry.measure.ownership).map(\.id))
                let places = people.indices.filter { own.contains(people[$0].id) }
                return places.isEmpty ? [people.count] : places
            } title: {
                $0 < people.count ? people[$0].name : "Nobody"
            } returnID: { _ in
                nil
            }
        }
    }

    /// Parts the figures by keys, in the order given or else in that in which they come.
    private func parted<Key: Hashable>(
        among order: [Key] = [], _ keys: (ReturnEntry) -> [Key], title: (Key) -> String,
        returnID: (Key) -> Int64?
    ) -> [Group] {
        var found = order
        var parts: [Key: [ReturnEntry]] = [:]
        for entry in entries {
            for key in keys(entry) {
                if parts[key] == nil, !found.contains(key) { found.append(key) }
                parts[key, default: []].append(entry)
            }
        }
        return found.compactMap { key in
            parts[key].map {
                Group(title: title(key), returnID: returnID(key), counts: counts(of: $0))
            }
        }
    }

    private func counts(of entries: [ReturnEntry]) -> RoundCounts {
        RoundCounts(entries, on: today)
    }
}

extension RoundCounts {
    init(_ entries: [ReturnEntry], on day: Day) {
        self.init()
        for entry in entries { add(entry.state, isLate: entry.isLate(on: day)) }
    }
}

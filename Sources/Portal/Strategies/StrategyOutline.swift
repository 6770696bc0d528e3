import Scorecard

/// The objectives of a strategy, and the measures that are placed at each.
struct StrategyOutline {
    /// Every objective, in the strategy's own order.
    private(set) var objectives: [ObjectiveEntry] = []
    /// Where the parts of an objective are in the list; those of `nil` stand under no other.
    private var parts: [Int64?: [Int]] = [:]
    /// The measures at an objective; those of `nil` are the strategy's as a whole.
    private var placed: [Int64?: [MeasureFacts]] = [:]
    /// Every measure, each once.
    private(set) var measures: [MeasureFacts] = []
    private var known: Set<Int64> = []

    /// The objective added last.
    var last: ObjectiveEntry? { objectives.last }

    mutating func add(_ objective: ObjectiveEntry) {
        parts[objective.parentID, default: []].append(objectives.count)
        objectives.append(objective)
    }

    mutating func add(_ measure: MeasureFacts, at objective: Int64?) {
        placed[objective, default: []].append(measure)
        if known.insert(measure.id).inserted { measures.append(measure) }
    }

    func objective(_ slug: String) -> ObjectiveEntry? {
        objectives.first { $0.slug == slug }
    }

    func objective(_ id: Int64) -> ObjectiveEntry? {
        objectives.first { $0.id == id }
    }

    /// The objectives under another, or under none.
    func parts(of objective: ObjectiveEntry?) -> [ObjectiveEntry] {
        (parts[objective?.id] ?? []).map { objectives[$0] }
    }

    /// An objective and all that is below it.
    func branch(of objective: ObjectiveEntry) -> [ObjectiveEntry] {
        [objective] + parts(of: objective).flatMap(branch)
    }

    /// The measures placed at an objective, or at the strategy as a whole.
    func measures(at objective: ObjectiveEntry?) -> [MeasureFacts] {
        placed[objective?.id] ?? []
    }

    /// The measures of an objective and of all below it, each once.
    func measures(below objective: ObjectiveEntry) -> [MeasureFacts] {
        var known: Set<Int64> = []
        return branch(of: objective).flatMap(measures(at:)).filter { known.insert($0.id).inserted }
    }

    /// Whether any objective of the same level has a measure.
    func hasMeasures(onLevelOf objective: ObjectiveEntry) -> Bool {
        objectives.contains { peer in
            peer.level == objective.level && !measures(below: peer).isEmpty
        }
    }

    /// The objectives of the same level just before and just after one.
    func neighbours(
        of objective: ObjectiveEntry
    ) -> (before: ObjectiveEntry?, after: ObjectiveEntry?) {
        let peers = objectives.filter { $0.level == objective.level }
        guard let place = peers.firstIndex(of: objective) else { return (nil, nil) }
        return (
            place > 0 ? peers[place - 1] : nil,
            place + 1 < peers.count ? peers[place + 1] : nil
        )
    }
}

extension ObjectiveEntry {
    /// The level and number that the strategy gives it: `Priority 2`.
    var place: String { number.map { "\(level) \($0)" } ?? level }

    /// The same with its title: `Priority 2: Good homes`.
    var placeAndTitle: String { place == shortTitle ? place : "\(place): \(shortTitle)" }
}

import Scorecard

/// How measures stood when they were last asked for, with what pages have made of it.
///
/// Figures and targets are read for every page. Where they are what they were, how the measure
/// stands is what it was too, and need not be judged and drawn anew. It belongs to one thread, as
/// the connection does that has read them.
final class StandingMemory {
    private var standings: [Place: Standing] = [:]
    /// How many are remembered; then all make room.
    private let capacity: Int

    private struct Place: Hashable {
        let measure: Int64
        let day: Day
    }

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// How measures stand with such figures and targets on a day, by the measure's id; more than
    /// there is room for are not remembered.
    func standings(
        of measures: [MeasureFacts], _ lines: [Int64: HeadlineLine],
        _ targets: [Int64: [TargetEntry]], on day: Day
    ) -> Standings {
        let known = self.standings
        var standings: Standings = [:]
        standings.reserveCapacity(measures.count)
        for measure in measures where standings[measure.id] == nil {
            let own = lines[measure.id] ?? HeadlineLine()
            let targets = targets[measure.id] ?? []
            let place = Place(measure: measure.id, day: day)
            if let known = known[place], known.isMade(of: measure, own, targets) {
                standings[measure.id] = known
                continue
            }
            let standing = Standing(measure, own, targets: targets, on: day)
            standings[measure.id] = standing
            if measures.count <= capacity { remember(standing, at: place) }
        }
        return standings
    }

    private func remember(_ standing: Standing, at place: Place) {
        if standings.count >= capacity { standings = [:] }
        standings[place] = standing
    }
}

extension Standing {
    /// Whether it was found for such a measure with the same figures and targets.
    fileprivate func isMade(
        of measure: MeasureFacts, _ own: HeadlineLine, _ targets: [TargetEntry]
    ) -> Bool {
        self.measure == measure && self.own == own && self.targets == targets
    }
}

import Scorecard

/// What is known of a measure beside what is typed: its earlier figures and its targets.
///
/// With true numbers, since officers see what they answer for.
struct EntryPast {
    /// The figures that the measure is judged by, with the country's and the breaks.
    var line = HeadlineLine()
    /// The last to end first.
    var targets: [TargetEntry] = []
    /// Those of groups that came in with returns, latest first, by the group's id.
    var groups: [Int64: [Figure]] = [:]

    /// The figures before a period, latest first.
    func figures(before period: Period, _ group: EntryGroup? = nil) -> [Figure] {
        let all = group.map { groups[$0.id] ?? [] } ?? line.local.figures
        return all.filter { $0.period < period && $0.period.kind == period.kind }
    }

    /// The figure of the period before.
    func last(before period: Period, _ group: EntryGroup? = nil) -> Figure? {
        figures(before: period, group).first(where: \.isKnown)
    }

    /// The figure of the same period a year before.
    func yearBefore(_ period: Period, _ group: EntryGroup? = nil) -> Figure? {
        guard let yearBefore = period.yearBefore else { return nil }
        return figures(before: period, group).first { $0.period == yearBefore }
    }

    /// What is published of a period itself, where it is revised.
    func published(_ period: Period, _ group: EntryGroup? = nil) -> Figure? {
        guard let group else { return line.local.figure(of: period) }
        return groups[group.id]?.first { $0.period == period }
    }

    /// How the measure stands with a figure that was typed.
    func standing(of entry: ReturnEntry, with figure: Figure) -> Standing {
        var own = line
        own.local = own.local.known(to: figure.period)
        // Before all series: it takes the place of what is published of the period.
        own.local.add([figure], from: -2)
        return Standing(
            entry.measure.facts, own, targets: targets, on: figure.period.end)
    }
}

/// What is known beside some entries, by the measure's id.
typealias EntryPasts = [Int64: EntryPast]

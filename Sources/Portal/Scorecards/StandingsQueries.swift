import SQLite
import Scorecard

extension Database {
    /// How some measures stand at the end of `day`, by the measure's id.
    ///
    /// A handful of questions, whatever the number of measures.
    ///
    /// With history, every figure is asked for, and not only those of a trend.
    func standings(
        of measures: [MeasureFacts], _ scope: ScorecardScope, on day: Day, for audience: Audience,
        withHistory: Bool = false
    ) throws(SQLError) -> [Int64: Standing] {
        var lines = try headlineLines(
            of: measures,
            HeadlineRequest(scope: scope, day: day, withHistory: withHistory, audience: audience))
        // What a trend does not reach may lie further back: the latest figure, or the one of the
        // year before that it is compared with.
        let missing = measures.filter { measure in
            guard let local = lines[measure.id]?.local, let latest = local.latest,
                let yearBefore = latest.period.yearBefore
            else { return true }
            guard local.figure(of: yearBefore) == nil else { return false }
            return latest.period.end.days(since: day) < -Self.daysOfAge
        }
        if !withHistory, !missing.isEmpty {
            let older = HeadlineRequest(
                scope: .measures(missing.map(\.id)), day: day, withHistory: true,
                audience: audience)
            lines.merge(try headlineLines(of: missing, older)) { $1 }
        }
        for measure in measures where !measure.valueKind.isComparableBetweenAreas {
            lines[measure.id]?.leaveOutCountry()
        }
        for broken in try headlineBreaks(scope) where broken.end <= day {
            lines[broken.measure]?.add(broken.entry)
        }
        let targets = try targets(of: measures, scope, on: day, lines)
        var standings: [Int64: Standing] = [:]
        standings.reserveCapacity(measures.count)
        for measure in measures where standings[measure.id] == nil {
            standings[measure.id] = Standing(
                measure, lines[measure.id] ?? HeadlineLine(),
                targets: targets[measure.id] ?? [], on: day)
        }
        return standings
    }

    /// A latest figure so many days old may have its year before beyond every trend's reach.
    private static let daysOfAge = 300

    /// The targets that speak for each measure's latest figure, and its last one.
    ///
    /// Most are found among those that end around the day. Only where an older figure needs an
    /// older target, or there is none at all, is a measure asked about again, and then only if it
    /// can be judged.
    private func targets(
        of measures: [MeasureFacts], _ scope: ScorecardScope, on day: Day,
        _ lines: [Int64: HeadlineLine]
    ) throws(SQLError) -> [Int64: [TargetEntry]] {
        var targets = Self.latestFirst(try targets(scope, around: day))
        var earliest = day
        let missing = measures.filter { measure in
            guard measure.terms(measure.frequency).isJudgeable else { return false }
            guard let period = lines[measure.id]?.local.latest?.period else {
                return targets[measure.id] == nil
            }
            let isCovered = targets[measure.id]?.contains { $0.target.isOf(period) }
            if isCovered ?? false { return false }
            earliest = min(earliest, period.end)
            return true
        }
        guard !missing.isEmpty else { return targets }
        let found = try self.targets(ofMeasures: missing.map(\.id), since: earliest)
        targets.merge(Self.latestFirst(found)) { $1 }
        return targets
    }

    /// The targets of each measure, the last to end first.
    private static func latestFirst(_ entries: [TargetEntry]) -> [Int64: [TargetEntry]] {
        var targets: [Int64: [TargetEntry]] = [:]
        targets.reserveCapacity(entries.count)
        for entry in entries.sorted(by: { $0.lasts(longerThan: $1) }) {
            targets[entry.measure, default: []].append(entry)
        }
        return targets
    }
}

extension TargetEntry {
    fileprivate func lasts(longerThan other: TargetEntry) -> Bool {
        (target.ends ?? .endOfTime) > (other.target.ends ?? .endOfTime)
    }
}

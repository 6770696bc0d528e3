import SQLite
import Scorecard

/// How measures stand, by the measure's id.
typealias Standings = [Int64: Standing]

/// What is remembered of standings: of those with history, which pages draw most of, fewer.
private struct MemoryKey: KeptKey {
    typealias Value = StandingMemory
    let withHistory: Bool

    var capacity: Int { withHistory ? 16 : 1024 }
}

extension Database {
    /// How some measures stand at the end of `day`, by the measure's id.
    ///
    /// Three or four questions, whatever the number of measures.
    ///
    /// With history, every figure is asked for, and not only those of a trend.
    func standings(
        of measures: [MeasureFacts], _ scope: ScorecardScope, on day: Day, for audience: Audience,
        withHistory: Bool = false
    ) throws(SQLError) -> Standings {
        let byDay = try standings(
            of: measures, scope, on: [day], for: audience, withHistory: withHistory)
        return byDay[day] ?? [:]
    }

    /// How some measures stood at the end of each of some days, from one reading: on each day as
    /// if it alone had been asked for, without what ended later.
    func standings(
        of measures: [MeasureFacts], _ scope: ScorecardScope, on days: [Day],
        for audience: Audience, withHistory: Bool = false
    ) throws(SQLError) -> [Day: Standings] {
        guard let first = days.min(), let last = days.max() else { return [:] }
        let request = HeadlineRequest(
            days: first...last, withHistory: withHistory, audience: audience)
        let sources = try headlineSources(of: measures, scope)
        let lines = try headlineLines(of: measures, sources.lines, on: days, request)
        let targets = try targets(of: measures, scope, lines)
        let key = MemoryKey(withHistory: withHistory)
        let memory = try kept(key) { StandingMemory(capacity: key.capacity) }
        var standings: [Day: Standings] = [:]
        for (day, lines) in lines {
            let breaks = sources.breaks.filter { $0.end <= day }
            standings[day] = memory.standings(
                of: measures, lines.comparable(measures, breaks), targets, on: day)
        }
        return standings
    }

    /// The headline lines of some measures on each of some days.
    ///
    /// What a trend does not reach may lie further back: the latest figure, or the one of the
    /// year before that it is compared with. Measures of which that is so on any of the days are
    /// asked for once more, with all of their history.
    private func headlineLines(
        of measures: [MeasureFacts], _ sources: [HeadlineSource], on days: [Day],
        _ request: HeadlineRequest
    ) throws(SQLError) -> [Day: HeadlineLines] {
        let read = try headlineFigures(of: sources, request)
        var lines: [Day: HeadlineLines] = [:]
        var incomplete: [Day: Set<Int64>] = [:]
        for day in days where lines[day] == nil {
            let known = HeadlineLines(read, on: day, withHistory: request.withHistory)
            let missing = measures.filter { known.lacks($0.id, on: day) }
            if !request.withHistory, !missing.isEmpty { incomplete[day] = Set(missing.map(\.id)) }
            lines[day] = known
        }
        let missing = incomplete.values.reduce(into: Set()) { $0.formUnion($1) }
        let older = sources.filter { missing.contains($0.measure) }
        guard !older.isEmpty else { return lines }
        let history = try headlineFigures(
            of: older,
            HeadlineRequest(days: request.days, withHistory: true, audience: request.audience))
        for (day, missing) in incomplete {
            let whole = HeadlineLines(
                history.filter { missing.contains($0.source.measure) }, on: day, withHistory: true)
            lines[day]?.replace(with: whole)
        }
        return lines
    }

    /// The targets that speak for each measure's latest figure, and its last one.
    ///
    /// They are those that end around the days, or since the oldest of the latest figures.
    private func targets(
        of measures: [MeasureFacts], _ scope: ScorecardScope, _ lines: [Day: HeadlineLines]
    ) throws(SQLError) -> [Int64: [TargetEntry]] {
        let judgeable = measures.filter { $0.terms($0.frequency).isJudgeable }
        var earliest = Day.range.upperBound
        for (day, lines) in lines {
            earliest = min(earliest, day.adding(days: 1 - Self.daysOfQuarter))
            for measure in judgeable {
                guard let latest = lines.byMeasure[measure.id]?.local.latest else { continue }
                earliest = min(earliest, latest.period.end)
            }
        }
        return Self.latestFirst(try targets(scope, endingSince: earliest))
    }

    /// A target that has ended in so many days is asked for with those that hold.
    private static let daysOfQuarter = 90

    /// The targets of each measure, the last to end first.
    private static func latestFirst(_ entries: [TargetEntry]) -> [Int64: [TargetEntry]] {
        var targets: [Int64: [TargetEntry]] = [:]
        targets.reserveCapacity(entries.count)
        // Those of a measure come one after the other, the first to end first.
        var rest = entries[...]
        while let measure = rest.first?.measure {
            let own = rest.prefix { $0.measure == measure }
            rest = rest[own.endIndex...]
            let all = own + (targets[measure] ?? [])
            targets[measure] =
                all.count > 1 ? all.sorted { $0.lasts(longerThan: $1) } : Array(all)
        }
        return targets
    }
}

extension HeadlineLines {
    /// The lines by the measure, with their breaks, and without the country's where areas cannot
    /// be compared.
    fileprivate func comparable(
        _ measures: [MeasureFacts], _ breaks: [HeadlineBreak]
    ) -> [Int64: HeadlineLine] {
        var lines = byMeasure
        for measure in measures where !measure.valueKind.isComparableBetweenAreas {
            lines[measure.id]?.leaveOutCountry()
        }
        for broken in breaks { lines[broken.measure]?.add(broken.entry) }
        return lines
    }

    /// Whether a measure's latest figure, or the one a year before it, may lie before what was
    /// read.
    fileprivate func lacks(_ measure: Int64, on day: Day) -> Bool {
        guard let local = byMeasure[measure]?.local, let latest = local.latest,
            let yearBefore = latest.period.yearBefore
        else { return true }
        guard local.figure(of: yearBefore) == nil else { return false }
        return latest.period.end.days(since: day) < -Self.daysOfAge
    }

    /// A latest figure so many days old may have its year before beyond every trend's reach.
    private static let daysOfAge = 300
}

extension TargetEntry {
    fileprivate func lasts(longerThan other: TargetEntry) -> Bool {
        (target.ends ?? .endOfTime) > (other.target.ends ?? .endOfTime)
    }
}

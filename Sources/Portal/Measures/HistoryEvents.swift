import Scorecard

/// Something that changed about a measure.
struct HistoryEvent: Equatable {
    /// The day, if it is known.
    let day: Day?
    let title: String
    /// What changed, as a sentence or two.
    let words: String
    /// Why, where that is known.
    var reason: String?
    /// The figure that changed, if one did.
    var change: FigureChange?
    /// How the audit trail knows it, where it does.
    var trace: TraceKey?
}

/// By what the audit trail knows a change of figures.
enum TraceKey: Equatable {
    case figure(TracedFigure)
    /// Figures that came with a load for the first time.
    case load
}

/// A figure before and after a change.
struct FigureChange: Equatable {
    /// What the figure is a figure of.
    let line: String
    let old: Figure?
    let new: Figure
    let format: FigureFormat
}

/// What changed about a measure, the newest first.
struct HistoryEvents {
    private let measure: MeasureDetail
    private let revisions: [Revision]
    private let returned: [ReturnedVersion]

    init(
        _ measure: MeasureDetail, _ revisions: [Revision], _ returned: [ReturnedVersion] = []
    ) {
        self.measure = measure
        self.revisions = revisions
        self.returned = returned
    }

    /// Everything, the newest first; what has no date stands at the end.
    func all(
        _ breaks: [SeriesBreak], _ targets: [TargetDetail], on today: Day
    ) -> [HistoryEvent] {
        let events =
            changes + loads + targets.flatMap { self.events(of: $0, on: today) }
            + breaks.map(event)
        return events.enumerated().sorted { one, other in
            let (left, right) = (one.element.day, other.element.day)
            // Of one day the order above is kept.
            guard left != right else { return one.offset < other.offset }
            return (left ?? Day.range.lowerBound) > (right ?? Day.range.lowerBound)
        }.map(\.element)
    }

    // MARK: Figures

    /// Figures that were loaded for the first time, those of one day and one line together.
    private var loads: [HistoryEvent] {
        let first = revisions.filter { $0.place == 0 }
        let days = Set(first.map(\.knownOn)).sorted(by: >)
        return days.flatMap { day in
            measure.series.compactMap { line in
                load(of: first.filter { $0.knownOn == day && $0.position == line.position }, line)
            }
        }
    }

    private func load(of loaded: [Revision], _ line: MeasureSeries) -> HistoryEvent? {
        let periods = loaded.map(\.figure.period).sorted()
        guard let oldest = periods.first, let newest = periods.last, let one = loaded.first else {
            return nil
        }
        let verb = one.isReturned ? "published" : "loaded"
        guard oldest != newest else {
            return HistoryEvent(
                day: one.knownOn, title: "Figure \(verb)", words: name(of: line),
                reason: reason(of: one)
                    ?? (line.sources.isEmpty ? nil : "Source: \(sources(of: line))."),
                change: FigureChange(
                    line: name(of: line), old: nil, new: one.figure,
                    format: format(of: line)),
                trace: one.isReturned ? .figure(traced(one, line)) : .load)
        }
        return HistoryEvent(
            day: one.knownOn, title: "Figures \(verb)",
            words: "\(loaded.count.counted("figure")), \(oldest.shortLabel) to "
                + "\(newest.shortLabel). \(name(of: line)).",
            reason: line.sources.isEmpty ? nil : "Source: \(sources(of: line)).",
            trace: one.isReturned ? nil : .load)
    }

    private func traced(_ revision: Revision, _ line: MeasureSeries) -> TracedFigure {
        TracedFigure(
            series: line.series, breakdown: line.breakdown, period: revision.figure.period)
    }

    /// Why officers published a version, and by which role; `nil` for what others published.
    private func reason(of revision: Revision) -> String? {
        guard revision.isReturned else { return nil }
        let told = returned.filter {
            $0.period == revision.figure.period && $0.knownOn == revision.knownOn
        }
        guard let role = told.last?.authorRole else { return nil }
        // Of several versions of one day only the last may be told, with all that was said.
        // Of what is withheld nobody is told that it was revised, so that no reason may say so.
        let reasons =
            (revision.figure.isSuppressed ? [] : told.compactMap(\.revisionReason))
            + (revision.figure.value == nil ? [told.last?.nothingReason].compactMap(\.self) : [])
        let words = reasons.map { $0.last?.isPunctuation == true ? $0 : "\($0)." }
        return (words + ["Published by: \(role)."]).joined(separator: " ")
    }

    /// Figures that took the place of others.
    private var changes: [HistoryEvent] {
        zip(revisions, revisions.dropFirst()).compactMap { old, new in
            guard new.place > 0,
                let line = measure.series.first(where: {
                    $0.position == new.position
                })
            else { return nil }
            return HistoryEvent(
                day: new.knownOn, title: Self.title(old.figure, new.figure),
                words: name(of: line),
                reason: reason(of: new) ?? Self.reason(old.figure, new.figure),
                change: FigureChange(
                    line: name(of: line), old: old.figure, new: new.figure,
                    format: format(of: line)),
                trace: .figure(traced(new, line)))
        }.reversed()
    }

    private static func title(_ old: Figure, _ new: Figure) -> String {
        if new.value == nil { return "Figure taken out" }
        switch (old.status, new.status) {
        case (.provisional, .final): return "Provisional figure made final"
        case (_, .revised): return "Figure revised"
        case (_, .final), (_, .provisional), (_, .estimated): return "Figure changed"
        }
    }

    private static func reason(_ old: Figure, _ new: Figure) -> String {
        if new.value == nil { return "It is no longer published." }
        switch (old.status, new.status) {
        case (.provisional, .revised):
            return "The publisher replaced its provisional figure with a revised one."
        case (.provisional, .final):
            return "The publisher replaced its provisional figure with its final one."
        case (.final, .revised): return "The publisher revised a figure that had been final."
        case (_, _): return "No reason was recorded."
        }
    }

    // MARK: Targets and breaks

    private func events(of detail: TargetDetail, on today: Day) -> [HistoryEvent] {
        let target = detail.entry.target
        let words = target.words(in: measure.facts.format, on: target.ends ?? today)
        let by = [detail.scope == .national ? "National" : "Local", detail.setBy]
            .compactMap(\.self).joined(separator: ", ")
        let set = HistoryEvent(
            day: detail.setOn.flatMap { Day($0) } ?? target.starts, title: "Target set",
            words: "\(words), \(until(target)).", reason: "\(by).")
        guard let ends = target.ends, ends < today else { return [set] }
        return [
            HistoryEvent(
                day: ends, title: "Target ended",
                words: "\(words) ended on \(ends.label).", reason: "\(by)."), set,
        ]
    }

    private func until(_ target: Target) -> String {
        let start = target.starts.map { "from \($0.label)" } ?? "with no first day recorded"
        return target.ends.map { "\(start) until \($0.label)" } ?? "\(start), with no end set"
    }

    private func event(_ entry: SeriesBreak) -> HistoryEvent {
        HistoryEvent(
            day: entry.first.start, title: "Way of counting changed",
            words:
                "Figures from \(entry.first.shortLabel) on cannot be compared with those before.",
            reason: entry.reason.capitalisedFirst + ".")
    }

    // MARK: Names

    private func sources(of line: MeasureSeries) -> String {
        line.sources.joined(separator: "; ")
    }

    /// What a line is called among the measure's.
    func name(of line: MeasureSeries) -> String {
        switch line.role {
        case .headline: line.seriesTitle
        case .part, .related: line.label ?? line.seriesTitle
        }
    }

    /// How the figures of a line are written: a part may be a count where the measure is none.
    func format(of line: MeasureSeries) -> FigureFormat {
        let format = measure.facts.format
        guard line.role != .headline else { return format }
        let isWhole = line.transform == .numerator || line.valueKind == .count
        return FigureFormat(
            kind: isWhole ? .count : line.valueKind, decimals: isWhole ? 0 : format.decimals)
    }
}

extension HistoryEvents {
    /// A figure as it was known on a day.
    struct Known {
        let line: String
        let format: FigureFormat
        let revision: Revision
    }

    /// The figures as they were known at the end of a day, the latest period first: those that the
    /// measure is judged by, or of a gap those of its parts.
    func known(on day: Day) -> [Known] {
        let hasHeadline = measure.series.contains { $0.role == .headline }
        var found: [Known] = []
        var periods: Set<Period> = []
        for line in measure.series where line.role == (hasHeadline ? .headline : .part) {
            let format = format(of: line)
            let own = revisions.filter { $0.position == line.position && $0.knownOn <= day }
            for (period, versions) in Dictionary(grouping: own, by: \.figure.period) {
                // Of two series for one period the one listed first is the measure's own.
                if hasHeadline, !periods.insert(period).inserted { continue }
                guard let last = versions.max(by: { $0.place < $1.place }) else { continue }
                found.append(Known(line: name(of: line), format: format, revision: last))
            }
        }
        return found.sorted { one, other in
            let (left, right) = (one.revision, other.revision)
            return left.figure.period == right.figure.period
                ? left.position < right.position : left.figure.period > right.figure.period
        }
    }
}

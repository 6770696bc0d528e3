import Scorecard

// What a column says of a measure in words and numbers.

extension ReportMeasuresEntry {
    /// What a cell says, and the lines under it; no text where there is nothing.
    struct Words {
        let text: String?
        var notes: [String] = []

        init(_ text: String?, _ notes: [String?] = []) {
            self.text = text
            self.notes = text == nil ? [] : notes.compactMap(\.self)
        }
    }

    func words(_ column: ReportColumn) -> Words {
        switch column {
        case .code: Words(code)
        case .goodIs: Words(standing.measure.polarity.words)
        case .unit: Words(standing.measure.unit)
        case .twoYearsBefore: past(twoYearsBefore)
        case .yearBefore, .samePeriodLastYear: past(yearBefore)
        case .quarters: Words(quartersWords)
        case .latest: Words(standing.latestText, [standing.countText, standing.latestPeriod])
        case .dates: Words(dates, [next])
        case .flag: Words(standing.latest?.flag?.words)
        case .target: Words(target, [targetKind])
        case .status: Words(standing.judgement.status.words)
        case .change: Words(change, [changeSince])
        case .trend: Words(standing.trend?.words)
        case .country: Words(text(standing.countryLatest), [periodWords])
        case .region: Words(text(regionFigure), [periodWords])
        case .neighbours:
            Words(neighbours?.value.map { format.text($0) }, [neighbourMethod])
        case .forecast:
            Words(
                forecast.map { format.text($0.forecast.value) },
                [forecast.map { "for \($0.forecast.period.shortLabel), by \($0.role)" }])
        case .comment: Words(commentWords ?? "Nobody has commented.")
        case .action: Words(actionWords ?? "No action is recorded.")
        case .definition: Words("What \(title) is")
        }
    }

    private var periodWords: String? { standing.latest?.period.shortLabel }

    private func past(_ figure: Figure?) -> Words {
        Words(text(figure), [figure?.period.shortLabel, figure.flatMap(breakWords)])
    }

    /// That a figure of the past was counted otherwise than the latest one.
    private func breakWords(_ figure: Figure) -> String? {
        guard let latest = standing.latest?.period,
            standing.breaks.contains(where: { $0.parts(figure.period, from: latest) })
        else { return nil }
        return "before a break in series: do not compare"
    }

    private var quartersWords: String? {
        let quarters = quartersOfYear
        guard !quarters.isEmpty else { return nil }
        return quarters.map { quarter, figure in
            "\(quarter.shortLabel) \(text(figure) ?? QualityMarker.notAvailable.shorthand)"
        }.joined(separator: "; ")
    }

    private var commentWords: String? {
        guard let said = comment ?? olderComment else { return nil }
        return "\(said.whatHappened) (\(said.period.shortLabel), \(said.authorRole))"
    }

    private var actionWords: String? {
        actions.isEmpty ? nil : actions.map { $0.words(on: day) }.joined(separator: ". ")
    }
}

extension Action {
    /// What, who, by when and how far: `Open a third home: Head of property, due 1 June 2026,
    /// under way`.
    func words(on day: Day) -> String {
        let end = what.last.map { ".!?".contains($0) } ?? false ? String(what.dropLast()) : what
        return "\(end): \(ownerRole), \(dueWords), \(stateWords(on: day))"
    }

    /// `due 1 June 2026`, or that no date is set.
    var dueWords: String { due.map { "due \($0.label)" } ?? "no date set" }

    /// `under way`, with a word where it should have been done.
    func stateWords(on day: Day) -> String {
        state.words.lowercased() + (isOverdue(on: day) ? " and overdue" : "")
    }
}

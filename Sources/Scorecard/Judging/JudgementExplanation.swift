extension Judgement {
    /// Why the measure has its status, as a sentence with the numbers in it.
    ///
    /// For example: "7.8% is 52.2 points below the target of 60.0%; close would be
    /// within 5.0 points." Nothing in it tells of a figure that is not shown.
    public func explanation(in format: FigureFormat) -> String {
        switch status {
        case .onTarget, .close, .offTarget:
            MissExplanation(self, format)?.sentence ?? status.words + "."
        case .noTarget: "No target has been set, so \(latest(format)) is not judged."
        case .targetExpired: expired(format)
        case .tooEarly: tooEarly(format)
        case .awaitingData: "There has never been a figure."
        case .noNewData:
            "The latest figure, \(latest(format)), is too old to judge on \(day.label)."
        case .suppressed: "The figure\(period) is not shown, so it is not judged."
        case .inDevelopment: "The measure is agreed and not yet in use, so it is not judged."
        case .toBeDefined: "The measure is named and not yet defined, so it cannot be judged."
        case .contextOnly: "The measure sets the scene and is not judged."
        }
    }

    /// `43.0% for 2018/19`.
    private func latest(_ format: FigureFormat) -> String {
        guard let value = figure?.value else { return "the figure\(period)" }
        return format.text(value) + period
    }

    private var period: String {
        guard let period = figure?.period else { return "" }
        switch period.kind {
        case .snapshot: return " \(period.label)"
        case .financialQuarter, .financialYear, .academicYear, .cumulativeTerm, .schoolTerm,
            .calendarYear, .pooledYears, .month:
            return " for \(period.shortLabel)"
        }
    }

    private func expired(_ format: FigureFormat) -> String {
        let ended = target?.ends.map { " on \($0.label)" } ?? ""
        return "The last target ended\(ended), so \(latest(format)) is not judged."
    }

    private func tooEarly(_ format: FigureFormat) -> String {
        if case .trajectory(let trajectory) = target?.goal {
            let first = trajectory.milestones[0]
            return """
                The first milestone is \(format.exactText(first.value)) by \(first.day.label), \
                so \(latest(format)) is not judged.
                """
        }
        let begins = target?.starts.map { " on \($0.label)" } ?? " later"
        return "The target begins\(begins), so \(latest(format)) is not judged."
    }
}

/// How far a judged figure is from what it was held against.
private struct MissExplanation {
    let value: FixedDecimal
    let goal: Goal
    let tolerance: Tolerance
    let verdict: Verdict
    let format: FigureFormat
    let day: Day
    /// The places at which the figure keeps its status.
    let places: Int

    init?(_ judgement: Judgement, _ format: FigureFormat) {
        guard let figure = judgement.figure, let value = figure.value,
            let target = judgement.target, let verdict = judgement.verdict
        else { return nil }
        self.value = value
        goal = target.goal
        tolerance = target.tolerance
        self.verdict = verdict
        self.format = format
        day = figure.period.end
        places = format.places(of: value, judged: judgement)
    }

    var sentence: String {
        switch goal {
        case .atLeast, .atMost: held(against: "the target of \(text(verdict.bound))")
        case .trajectory:
            held(against: "the milestone of \(milestone) for \(day.label)")
        case .within(let low, let high): within("the range of \(text(low)) to \(text(high))")
        case .floor(let floor, let aim): held(floor, aim)
        case .maintain(let bound): maintained(text(bound))
        }
    }

    private func held(against bound: String) -> String {
        guard value != verdict.bound else { return "\(figure) meets \(bound) exactly." }
        let side = value > verdict.bound ? "above" : "below"
        let miss = "\(figure) is \(distance) \(side) \(bound)"
        switch verdict.status {
        case .close: return "\(miss), which is \(allowedWords)."
        case .offTarget: return "\(miss); \(closeWords)."
        case .onTarget, .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData,
            .suppressed, .inDevelopment, .toBeDefined, .contextOnly:
            return "\(miss)."
        }
    }

    private func within(_ range: String) -> String {
        guard verdict.isShort else { return "\(figure) lies within \(range)." }
        return held(against: range)
    }

    private func held(_ floor: FixedDecimal, _ aim: FixedDecimal?) -> String {
        switch (verdict.status, aim) {
        case (.offTarget, _):
            return "\(figure) is \(distance) below the floor of \(text(floor))."
        case (.close, let aim?):
            return """
                \(figure) is at or above the floor of \(text(floor)) and \(distance) below \
                the aim of \(text(aim)).
                """
        case (.close, nil):
            return "\(figure) is at or above the floor of \(text(floor)), which counts as close."
        case (_, let aim): return held(against: "the aim of \(text(aim ?? floor))")
        }
    }

    private func maintained(_ bound: String) -> String {
        guard value != verdict.bound else { return "\(figure) is unchanged from \(bound)." }
        let side = value > verdict.bound ? "above" : "below"
        let miss = "\(figure) is \(distance) \(side) \(bound)"
        guard verdict.status == .onTarget else {
            return "\(miss); to count as unchanged it would be within \(allowed)."
        }
        return "\(miss), which is within the \(allowed) that counts as unchanged."
    }

    private var figure: String { format.with(decimals: places).text(value) }

    private var distance: String {
        verdict.shortfall.map { format.distance($0, atLeast: places) } ?? "far"
    }

    private var allowed: String {
        guard let amount = verdict.tolerance else { return "the tolerance" }
        switch tolerance {
        case .absolute: return format.allowance(amount)
        case .relative(let percent): return "\(format.allowance(amount)) (\(percent)%)"
        }
    }

    private var allowedWords: String { "within the \(allowed) that counts as close" }

    private var closeWords: String {
        tolerance.isNone ? "no shortfall counts as close" : "close would be within \(allowed)"
    }

    /// A milestone between two dates has many places; as many are shown as the figure has.
    private var milestone: String {
        format.text(verdict.bound, missing: value)
    }

    private func text(_ value: FixedDecimal) -> String { format.exactText(value) }
}

/// How far a judged figure is from what it was held against, as a sentence.
struct MissExplanation {
    private let value: FixedDecimal
    private let goal: Goal
    private let verdict: Verdict
    private let format: FigureFormat
    private let day: Day
    private let shown: MissNumbers

    /// The explanation of a judgement; `nil` unless a figure was judged.
    init?(_ judgement: Judgement, _ format: FigureFormat) {
        guard let figure = judgement.figure, let value = figure.value,
            let target = judgement.target, let verdict = judgement.verdict
        else { return nil }
        self.value = value
        goal = target.goal
        self.verdict = verdict
        self.format = format
        day = figure.period.end
        shown = MissNumbers(
            of: value, target, verdict, format, from: format.places(of: value, judged: judgement))
    }

    var sentence: String {
        switch goal {
        case .atLeast, .atMost: held(against: "the target of \(shown.bound)")
        case .trajectory:
            held(against: "the milestone of \(shown.bound) for \(day.label)")
        case .within(let low, let high): within("the range of \(text(low)) to \(text(high))")
        case .floor(let floor, let aim): held(floor, aim)
        case .maintain: maintained
        }
    }

    private func held(against bound: String) -> String {
        guard value != verdict.bound else { return "\(shown.figure) meets \(bound) exactly." }
        let miss = "\(shown.figure) is \(shown.distance) \(side) \(bound)"
        switch verdict.status {
        case .close: return "\(miss), which is \(shown.within("close"))."
        case .offTarget:
            guard let allowed = shown.allowed else {
                return "\(miss); no shortfall counts as close."
            }
            return "\(miss); close would be within \(allowed)."
        case .onTarget, .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData,
            .suppressed, .inDevelopment, .toBeDefined, .contextOnly:
            return "\(miss)."
        }
    }

    private func within(_ range: String) -> String {
        guard verdict.isShort else { return "\(shown.figure) lies within \(range)." }
        return held(against: range)
    }

    private func held(_ floor: FixedDecimal, _ aim: FixedDecimal?) -> String {
        switch (verdict.status, aim) {
        case (.offTarget, _):
            return "\(shown.figure) is \(shown.distance) below the floor of \(text(floor))."
        case (.close, let aim?):
            return """
                \(shown.figure) is at or above the floor of \(text(floor)) and \
                \(shown.distance) below the aim of \(text(aim)).
                """
        case (.close, nil):
            return """
                \(shown.figure) is at or above the floor of \(text(floor)), which counts as close.
                """
        case (_, let aim): return held(against: "the aim of \(text(aim ?? floor))")
        }
    }

    private var maintained: String {
        guard value != verdict.bound else {
            return "\(shown.figure) is unchanged from \(shown.bound)."
        }
        let miss = "\(shown.figure) is \(shown.distance) \(side) \(shown.bound)"
        guard verdict.status != .onTarget else {
            return "\(miss), which is \(shown.within("unchanged"))."
        }
        guard let allowed = shown.allowed else {
            return "\(miss); only \(shown.bound) exactly counts as unchanged."
        }
        return "\(miss); to count as unchanged it would be within \(allowed)."
    }

    private var side: String { value > verdict.bound ? "above" : "below" }

    private func text(_ value: FixedDecimal) -> String { format.exactText(value) }
}

import Scorecard

/// How things stand, in words for a child of eleven.
enum ChildWords {
    /// What is said of one measure.
    static func verdict(_ status: TargetStatus) -> String {
        switch status {
        case .onTarget: "We are doing what we said"
        case .close: "Nearly there"
        case .offTarget: "Not there yet"
        case .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData, .suppressed,
            .inDevelopment, .toBeDefined, .contextOnly:
            "We cannot say yet"
        }
    }

    /// Why a measure cannot be judged, to stand after `verdict`; `nil` for one that is.
    static func reason(_ status: TargetStatus) -> String? {
        switch status {
        case .onTarget, .close, .offTarget: nil
        case .noTarget: "because we have not said what number we want to reach."
        case .targetExpired: "because the time for our goal is over, and there is no new goal."
        case .tooEarly: "because the time for our goal has not begun."
        case .awaitingData: "because we do not have a number."
        case .noNewData: "because our last number is too old."
        case .suppressed:
            "because so few children are counted that we keep the number private."
        case .inDevelopment: "because we are still working out how to count it."
        case .toBeDefined: "because we have not decided what to count."
        case .contextOnly: "because this number is not good or bad. It helps us to understand."
        }
    }

    /// What is said of several measures, such as “We count 12 things for this. On 3 we are doing
    /// what we said. On 2 we are nearly there. On 7 we cannot say yet.”
    static func sentence(_ rollUp: RollUp) -> String {
        guard rollUp.total > 0 else { return "We do not measure this yet." }
        let things = "We count \(rollUp.total.counted("thing")) for this."
        guard rollUp.judged > 0 else { return "\(things) \(unknown(rollUp))" }
        let parts = [
            (rollUp[.onTarget], "we are doing what we said."),
            (rollUp[.close], "we are nearly there."),
            (rollUp[.offTarget], "we are not there yet."),
            (rollUp.notJudged, "we cannot say yet."),
        ].filter { $0.0 > 0 }
        guard rollUp.total > 1 else {
            return "\(things) \((parts.first?.1 ?? "").capitalisedFirst)"
        }
        return things + parts.map { " On \($0.0) \($0.1)" }.joined()
    }

    /// What is said where nothing can be judged, with the reason that most of it has.
    private static func unknown(_ rollUp: RollUp) -> String {
        let words =
            rollUp.total == 1
            ? "We cannot say yet how it is going" : "We cannot say yet how they are going"
        guard let commonest = TargetStatus.allCases.first(where: { rollUp[$0] * 2 > rollUp.total }),
            let reason = reason(commonest)
        else { return words + "." }
        let isAll = rollUp[commonest] == rollUp.total
        return isAll ? "\(words), \(reason)" : "\(words), mostly \(reason)"
    }
}

import Scorecard

/// How likely something is, or how much harm it would do, from 1 to 5.
struct RiskScale: Equatable {
    let number: Int
    let words: String

    static let likelihoods = scale([
        "Very unlikely", "Unlikely", "Possible", "Likely", "Almost certain",
    ])
    static let impacts = scale(["Very small", "Small", "Moderate", "Large", "Very large"])

    private static func scale(_ words: [String]) -> [RiskScale] {
        words.enumerated().map { RiskScale(number: $0 + 1, words: $1) }
    }

    /// The step that a number names; `nil` for what is none.
    static func step(_ text: String, of scale: [RiskScale]) -> RiskScale? {
        scale.first { "\($0.number)" == text }
    }
}

/// How much a risk matters: its likelihood times its impact.
struct RiskScore: Comparable {
    let number: Int

    init(_ likelihood: RiskScale, _ impact: RiskScale) {
        number = likelihood.number * impact.number
    }

    enum Rating: String, CaseIterable {
        case low
        case medium
        case high

        var words: String { rawValue.capitalisedFirst }
    }

    var rating: Rating {
        if number >= Self.high { return .high }
        return number >= Self.medium ? .medium : .low
    }

    static func < (left: RiskScore, right: RiskScore) -> Bool { left.number < right.number }

    private static let medium = 6
    private static let high = 13

    /// The rule as it is printed.
    static let rule = """
        Likelihood and impact are each scored from 1 (lowest) to 5 (highest), and multiplied. \
        1 to \(medium - 1) is low, \(medium) to \(high - 1) is medium, and \(high) to 25 is high.
        """
}

/// A risk that a report tells of.
struct ReportRisk: Equatable {
    /// The same in every edition that calls it so.
    let key: String
    let what: String
    let likelihood: RiskScale?
    let impact: RiskScale?
    /// What is done about it.
    let doing: String
    /// The role of whoever answers for it: never a name.
    let owner: String
    let due: TypedDate

    static let columns = ["what", "likelihood", "impact", "doing", "owner", "due"]

    var score: RiskScore? {
        likelihood.flatMap { likelihood in impact.map { RiskScore(likelihood, $0) } }
    }
}

extension EditionContent {
    /// The risks that were typed, the highest first, equal ones as they were typed.
    var risks: [ReportRisk] {
        var keys = CommitmentKeys()
        let risks = rows(.risk).compactMap { row -> ReportRisk? in
            func text(_ column: String) -> String { self[.cell(.risk, row, column)].stripped }
            let what = text("what")
            guard !what.isEmpty else { return nil }
            return ReportRisk(
                key: keys.risk(what), what: what,
                likelihood: .step(text("likelihood"), of: RiskScale.likelihoods),
                impact: .step(text("impact"), of: RiskScale.impacts), doing: text("doing"),
                owner: text("owner"), due: TypedDate(text: text("due")))
        }
        return risks.enumerated().sorted { left, right in
            let (one, other) = (left.element.score?.number ?? 0, right.element.score?.number ?? 0)
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
    }
}

import Scorecard

extension EntryTerms {
    /// A percentage of children, counted out of so many.
    static let plans = EntryTerms(
        shape: .ratio(per: 100), kind: .percentage, decimals: 1,
        title: "EHC plans issued within 20 weeks",
        numeratorName: "New EHC plans issued within 20 weeks",
        denominatorName: "New EHC plans issued")

    /// A percentage whose numbers have long names.
    static let reviews = EntryTerms(
        shape: .ratio(per: 100), kind: .percentage, decimals: 1, title: "Reviews",
        numeratorName: "Children at or above the expected level in all five areas at their review",
        denominatorName: "Children with a review")

    /// A count.
    static let practitioners = EntryTerms(
        shape: .count, kind: .count, decimals: 0, title: "Practitioners trained",
        numeratorName: "Practitioners trained")

    /// A figure typed as it is.
    static func typed(_ kind: ValueKind, decimals: Int = 1, hasDenominator: Bool = false) -> Self {
        EntryTerms(
            shape: kind == .count ? .count : .value(hasDenominator: hasDenominator), kind: kind,
            decimals: decimals, title: "Progress 8, EHC plan", denominatorName: "Pupils")
    }

    /// A figure worked out from two numbers.
    static func ratio(_ kind: ValueKind, per multiplier: Int32 = 100) -> Self {
        EntryTerms(shape: .ratio(per: multiplier), kind: kind, decimals: 1, title: "Children")
    }
}

extension Plausibility {
    /// A figure set beside those of the periods just before it, oldest first.
    init(
        _ value: FixedDecimal?, after values: [FixedDecimal?], from first: String = "2020-21-FY",
        _ terms: EntryTerms, breaks: [SeriesBreak] = []
    ) throws {
        let all = try series(from: first, values + [value])
        self.init(
            all[all.count - 1], terms: terms, history: all.dropLast().reversed(), breaks: breaks)
    }

    /// What is asked of one kind.
    func question(_ kind: DoubtKind) -> String? {
        doubts.first { $0.kind == kind }?.question
    }

    /// The kinds of doubt there are.
    var kinds: [DoubtKind] { doubts.map(\.kind) }
}

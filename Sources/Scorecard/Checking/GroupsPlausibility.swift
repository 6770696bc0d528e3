/// How likely the figures of groups of children are beside that of all children.
///
/// What is counted of a group is counted of all, too, so no group has more than all, and groups
/// that make up the whole come to it. Scores and the like are not added up; of those only what
/// they were counted out of is.
public struct GroupsPlausibility: Sendable {
    private let whole: Figure
    private let terms: EntryTerms

    /// Begins with the figure of all children.
    public init(whole: Figure, terms: EntryTerms) {
        self.whole = whole
        self.terms = terms
    }

    /// What is unlikely about a group that has more than all.
    public func doubt(about group: Figure) -> Doubt? {
        for box in terms.shape.boxes {
            guard let all = count(box, of: whole), let part = count(box, of: group), part > all
            else { continue }
            return Doubt(
                kind: .groupAboveWhole, summary: "a group has more than all children",
                question: """
                    The \(noun(box)) (\(part.inFull)) is greater than that of all children \
                    (\(all.inFull)).
                    """)
        }
        return nil
    }

    /// What is unlikely about groups that make up the whole and come to something else.
    ///
    /// - Parameters:
    ///   - parts: their figures.
    ///   - names: what they are called, as a list in a sentence.
    /// - Returns: `nil` where they come to it, or not all of it is known.
    public func doubt(aboutSumOf parts: [Figure], called names: String) -> Doubt? {
        for box in terms.shape.boxes {
            let counts = parts.compactMap { count(box, of: $0) }
            guard let all = count(box, of: whole), counts.count == parts.count,
                let sum = Self.sum(counts), sum != all
            else { continue }
            return Doubt(
                kind: .groupsApartFromWhole, summary: "the groups do not add up to all children",
                question: """
                    \(names) make up all children. Their \(noun(box))s come to \(sum.inFull), and \
                    that of all children is \(all.inFull).
                    """)
        }
        return nil
    }

    /// What a box holds, where it is a count.
    private func count(_ box: EntryBox, of figure: Figure) -> FixedDecimal? {
        switch box {
        case .numerator: figure.numerator
        case .denominator: figure.denominator
        case .value: terms.shape == .count ? figure.value : nil
        }
    }

    private func noun(_ box: EntryBox) -> String {
        switch box {
        case .numerator: "top number"
        case .denominator: "bottom number"
        case .value: "number"
        }
    }

    private static func sum(_ counts: [FixedDecimal]) -> FixedDecimal? {
        counts.reduce(FixedDecimal.zero) { sum, count in sum.flatMap { $0 + count } }
    }
}

/// Who reads a measure's figures, and under which rule.
public struct DisclosureTerms: Hashable, Sendable {
    /// Who reads.
    public let audience: Audience
    /// The small-number rule of the measure.
    public let rule: SmallNumberRule
    /// What kind of number the figures are.
    public let kind: ValueKind
    /// What a rate is per.
    public let multiplier: Int32?

    /// Creates the terms for one measure and one reader.
    public init(
        audience: Audience, rule: SmallNumberRule, kind: ValueKind, multiplier: Int32? = nil
    ) {
        self.audience = audience
        self.rule = rule
        self.kind = kind
        self.multiplier = multiplier
    }

    /// A figure as these readers may see it by itself.
    public func shown(_ figure: Figure) -> Figure {
        figure.shown(to: audience, under: rule, as: kind, per: multiplier)
    }

    /// How far one figure lies above another, from what is shown of both; `nil` if either is not.
    ///
    /// It serves changes over time, gaps between groups and revisions alike, and is made from
    /// the rounded numbers where there are such, so that it says no more than they do.
    public func difference(from earlier: Figure, to later: Figure) -> FixedDecimal? {
        guard let then = shown(earlier).value, let now = shown(later).value else { return nil }
        return now - then
    }

    /// The gap from one figure to another, withheld when either is.
    ///
    /// With the gap and one end the other could be worked out; for the same reason it is
    /// computed again where the ends are rounded. Ends that belong to a ``DisclosureTable`` are
    /// given as the table shows them.
    public func shown(gap: Figure, from start: Figure, to end: Figure) -> Figure {
        let (start, end) = (shown(start), shown(end))
        if gap.isSuppressed || start.isSuppressed || end.isSuppressed { return gap.withheld }
        guard audience == .everyone, rule.rounding == .nearestFive, gap.value != nil else {
            return gap
        }
        return Figure(
            period: gap.period, value: difference(from: start, to: end), status: gap.status,
            marker: gap.marker)
    }

    /// The versions of one period's figure as these readers may see them.
    ///
    /// A version is shown only if neither it nor the current figure is withheld: an early
    /// version of a figure that is withheld today is near enough to give it away. The current
    /// figure is given as its table shows it, since it may be withheld for another's sake.
    public func shown(versions: [Figure], current: Figure) -> [Figure] {
        guard !shown(current).isSuppressed else { return versions.map(\.withheld) }
        return versions.map(shown)
    }
}

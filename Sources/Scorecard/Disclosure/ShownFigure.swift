extension Figure {
    /// The figure as it may be shown by itself: every figure passes here before it is rendered.
    ///
    /// The service sees what there is. Everyone else sees it withheld or rounded as the rule
    /// says. What a publisher withheld is withheld from the service too, since the value is not
    /// ours to show. Showing a shown figure again changes nothing. A figure that belongs to a
    /// total, a year or a cumulative series is shown by ``DisclosureTable``, which asks here
    /// first and then looks at the others.
    /// The multiplier is what a rate is per, such as 10,000; a percentage needs none.
    public func shown(
        to audience: Audience, under rule: SmallNumberRule, as kind: ValueKind,
        per multiplier: Int32? = nil
    ) -> Figure {
        if isSuppressed { return withheld }
        switch audience {
        case .service: return self
        case .everyone: break
        }
        let counts = FigureCounts(of: self, as: kind, per: multiplier)
        if rule.withholds(counts, kind) { return withheld }
        switch rule.rounding {
        case .none: return self
        case .nearestFive: return rounded(counts, as: kind, per: multiplier)
        }
    }

    /// The figure without its numbers and without anything that hints at them.
    ///
    /// That it was revised or provisional is dropped as well: a figure revised while it is
    /// withheld would tell that its count had moved.
    public var withheld: Figure {
        Figure(period: period, value: nil, marker: .confidential)
    }

    /// The figure to the nearest 5, so that its exact count cannot be worked back.
    ///
    /// Percentages and rates are computed again from the rounded counts. A mean keeps its value
    /// and loses its sum, which would give the count away. A rate that cannot be computed again
    /// for want of its multiplier is withheld.
    private func rounded(
        _ counts: FigureCounts, as kind: ValueKind, per multiplier: Int32?
    ) -> Figure {
        let rounded = counts.rounded
        switch kind {
        case .narrative:
            return self
        case .count:
            return with(
                value: rounded.value, rounded, isZeroed: rounded.value == .zero && value != .zero)
        case .score, .points:
            return Figure(
                period: period, value: value, denominator: denominator?.nearestFive,
                status: status, marker: marker)
        case .percentage, .composition, .rate:
            return ratio(of: rounded, per: kind.multiplier(stated: multiplier))
        }
    }

    private func ratio(of rounded: FigureCounts, per multiplier: Int32?) -> Figure {
        let isWithoutParts = numerator == nil && denominator == nil
        if isWithoutParts || value == nil || value == .zero {
            return with(value: value, rounded, isZeroed: false)
        }
        guard let numerator = rounded.numerator, let denominator = rounded.denominator,
            let again = multiplier.flatMap({ numerator.dividing(by: denominator, per: $0) })
        else { return withheld }
        return with(value: again, rounded, isZeroed: numerator == .zero)
    }

    /// The figure with other numbers; it keeps its parts only where it had them.
    private func with(value: FixedDecimal?, _ counts: FigureCounts, isZeroed: Bool) -> Figure {
        Figure(
            period: period, value: value,
            numerator: numerator == nil ? nil : counts.numerator,
            denominator: denominator == nil ? nil : counts.denominator,
            status: status, marker: isZeroed ? marker ?? .roundsToZero : marker)
    }
}

extension Plausibility {
    /// A move from the figure before that is larger than every earlier move.
    ///
    /// Moves are taken between neighbours of the series since its last break, since what moved
    /// under another definition says nothing of this one. With fewer than ``fewestChanges`` the
    /// coarser ``isLarge(from:to:)`` decides. One in the last place shown is never unusual, or
    /// every first move of a steady series would be asked about.
    var unusualChange: Doubt? {
        guard let now = figure.value, let before = neighbours.first, let then = before.value,
            let change = now - then, change.magnitude > lastPlace
        else { return nil }
        let moves = zip(neighbours, neighbours.dropFirst()).compactMap(Self.move)
        if moves.count >= Self.fewestChanges {
            guard moves.allSatisfy({ $0 < change.magnitude }) else { return nil }
        } else {
            guard isLarge(from: then, to: now) else { return nil }
        }
        return Doubt(
            kind: .unusualChange,
            summary: moves.count >= Self.fewestChanges
                ? "the change is larger than any before" : "the change is large",
            question: compared(now, with: then, of: before, change))
    }

    /// The fewest earlier moves that show what is usual.
    private static let fewestChanges = 3

    /// The figures that a move is taken between, latest first.
    ///
    /// A figure of the year so far falls when a year begins, and school terms are unlike one
    /// another, so they are set beside the same time of other years.
    private var neighbours: [Figure] {
        guard comparesYears else { return comparable }
        let steps = figure.period.kind.countInYear
        return comparable.filter { past in
            past.period.distance(to: figure.period)?.isMultiple(of: steps) ?? true
        }
    }

    private var comparesYears: Bool {
        terms.timeBasis == .cumulative || figure.period.kind == .schoolTerm
    }

    private static func move(_ later: Figure, _ earlier: Figure) -> FixedDecimal? {
        guard let now = later.value, let then = earlier.value else { return nil }
        return (now - then)?.magnitude
    }

    /// One in the last place that figures are shown with.
    private var lastPlace: FixedDecimal {
        FixedDecimal(
            hundredMillionths: Int64(FixedDecimal.powers[FixedDecimal.places - terms.decimals]))
    }

    /// Whether a move is large by itself, where little is known of what is usual.
    ///
    /// Percentages, shares and points: more than 20 points. Rates: more than double or less than
    /// half. Counts: that, and by more than 5, since small numbers double by chance. Scores have
    /// no scale that is known here, so only what a slipped decimal point makes: more than five
    /// times as far from zero or less than a fifth, and by more than 1. The numbers are the
    /// portal's own.
    private func isLarge(from then: FixedDecimal, to now: FixedDecimal) -> Bool {
        guard let size = (now - then)?.magnitude else { return true }
        switch terms.kind {
        case .percentage, .composition, .points: return size > FixedDecimal(20)
        case .rate: return now.isBeyond(2, timesOrPart: then)
        case .count: return now.isBeyond(2, timesOrPart: then) && size > FixedDecimal(5)
        case .score: return now.isBeyond(5, timesOrPart: then) && size > FixedDecimal(1)
        case .narrative: return false
        }
    }

    /// Both figures, how far they lie apart, and what was typed if both were counted.
    private func compared(
        _ now: FixedDecimal, with then: FixedDecimal, of before: Figure, _ change: FixedDecimal
    ) -> String {
        let places = terms.format.placesAgreeing(now, then, apart: change)
        let shown = terms.format.with(decimals: places)
        let way = change > .zero ? "higher" : "lower"
        let isYear = comparesYears && before.period == figure.period.yearBefore
        let time = isYear ? "the year before" : "last time"
        let sentence = """
            \(shown.text(now)) is \(shown.distance(change)) \(way) than \(time) \
            (\(shown.text(then))).
            """
        guard let parts = figure.parts, let partsBefore = before.parts else { return sentence }
        return "\(sentence) \(time.capitalisedFirst) was \(partsBefore); you typed \(parts)."
    }
}

extension Figure {
    /// What was counted out of what: `41 of 312`.
    fileprivate var parts: String? {
        guard let numerator, let denominator else { return nil }
        return "\(numerator.inFull) of \(denominator.inFull)"
    }
}

extension FixedDecimal {
    /// Whether this is more than so many times as far from zero as another, or the other as this.
    fileprivate func isBeyond(_ times: UInt128, timesOrPart other: FixedDecimal) -> Bool {
        let (one, two) = (wide.magnitude, other.wide.magnitude)
        return one > two * times || two > one * times
    }
}

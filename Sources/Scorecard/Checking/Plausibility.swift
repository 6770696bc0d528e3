/// How likely a typed figure is, beside those before it and by itself.
///
/// Doubts are asked and answered; they never stop a figure, since unlikely figures are often true.
/// Figures that are withheld, missing, of another kind of period or not earlier say nothing here.
public struct Plausibility: Sendable {
    /// The figure.
    let figure: Figure
    /// What is known of the measure.
    let terms: EntryTerms
    /// The figures before it, latest first.
    let earlier: [Figure]
    /// Those since the last break of the series, latest first.
    let comparable: [Figure]

    /// Sets a figure beside those before it.
    ///
    /// - Parameters:
    ///   - figure: the figure as it was typed.
    ///   - terms: what is known of its measure.
    ///   - history: the published figures of the same measure, area and breakdown.
    ///   - breaks: the breaks of the series.
    public init(
        _ figure: Figure, terms: EntryTerms, history: [Figure], breaks: [SeriesBreak] = []
    ) {
        self.figure = figure
        self.terms = terms
        let known = history.filter { past in
            past.value != nil && !past.isSuppressed && past.period.kind == figure.period.kind
                && past.period.end < figure.period.end
        }
        let ordered = known.sorted { $0.period < $1.period }
        // Publishers also mark a break at a figure, without saying more.
        let marked = history.filter { $0.marker == .seriesBreak }
            .map { SeriesBreak(first: $0.period, reason: "the way of counting changed") }
        let segment = SeriesSegments(breaks: breaks + marked).latest(of: ordered + [figure])
        earlier = ordered.reversed()
        comparable = segment.dropLast().reversed()
    }

    /// Everything that is unlikely, in the order of ``DoubtKind``.
    public var doubts: [Doubt] {
        DoubtKind.allCases.compactMap(doubt)
    }

    private func doubt(_ kind: DoubtKind) -> Doubt? {
        switch kind {
        case .numeratorAboveDenominator: numeratorAboveDenominator
        case .percentageAbove100: percentageAbove100
        case .sign: unlikelySign
        case .decimals: excessDecimals
        case .unusualChange: unusualChange
        case .zeroAfterNonZeros: zeroAfterNonZeros
        // These ask for the figures of groups, too.
        case .groupAboveWhole, .groupsApartFromWhole: nil
        }
    }
}

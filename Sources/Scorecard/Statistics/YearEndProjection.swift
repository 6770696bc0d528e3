extension Projection {
    /// The count at the end of a year, from the count of the year so far.
    ///
    /// It is year to date × (last year's whole count ÷ last year's count at the same point),
    /// and the range is that of the same ratio over all earlier years there are. Both are the
    /// portal's own rule: the ratio is that of the chain ladder of insurers (T. Mack, ASTIN
    /// Bulletin 23 (1993), 213 to 225), and the range is what earlier years show and no
    /// interval of known chance.
    ///
    /// It is `nil` of other than counts, at a year's end, while nothing has been counted yet,
    /// where the latest figure is withheld, and without last year's two figures. With one
    /// earlier year there is no range.
    init?(yearEndOf figures: [Figure], _ terms: SeriesTerms, from found: ComparableFigures) {
        guard terms.unit.kind == .count,
            let latest = figures.last(where: {
                $0.period.kind == terms.kind && ($0.isSuppressed || $0.value != nil)
            }), let value = latest.comparableValue(of: terms.kind), value > .zero,
            let now = latest.period.stepOfYear, now.step < now.last,
            let year = latest.period.wholeYear
        else { return nil }
        var (lastYear, lowest, highest, years) = (Double?.none, Double.infinity, 0.0, 0)
        for end in figures {
            guard let whole = end.comparableValue(of: terms.kind),
                let place = end.period.stepOfYear, place.step == place.last,
                let part = Self.value(at: now.step, of: place.year, figures[found.first...], terms),
                part > .zero
            else { continue }
            let ratio = Double(whole) / Double(part)
            if place.year == now.year - 1 { lastYear = ratio }
            lowest = min(lowest, ratio)
            highest = max(highest, ratio)
            years += 1
        }
        guard let lastYear else { return nil }
        let sofar = Double(value)
        let range = ConfidenceInterval(lower: sofar * lowest, upper: sofar * highest)
        self.init(
            sofar * lastYear, years < 2 ? nil : range, for: year, terms.unit,
            basis: .yearSoFar(years: years))
    }

    /// The count at a step of a year, if there is one.
    private static func value(
        at step: Int, of year: Int, _ figures: ArraySlice<Figure>, _ terms: SeriesTerms
    ) -> FixedDecimal? {
        for figure in figures {
            guard let value = figure.comparableValue(of: terms.kind),
                let place = figure.period.stepOfYear, place.year == year, place.step == step
            else { continue }
            return value
        }
        return nil
    }
}

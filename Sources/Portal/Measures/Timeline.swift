import Scorecard

/// The periods of a trend, evenly spaced in time, with the figures that there are.
struct Timeline {
    struct Moment {
        let period: Period
        let local: Figure?
        let country: Figure?

        /// `792 of 3,676`, where both are known and may be shown.
        var countText: String? {
            guard let local, local.value != nil, let numerator = local.numerator,
                let denominator = local.denominator
            else { return nil }
            let whole = DecimalFormat(decimals: 0)
            return "\(whole.text(numerator)) of \(whole.text(denominator))"
        }
    }

    let moments: [Moment]

    /// No chart has more periods than this; a longer history is not filled.
    private static let most = 80

    /// Lays the figures of a measure out in time; periods that were left out stand empty.
    init(_ standing: Standing) {
        var local: [Period: Figure] = [:]
        var country: [Period: Figure] = [:]
        for figure in standing.local { local[figure.period] = figure }
        for figure in standing.country { country[figure.period] = figure }
        let known = Set(local.keys).union(country.keys)
        moments = Self.filled(known.sorted()).map { period in
            Moment(period: period, local: local[period], country: country[period])
        }
    }

    /// The periods with those between them that have no figure, where the step is plain: a year,
    /// or the next period of the kind.
    private static func filled(_ known: [Period]) -> [Period] {
        guard let first = known.first, let last = known.last, known.count > 1 else { return known }
        for step in [\Period.yearBefore, \Period.predecessor] {
            var chain = [last]
            while chain.count < most, let period = chain.last, period > first,
                let before = period[keyPath: step]
            {
                chain.append(before)
            }
            if known.allSatisfy(chain.contains) { return chain.reversed() }
        }
        return known
    }
}

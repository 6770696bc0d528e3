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
        // The latest figure comes first in both: each is gone through once, from its end.
        var local = standing.local.inOrder
        var country = standing.country.inOrder
        let known = Self.periods(local, country)
        moments = Self.filled(known).map { period in
            Moment(
                period: period, local: local.popLast(of: period),
                country: country.popLast(of: period))
        }
    }

    /// The periods of two lists of figures in order, each once.
    private static func periods(
        _ local: ArraySlice<Figure>, _ country: ArraySlice<Figure>
    ) -> [Period] {
        let all = (local.reversed() + country.reversed()).map(\.period)
        let sorted = country.isEmpty ? all : all.sorted()
        var periods: [Period] = []
        periods.reserveCapacity(sorted.count)
        for period in sorted where periods.last != period { periods.append(period) }
        return periods
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
            // Both are in order, so that each period is looked for behind the one before it.
            var rest = chain.reversed()[...]
            let isWhole = known.allSatisfy { period in
                rest = rest.drop { $0 != period }
                return !rest.isEmpty
            }
            if isWhole { return chain.reversed() }
        }
        return known
    }
}

extension [Figure] {
    /// The figures, latest first, as they nearly always are: kinds of periods that end on one day
    /// need not be.
    fileprivate var inOrder: ArraySlice<Figure> {
        let isSorted = zip(self, dropFirst()).allSatisfy { $0.period > $1.period }
        return isSorted ? self[...] : sorted { $0.period > $1.period }[...]
    }
}

extension ArraySlice<Figure> {
    /// Takes the last figure, if it is of a period.
    fileprivate mutating func popLast(of period: Period) -> Figure? {
        guard let last, last.period == period else { return nil }
        return popLast()
    }
}

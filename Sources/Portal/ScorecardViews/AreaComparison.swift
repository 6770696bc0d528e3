import Scorecard

/// The statistical neighbours that figures are compared with.
struct NeighbourSet: Equatable {
    /// The year of the model that names them.
    let model: String
    /// How many they are, with those that have no figure.
    let count: Int
}

/// What other areas have for the period of one measure's latest figure.
struct AreaFigures {
    /// What a rate is per; 1 where it is not said.
    var multiplier: Int32 = 1
    var region: AreaFigure?
    /// The neighbours that have a figure or a marker.
    var neighbours: [AreaFigure] = []
    var distribution: Distribution?
}

/// What the comparison of some measures needs besides how they stand.
struct AreaFiguresOfMeasures {
    var neighbours: NeighbourSet?
    var region: String?
    var byMeasure: [Int64: AreaFigures] = [:]
}

/// One measure's latest figure beside those of other areas for the same period.
struct AreaComparison {
    /// Why figures are not compared.
    enum Obstacle {
        /// There is no figure of our own.
        case noFigure
        /// Counts say how large an area is.
        case count
        /// Our own figure may not be shown.
        case withheld
    }

    let standing: Standing
    let others: AreaFigures
    let set: NeighbourSet?
    let method: BenchmarkMethod

    var period: Period? { standing.latest?.period }

    /// Why nothing is compared; `nil` where something can be.
    var obstacle: Obstacle? {
        guard let latest = standing.latest else { return .noFigure }
        guard standing.measure.valueKind.isComparableBetweenAreas else { return .count }
        return latest.value == nil ? .withheld : nil
    }

    /// Which way is good, if the measure is one that can be good or bad.
    var polarity: Polarity {
        standing.measure.kind == .context ? .context : standing.measure.polarity
    }

    /// The country's figure for the same period.
    var country: Figure? { standing.countryLatest }

    /// How the figure stands to the country's when chance is allowed for; `nil` where the counts
    /// behind it are not known.
    var finding: BenchmarkFinding? {
        guard let own = standing.latest, let benchmark = country?.value else { return nil }
        let unit = FigureUnit(kind: standing.measure.valueKind, multiplier: others.multiplier)
        return BenchmarkFinding(of: own, with: benchmark, unit: unit, polarity: polarity)
    }

    /// How far the figure lies from the country's; `nil` where one is missing.
    var difference: BenchmarkDifference? {
        guard let own = standing.latest, let country else { return nil }
        return BenchmarkDifference(of: country, with: own)
    }

    /// The neighbours' one number.
    var benchmark: Benchmark? {
        guard let set, let period, obstacle != .count else { return nil }
        let name = "statistical neighbours (\(set.model) model)"
        return Benchmark(method, of: summedUp, in: name, period)
    }

    /// Where the figure stands among the neighbours', best first; `nil` where neither way is
    /// better, or no neighbour has a figure.
    var placing: Placing? {
        guard let own = standing.latest?.value, obstacle == nil, !summedUp.values.isEmpty else {
            return nil
        }
        return Placing(of: own, among: summedUp, polarity: polarity)
    }

    /// How many neighbours the figure is above, and of how many, where neither way is better.
    var above: (count: Int, of: Int)? {
        guard let own = standing.latest?.value, obstacle == nil, !summedUp.values.isEmpty else {
            return nil
        }
        return (summedUp.values.count { $0 < own }, summedUp.values.count)
    }

    /// The neighbours' figures, those that have none among them.
    private var summedUp: Neighbours {
        let values = others.neighbours.compactMap { $0.figure.isSuppressed ? nil : $0.figure.value }
        let missing = max((set?.count ?? values.count) - values.count, 0)
        return Neighbours(values.map(Optional.some) + Array(repeating: nil, count: missing))
    }
}

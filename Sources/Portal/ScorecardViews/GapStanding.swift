import Scorecard

/// A measure that is the gap between two groups, on a reporting day: both ends, and how it moved.
struct GapStanding {
    let standing: Standing
    /// The gap of the latest figure's period.
    let latest: Gap
    /// The gap that it is compared with; `nil` where there is none, or it may not be compared.
    let earlier: Gap?
    /// The country's gap for the same period.
    let country: Gap?
    /// Which way is good for the groups' own figures.
    let polarity: Polarity
    /// What kind of number the groups' figures are.
    let kind: ValueKind

    /// How the gap moved; `nil` where nothing may be said of it.
    var movement: Gap.Movement? {
        earlier.flatMap { latest.movement(since: $0, polarity: polarity) }
    }

    /// How the groups' figures are written.
    var endFormat: FigureFormat { FigureFormat(kind: kind, decimals: standing.format.decimals) }
}

/// The figures of the two ends of a gap, read line by line.
struct GapEnds {
    /// Where the lines of the ends stand among the measure's, the first and the second.
    private(set) var positions: [Int] = []
    private(set) var labels: [String] = []
    private(set) var polarity: Polarity?
    private(set) var kind = ValueKind.percentage
    private var local = GapLines()
    private var country = GapLines()

    /// Adds a figure of one end; what is not of the first two parts is left out.
    mutating func add(_ row: InequalityRow) {
        if !positions.contains(row.position) {
            positions.append(row.position)
            labels.append(row.isWhole ? "All children" : row.group)
            polarity = row.basePolarity
            kind = row.valueKind
        }
        switch (positions.firstIndex(of: row.position), row.isLocal) {
        case (0, true): local.first.append(row.figure)
        case (0, false): country.first.append(row.figure)
        case (1, true): local.second.append(row.figure)
        case (1, false): country.second.append(row.figure)
        case (_, _): break
        }
    }

    /// The gap of a standing's latest figure; `nil` where an end is missing.
    func gap(of standing: Standing) -> GapStanding? {
        guard let polarity, labels.count >= 2, let period = standing.latest?.period else {
            return nil
        }
        let names = (first: labels[0], second: labels[1])
        let gaps = local.gaps(names, polarity: polarity)
        guard let latest = gaps.first(where: { $0.figure.period == period }) else { return nil }
        let comparable = standing.change.flatMap { $0.silence == nil ? $0.earlier : nil }
        return GapStanding(
            standing: standing, latest: latest,
            earlier: comparable.flatMap { earlier in
                gaps.first { $0.figure.period == earlier }
            },
            country: country.gaps(names, polarity: polarity).first { $0.figure.period == period },
            polarity: polarity, kind: kind)
    }
}

import Scorecard

/// The figures of one area on the line that a measure is judged by, one for each period.
struct FigureLine: Equatable {
    /// The figures, latest first, as their audience may see them.
    private(set) var figures: [Figure] = []
    /// Of each figure, where its series stands among the measure's.
    private var positions: [Int] = []

    /// The latest figure that has a value or is withheld; where a publisher only says that there
    /// is none yet, the one before it is the latest that is known.
    var latest: Figure? { figures.first(where: \.isKnown) }

    /// Where the series of the latest figure stands among the measure's.
    var latestPosition: Int? { figures.firstIndex(where: \.isKnown).map { positions[$0] } }

    /// The same without what is for later than a period.
    func known(to period: Period) -> FigureLine {
        var line = FigureLine()
        let known = figures.indices.filter { figures[$0].period.end <= period.end }
        line.figures = known.map { figures[$0] }
        line.positions = known.map { positions[$0] }
        return line
    }

    /// The figure of a period, if there is one.
    func figure(of period: Period) -> Figure? { figures.first { $0.period == period } }

    /// Adds figures, latest first, each in its place by time; of two for one period the series
    /// listed first wins.
    mutating func add(_ added: [Figure], from position: Int) {
        guard !figures.isEmpty else {
            figures = added
            positions = Array(repeating: position, count: added.count)
            return
        }
        for figure in added {
            let place = figures.firstIndex { $0.period <= figure.period } ?? figures.endIndex
            if place < figures.endIndex, figures[place].period == figure.period {
                guard position < positions[place] else { continue }
                figures[place] = figure
                positions[place] = position
            } else {
                figures.insert(figure, at: place)
                positions.insert(position, at: place)
            }
        }
    }
}

/// The partnership's gaps of a measure, latest first.
struct LocalGaps: Equatable {
    let all: [Gap]
    /// Which way is good for the figures of the two groups.
    let polarity: Polarity
}

/// The headline figures of one measure.
struct HeadlineLine: Equatable {
    /// The partnership's own.
    var local = FigureLine()
    /// The country's.
    var country = FigureLine()
    /// Where they may not be compared across.
    private(set) var breaks: [SeriesBreak] = []
    /// Of a gap, the partnership's own with their ends.
    var gaps: LocalGaps?

    /// Why a gap moved from one period to another; `nil` for what is no gap.
    func movement(from earlier: Period, to latest: Period) -> Gap.Movement? {
        guard let gaps, let now = gaps.all.first(where: { $0.figure.period == latest }),
            let then = gaps.all.first(where: { $0.figure.period == earlier })
        else { return nil }
        return now.movement(since: then, polarity: gaps.polarity)
    }

    /// Adds a break that is not there yet.
    mutating func add(_ entry: SeriesBreak) {
        if !breaks.contains(entry) { breaks.append(entry) }
    }

    /// Leaves out the country's, where they are no measure of how well it does.
    mutating func leaveOutCountry() { country = FigureLine() }

    /// Adds figures of one series, latest first.
    mutating func add(_ figures: [Figure], isLocal: Bool, from position: Int) {
        if isLocal {
            local.add(figures, from: position)
        } else {
            country.add(figures, from: position)
        }
    }
}

/// The figures of the two groups of children whose gap a measure is.
struct GapLines {
    /// The group that the gap is counted from: the first line less the second is the gap.
    var first: [Figure] = []
    /// The other group.
    var second: [Figure] = []

    /// The gap of each period that has figures for both groups, latest first.
    ///
    /// Of the pair, the line named first is the better-off group where high is good, and the
    /// worse-off where low is, so that the first less the second is always the disadvantage.
    func gaps(_ labels: (first: String, second: String), polarity: Polarity) -> [Gap] {
        first.compactMap { figure in
            guard let other = second.first(where: { $0.period == figure.period }) else {
                return nil
            }
            let ends = [Gap.End(labels.first, figure), Gap.End(labels.second, other)]
            let isFirstWorseOff = polarity == .lowIsGood
            return Gap(
                lessAdvantaged: ends[isFirstWorseOff ? 0 : 1],
                moreAdvantaged: ends[isFirstWorseOff ? 1 : 0], polarity: polarity)
        }
    }
}

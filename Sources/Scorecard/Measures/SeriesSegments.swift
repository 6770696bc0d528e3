/// The stretches of a series within which figures can be compared.
///
/// A published break and a change of definition part a series alike. Figures of
/// one segment are compared, tested for a trend and drawn as one line; those of
/// two are not.
public struct SeriesSegments: Hashable, Sendable {
    /// The breaks between the segments, in order of time, no two of one period.
    public let breaks: [SeriesBreak]

    /// Creates the segments of a measure's series from its breaks and definitions.
    ///
    /// Two reasons for a break at one period are told together.
    public init(breaks: [SeriesBreak], versions: [DefinitionVersion] = []) {
        let all = breaks + versions.compactMap(\.seriesBreak)
        var merged: [SeriesBreak] = []
        // The order given decides between breaks of one period, as sorting is stable.
        for entry in all.sorted(by: { $0.first < $1.first }) {
            guard let last = merged.last, last.first == entry.first else {
                merged.append(entry)
                continue
            }
            guard last.reason != entry.reason else { continue }
            merged[merged.count - 1] = SeriesBreak(
                first: last.first, reason: "\(last.reason); \(entry.reason)")
        }
        self.breaks = merged
    }

    /// Whether the figures of two periods can be compared, in either order.
    ///
    /// Of several breaks between them the first in time is told.
    public func comparability(of one: Period, and other: Period) -> Comparability {
        guard one.kind == other.kind else { return .differentKinds }
        let (earlier, later) = one < other ? (one, other) : (other, one)
        let found = breaks.first { $0.parts(earlier, from: later) }
        return found.map(Comparability.broken) ?? .comparable
    }

    /// The segments of periods in order of time, as ranges of their places.
    ///
    /// They follow one another without gap, and none is empty.
    public func segments(of periods: [Period]) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = 0
        for place in periods.indices.dropFirst()
        where breaks.contains(where: { $0.parts(periods[place - 1], from: periods[place]) }) {
            segments.append(start..<place)
            start = place
        }
        if start < periods.count { segments.append(start..<periods.count) }
        return segments
    }

    /// The figures since the last break, of figures in order of time.
    public func latest(of figures: [Figure]) -> ArraySlice<Figure> {
        guard let last = figures.last else { return [] }
        let before = figures.lastIndex { figure in
            breaks.contains { $0.parts(figure.period, from: last.period) }
        }
        return figures[(before.map { $0 + 1 } ?? figures.startIndex)...]
    }
}

/// Whether figures of two periods can be compared, and if not, why.
public enum Comparability: Hashable, Sendable {
    /// They are counted in the same way.
    case comparable
    /// A break lies between them.
    case broken(SeriesBreak)
    /// One is of another kind of period, such as a quarter and a year.
    case differentKinds

    /// The reason as a sentence; `nil` where they can be compared.
    public var sentence: String? {
        switch self {
        case .comparable: nil
        case .broken(let found):
            """
            Figures from \(found.first.shortLabel) on cannot be compared with those before: \
            \(found.reason).
            """
        case .differentKinds:
            "Figures cannot be compared because they are for different kinds of period."
        }
    }
}

/// What is asked of a measure before its series is looked at.
public struct SeriesTerms: Hashable, Sendable {
    /// The kind of period; figures of other kinds are no part of the series.
    public let kind: PeriodKind
    /// What stretch of time each figure counts.
    public let timeBasis: TimeBasis
    /// How often a figure comes, where that is known.
    public let frequency: Frequency?
    /// Which way is good.
    public let polarity: Polarity
    /// What the figures count.
    public let unit: FigureUnit
    /// The points from which figures can no longer be compared with those before.
    public let breaks: [SeriesBreak]

    /// Creates the terms of a series.
    public init(
        kind: PeriodKind, timeBasis: TimeBasis, frequency: Frequency? = nil, polarity: Polarity,
        unit: FigureUnit, breaks: [SeriesBreak] = []
    ) {
        self.kind = kind
        self.timeBasis = timeBasis
        self.frequency = frequency
        self.polarity = polarity
        self.unit = unit
        self.breaks = breaks
    }

    /// Whether a series begins again between two of its figures.
    ///
    /// A break is one that the terms name, or one that the publisher marked at the later figure.
    func part(_ earlier: Figure, from later: Figure) -> Bool {
        later.marker == .seriesBreak
            || breaks.contains { $0.parts(earlier.period, from: later.period) }
    }
}

/// Which figures of a series can be compared, and how many cannot.
struct ComparableFigures {
    /// The place of the first figure since the last break.
    private(set) var first = 0
    /// How many figures with values there are since the last break.
    private(set) var count = 0
    /// How many figures with values there are, before breaks too.
    private(set) var all = 0
    /// How many figures of the whole series are withheld.
    private(set) var withheld = 0
    /// How many periods of the whole series have a marker in place of a figure.
    private(set) var missing = 0
    /// The place of the last figure with a value, where a later one is withheld.
    private(set) var lastBeforeWithheld: Int?

    /// Looks through figures in order of time.
    init(_ figures: [Figure], _ terms: SeriesTerms) {
        var last: Int?
        for place in figures.indices where figures[place].period.kind == terms.kind {
            if figures[place].isSuppressed {
                withheld += 1
                lastBeforeWithheld = last
            } else if figures[place].value == nil {
                missing += 1
            } else {
                if let last, terms.part(figures[last], from: figures[place]) { count = 0 }
                if count == 0 { first = place }
                count += 1
                all += 1
                last = place
                lastBeforeWithheld = nil
            }
        }
    }
}

extension Figure {
    /// The value of a figure of this kind of period that may be told; `nil` for any other.
    func comparableValue(of kind: PeriodKind) -> FixedDecimal? {
        period.kind == kind && !isSuppressed ? value : nil
    }
}

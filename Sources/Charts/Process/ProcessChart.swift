/// A process chart (XmR): figures over time, between the limits of their common variation.
///
/// Which figures are more than common variation, the mean and the limits are the caller's. A grey
/// circle is common variation, a blue square improves and an orange triangle concerns; the page
/// writes the key of these shapes, as it does for all its process charts.
public struct ProcessChart: SVGDrawing, Equatable {
    /// What a figure says about the process.
    public enum Kind: Equatable, Sendable, CaseIterable {
        /// No more than chance explains.
        case common
        /// More than chance explains, and for the better.
        case improving
        /// More than chance explains, and for the worse.
        case concerning
    }

    /// The figure of a period.
    public struct Point: Equatable, Sendable {
        /// The period in words: `2024/25`.
        public let period: String
        /// The figure, or nothing where there is none to show; the line is broken there.
        public let figure: PlottedFigure?
        /// What the figure says.
        public let kind: Kind

        /// The figure of `period`; one that cannot be drawn counts as missing.
        public init(_ period: String, _ figure: PlottedFigure?, _ kind: Kind = .common) {
            self.period = period
            self.figure = figure.ifDrawable
            self.kind = kind
        }
    }

    /// Points that share their mean and limits: all of them, or those between two breaks.
    public struct Stretch: Equatable, Sendable {
        /// The numbers of its points, counted from zero, with those that have no figure.
        public let points: Range<Int>
        /// The mean.
        public let mean: PlottedFigure
        /// The lower limit.
        public let lower: PlottedFigure
        /// The upper limit.
        public let upper: PlottedFigure
        /// Why the limits begin anew, in a few words; empty for the first stretch.
        public let reason: String

        /// A stretch over `points`.
        ///
        /// - Parameters:
        ///   - points: The numbers of its points, counted from zero.
        ///   - mean: The mean.
        ///   - lower: The lower limit.
        ///   - upper: The upper limit.
        ///   - reason: Why the limits begin anew; empty for the first stretch.
        public init(
            _ points: Range<Int>, mean: PlottedFigure, lower: PlottedFigure, upper: PlottedFigure,
            reason: String = ""
        ) {
            self.points = points
            self.mean = mean
            self.lower = lower
            self.upper = upper
            self.reason = reason
        }
    }

    /// What the chart is called in the page; the IDs of both drawings begin with it.
    public let id: String
    /// The finding.
    public let title: String
    /// How the axis is written.
    public let unit: AxisUnit
    /// Whose figures they are.
    public let name: String
    /// The figures, earliest first, evenly spaced in time.
    public let points: [Point]
    /// The stretches in order of time; what cannot be drawn is taken out.
    public let stretches: [Stretch]
    /// The target of each period, as in a ``TrendChart``.
    public let target: TrendChart.Series?
    /// The values that the measure can take, such as 0 to 100.
    ///
    /// A limit beyond them says nothing, and is neither drawn nor written.
    public let possible: ClosedRange<Double>?
    /// The axis; nothing when no point has a figure.
    private(set) var scale: Scale?

    /// A process chart of `points`.
    ///
    /// - Parameters:
    ///   - id: A prefix for IDs, unique in the page.
    ///   - title: The finding, in 15 words or fewer.
    ///   - unit: How the axis is written.
    ///   - name: Whose figures they are.
    ///   - points: The figures, earliest first.
    ///   - stretches: The mean and limits of the points, or of each part between breaks.
    ///   - target: The target in each period.
    ///   - possible: The values that the measure can take.
    public init(
        id: String, title: String, unit: AxisUnit, name: String, points: [Point],
        stretches: [Stretch], target: TrendChart.Series? = nil,
        possible: ClosedRange<Double>? = nil
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.name = name
        self.points = points
        self.stretches = stretches.sorted { $0.points.lowerBound < $1.points.lowerBound }
            .compactMap { $0.fitted(to: points.count) }
        self.target = target?.fitted(to: points.count)
        self.possible = possible
        scale = drawnScale
    }

    /// What to say below the chart when its axis does not start at zero.
    public var axisNote: String? { scale.flatMap(unit.note) }

    /// The axis over all that is drawn; nothing when no point has a figure.
    private var drawnScale: Scale? {
        let own = series.values
        guard !own.isEmpty else { return nil }
        let lines = stretches.flatMap { stretch in
            [stretch.mean, shown(stretch.lower), shown(stretch.upper)].compactMap { $0?.value }
        }
        return Scale(
            covering: own + lines + (target?.values ?? []), limits: possible, isWhole: unit.isWhole)
    }

    /// Writes the wide drawing and the narrow one; nothing when there is no figure.
    public func append(to page: inout [UInt8]) {
        guard let scale else { return }
        let head = ChartHead(id: id, title: title, alternative: alternative)
        for size in DrawingSize.allCases {
            ProcessDrawing(self, size, scale: scale).append(to: &page, head: head)
        }
    }
}

extension ProcessChart {
    var periods: [String] { points.map(\.period) }

    /// The figures as a line.
    var series: TrendChart.Series { TrendChart.Series(name, points.map(\.figure)) }

    /// Where the limits begin anew.
    var breaks: [TrendChart.Break] {
        stretches.filter { $0.points.lowerBound > 0 }
            .map { TrendChart.Break(before: $0.points.lowerBound, reason: $0.reason) }
    }

    /// A limit, unless the measure cannot take its value.
    func shown(_ limit: PlottedFigure) -> PlottedFigure? {
        guard let possible else { return limit }
        return possible.contains(limit.value) ? limit : nil
    }
}

extension ProcessChart.Stretch {
    /// The stretch within `count` points, or nothing when that leaves nothing to draw.
    fileprivate func fitted(to count: Int) -> Self? {
        let kept = points.clamped(to: 0..<count)
        guard !kept.isEmpty, mean.value.isDrawable, lower.value.isDrawable, upper.value.isDrawable
        else { return nil }
        return Self(kept, mean: mean, lower: lower, upper: upper, reason: reason)
    }
}

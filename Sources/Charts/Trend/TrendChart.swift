/// Figures over time: the partnership's line, one to compare it with, and the target.
///
/// It is drawn twice, wide and narrow. The title is the finding in a few words; the caller puts the
/// figures in a table beside it.
public struct TrendChart: SVGDrawing, Equatable {
    /// A line: a name, and a figure for each period or nothing where there is none to show.
    public struct Series: Equatable, Sendable {
        /// Who or what the line is about: `Stockport`, `England`, `Target`.
        public let name: String
        /// A figure for each period of the chart, in the same order.
        public let figures: [PlottedFigure?]

        /// The line called `name` through `figures`.
        public init(_ name: String, _ figures: [PlottedFigure?]) {
            self.name = name
            self.figures = figures
        }
    }

    /// A place where the series stops being comparable with what came before.
    public struct Break: Equatable, Sendable {
        /// The number of the first period after the break, counted from zero.
        public let period: Int
        /// Why, in a few words: `Assessment changed in September 2021`.
        public let reason: String

        /// A break just before the period numbered `period`.
        public init(before period: Int, reason: String) {
            self.period = period
            self.reason = reason
        }
    }

    /// What the chart is called in the page; the IDs of both drawings begin with it.
    public let id: String
    /// The finding.
    public let title: String
    /// How the axis is written.
    public let unit: AxisUnit
    /// The periods in words, earliest first, evenly spaced in time, with those to come.
    public let periods: [String]
    /// The partnership's own line.
    public let local: Series
    /// The line to compare it with.
    public let comparator: Series?
    /// The target of each period; it may change from one to the next.
    public let target: Series?
    /// Where figures cannot be compared, in order; a break at either end is passed over.
    public let breaks: [Break]
    /// The values that the measure can take, such as 0 to 100.
    public let limits: ClosedRange<Double>?
    /// A target that moves, if it does.
    public let trajectory: Trajectory?
    /// What may become of the partnership's line.
    public let outlook: Outlook?
    /// Between what the partnership's figure of each period lies, where that is known.
    public let intervals: [PlottedInterval?]
    /// The axis; nothing when neither line has a figure.
    private(set) var scale: Scale?

    /// A chart of `local` over `periods`.
    ///
    /// - Parameters:
    ///   - id: A prefix for IDs, unique in the page.
    ///   - title: The finding, in 15 words or fewer.
    ///   - unit: How the axis is written.
    ///   - periods: The periods in words, earliest first.
    ///   - local: The partnership's own line.
    ///   - comparator: The line to compare it with.
    ///   - target: The target in each period.
    ///   - breaks: Where figures cannot be compared with earlier ones.
    ///   - limits: The values that the measure can take.
    ///   - trajectory: A target that moves.
    ///   - outlook: What may become of the partnership's line.
    ///   - intervals: The confidence interval of the partnership's figure in each period.
    public init(
        id: String, title: String, unit: AxisUnit, periods: [String], local: Series,
        comparator: Series? = nil, target: Series? = nil, breaks: [Break] = [],
        limits: ClosedRange<Double>? = nil, trajectory: Trajectory? = nil,
        outlook: Outlook? = nil, intervals: [PlottedInterval?] = []
    ) {
        let arrived = periods.count
        let periods = periods + (outlook?.periods ?? [])
        let local = local.fitted(to: arrived).fitted(to: periods.count)
        self.id = id
        self.title = title
        self.unit = unit
        self.periods = periods
        self.local = local
        self.comparator = comparator?.fitted(to: periods.count)
        self.target = target?.fitted(to: periods.count)
        self.breaks = breaks.filter { $0.period > 0 && $0.period < periods.count }
            .sorted { $0.period < $1.period }
        self.limits = limits
        self.trajectory = trajectory
        self.outlook = outlook
        // An interval without its figure would give the figure away.
        self.intervals = zip(intervals, local.figures).map { $1 == nil ? nil : $0.ifDrawable }
        scale = drawnScale
    }

    /// What to say below the chart when its axis does not start at zero.
    public var axisNote: String? { scale.flatMap(unit.note) }

    /// The axis over all that is drawn; nothing when neither line has a figure.
    private var drawnScale: Scale? {
        let lines = local.values + (comparator?.values ?? [])
        guard !lines.isEmpty else { return nil }
        return Scale(
            covering: lines + (target?.values ?? []) + expected, limits: limits,
            isWhole: unit.isWhole)
    }

    /// The values of all that is neither a figure nor a target of one period.
    private var expected: [Double] {
        path.map(\.value) + intervals.flatMap { $0?.values ?? [] }
            + (outlook?.projections.flatMap(\.values) ?? [])
    }

    /// Writes the wide drawing and the narrow one; nothing when there is no figure.
    public func append(to page: inout [UInt8]) {
        guard let scale else { return }
        let head = ChartHead(id: id, title: title, alternative: alternative)
        for size in DrawingSize.allCases {
            TrendDrawing(self, size, scale: scale).append(to: &page, head: head)
        }
    }
}

extension TrendChart {
    /// How many periods are not to come.
    var arrived: Int { periods.count - (outlook?.periods.count ?? 0) }

    /// The moving target, as far as the periods go.
    var path: [Moment] { trajectory?.path(upTo: periods.count - 1) ?? [] }

    /// The partnership's latest figure, from which all that is expected starts.
    var start: Moment? {
        local.latest.flatMap { index in
            local.figures[index].map { Moment(position: Double(index), value: $0.value) }
        }
    }

    /// Where a projection stands.
    func moment(of projection: Projection) -> Moment {
        Moment(position: Double(arrived + projection.period), value: projection.figure.value)
    }
}

extension TrendChart.Series {
    /// The series with exactly `count` figures, those that cannot be drawn taken out.
    func fitted(to count: Int) -> Self {
        let kept = figures.prefix(count).map(\.ifDrawable)
        return Self(name, kept + Array(repeating: nil, count: count - kept.count))
    }

    /// The values that are there.
    var values: [Double] { figures.compactMap { $0?.value } }

    /// The number of the last period with a figure.
    var latest: Int? { figures.lastIndex { $0 != nil } }

    /// The stretches without gap or break, as ranges of period numbers.
    func runs(brokenBefore breaks: [Int]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in figures.indices where figures[index] != nil {
            if let last = runs.last, last.upperBound == index, !breaks.contains(index) {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}

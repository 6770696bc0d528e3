/// Where the partnership stands among its neighbours, its region and the country, on one line.
///
/// Neighbours are dots without names; the caller names them in the table beside the chart.
public struct ComparisonStrip: SVGDrawing, Equatable {
    /// Someone's figure.
    public struct Entry: Equatable, Sendable {
        /// Whose figure it is.
        public let name: String
        /// The figure, or nothing when there is none to show.
        public let figure: PlottedFigure?

        /// The figure of `name`.
        public init(_ name: String, _ figure: PlottedFigure?) {
            self.name = name
            self.figure = figure.ifDrawable
        }
    }

    /// What the chart is called in the page; the IDs of both drawings begin with it.
    public let id: String
    /// What is compared, and when.
    public let title: String
    /// How the axis is written.
    public let unit: AxisUnit
    /// The partnership's own figure.
    public let local: Entry
    /// The country's figure.
    public let country: Entry?
    /// The region's figure.
    public let region: Entry?
    /// The target that applies to the period.
    public let target: Entry?
    /// The neighbours' figures.
    public let neighbours: [PlottedFigure]
    /// What the neighbours are called together.
    public let neighboursName: String

    /// A strip on which `local` stands among the others.
    ///
    /// - Parameters:
    ///   - id: A prefix for IDs, unique in the page.
    ///   - title: What is compared, and when.
    ///   - unit: How the axis is written.
    ///   - local: The partnership's own figure.
    ///   - country: The country's figure.
    ///   - region: The region's figure.
    ///   - target: The target that applies to the period.
    ///   - neighbours: The neighbours' figures.
    ///   - neighboursName: What the neighbours are called together.
    public init(
        id: String, title: String, unit: AxisUnit, local: Entry, country: Entry? = nil,
        region: Entry? = nil, target: Entry? = nil, neighbours: [PlottedFigure],
        neighboursName: String = "statistical neighbours"
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.local = local
        self.country = country
        self.region = region
        self.target = target
        self.neighbours = neighbours.filter { $0.value.isDrawable }
        self.neighboursName = neighboursName
    }

    /// Writes the wide drawing and the narrow one; nothing when there is nothing to compare.
    public func append(to page: inout [UInt8]) {
        guard let scale else { return }
        let head = ChartHead(id: id, title: title, alternative: alternative)
        for size in DrawingSize.allCases {
            ComparisonDrawing(self, size, scale: scale).append(to: &page, head: head)
        }
    }

    /// The axis over all figures; a target alone is nothing to draw.
    private var scale: Scale? {
        let figures =
            [local, country, region].compactMap { $0?.figure?.value }
            + neighbours.map(\.value)
        guard !figures.isEmpty else { return nil }
        return Scale(
            covering: figures + [target?.figure?.value].compactMap { $0 }, isWhole: unit.isWhole)
    }
}

extension ComparisonStrip {
    /// What has a name in the drawing: the mark, the words and the value.
    struct Named {
        let mark: PointMark
        let words: String
        let value: Double
    }

    /// The named figures there are, the partnership's own first.
    var named: [Named] {
        let places: [(PointMark, Entry?)] = [
            (.local, local), (.country, country), (.region, region), (.target, target),
        ]
        return places.compactMap { mark, place in
            guard let place, let figure = place.figure else { return nil }
            return Named(mark: mark, words: place.name + " " + figure.text, value: figure.value)
        }
    }

    /// The chart in words, for its `desc`: made from the same figures that are drawn, and no others.
    public var alternative: String {
        let figures = named.map(\.words).joined(separator: ", ")
        let hidden = local.figure == nil ? local.name + " is not shown" : ""
        return ["Dot strip", figures, hidden, neighbourhood].filter { !$0.isEmpty }
            .joined(separator: ". ") + ". Full figures are in the table beside the chart."
    }

    /// How far the neighbours reach, and how many of them are below the partnership.
    private var neighbourhood: String {
        guard let lowest = neighbours.min(by: { $0.value < $1.value }),
            let highest = neighbours.max(by: { $0.value < $1.value })
        else { return "" }
        let reach =
            String(neighbours.count) + " " + neighboursName + " range from " + lowest.text
            + " to " + highest.text
        guard let own = local.figure else { return reach }
        let below = neighbours.count { $0.value < own.value }
        let equal = neighbours.count { $0.value == own.value }
        let ties = equal > 0 ? ", and level with " + String(equal) : ""
        return reach + "; " + local.name + " is above " + String(below) + " of them" + ties
    }
}

/// Groups of children side by side: the partnership's dot and the comparator's diamond in each row.
///
/// The axis starts at zero. A group that may not be shown keeps its row and says so.
public struct GroupsDotPlot: SVGDrawing, Equatable {
    /// A group and its figures.
    public struct Row: Equatable, Sendable {
        /// Who is in the group.
        public let name: String
        /// The partnership's figure, or nothing when it is not shown.
        public let local: PlottedFigure?
        /// The comparator's figure, or nothing when there is none.
        public let comparator: PlottedFigure?
        /// Whether the row is the whole that the others are parts of.
        public let isTotal: Bool
        /// What stands in place of the partnership's figure when it is not shown.
        public let hiddenWords: String

        /// The row of the group called `name`.
        ///
        /// - Parameters:
        ///   - name: Who is in the group.
        ///   - local: The partnership's figure, or nothing when it is not shown.
        ///   - comparator: The comparator's figure, or nothing when there is none.
        ///   - isTotal: Whether the row is the whole that the others are parts of.
        ///   - hiddenWords: What stands in place of a figure that is not shown.
        public init(
            _ name: String, local: PlottedFigure?, comparator: PlottedFigure? = nil,
            isTotal: Bool = false, hiddenWords: String = "not shown [c]"
        ) {
            self.name = name
            self.local = local.ifDrawable
            self.comparator = comparator.ifDrawable
            self.isTotal = isTotal
            self.hiddenWords = hiddenWords
        }
    }

    /// What the chart is called in the page; the IDs of both drawings begin with it.
    public let id: String
    /// What is measured, and when.
    public let title: String
    /// How the axis is written.
    public let unit: AxisUnit
    /// The partnership's name.
    public let localName: String
    /// The comparator's name, if there is one.
    public let comparatorName: String?
    /// The groups, in the order of the table.
    public let rows: [Row]

    /// A plot with a row for each group.
    ///
    /// - Parameters:
    ///   - id: A prefix for IDs, unique in the page.
    ///   - title: What is measured, and when.
    ///   - unit: How the axis is written.
    ///   - localName: The partnership's name.
    ///   - comparatorName: The comparator's name, if there is one.
    ///   - rows: The groups, in the order of the table.
    public init(
        id: String, title: String, unit: AxisUnit, localName: String,
        comparatorName: String? = nil, rows: [Row]
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.localName = localName
        self.comparatorName = comparatorName
        self.rows = rows
    }

    /// Writes the wide drawing and the narrow one; nothing when no group has a figure.
    public func append(to page: inout [UInt8]) {
        let values = rows.flatMap { [$0.local?.value, $0.comparator?.value] }.compactMap { $0 }
        guard let scale = Scale(covering: values, fromZero: true, isWhole: unit.isWhole) else {
            return
        }
        let head = ChartHead(id: id, title: title, alternative: alternative)
        for size in DrawingSize.allCases {
            GroupsDrawing(self, size, scale: scale).append(to: &page, head: head)
        }
    }
}

extension GroupsDotPlot {
    /// The chart in words, for its `desc`: made from the same figures that are drawn, and no others.
    public var alternative: String {
        let names = [localName, comparatorName].compactMap { $0 }.inWords
        let groups = rows.count == 1 ? "1 group" : String(rows.count) + " groups"
        let sentences = ["Dot plot of " + names + " for " + groups, total, extremes, hidden]
        return sentences.compactMap { $0 }.joined(separator: ". ")
            + ". Full figures are in the table beside the chart."
    }

    private var total: String? {
        guard let row = rows.first(where: \.isTotal) else { return nil }
        let own = row.local.map { localName + " " + $0.text }
        let other = row.comparator.flatMap { figure in
            comparatorName.map { $0 + " " + figure.text }
        }
        let figures = [own, other].compactMap { $0 }
        return figures.isEmpty ? nil : row.name + ": " + figures.joined(separator: ", ")
    }

    private var extremes: String? {
        let shown = rows.filter { !$0.isTotal }.compactMap { row in
            row.local.map { (name: row.name, figure: $0) }
        }
        guard let lowest = shown.min(by: { $0.figure.value < $1.figure.value }),
            let highest = shown.max(by: { $0.figure.value < $1.figure.value }), shown.count > 1
        else { return shown.first.map { $0.name + " " + $0.figure.text } }
        return "Lowest: " + lowest.name + " " + lowest.figure.text + ". Highest: " + highest.name
            + " " + highest.figure.text
    }

    private var hidden: String? {
        let names = rows.filter { $0.local == nil }.map(\.name)
        return names.isEmpty ? nil : localName + " is not shown for " + names.inWords
    }
}

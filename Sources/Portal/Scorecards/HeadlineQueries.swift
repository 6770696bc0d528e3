import SQLite
import Scorecard

/// Which headline figures are asked for.
struct HeadlineRequest {
    /// The days at whose end measures are looked at, the first to the last: no figure ends later.
    let days: ClosedRange<Day>
    /// Whether every figure is asked for, and not only those of a trend.
    let withHistory: Bool
    let audience: Audience
}

/// What one line gives a measure: its figures, latest first.
struct HeadlineFigures {
    let source: HeadlineSource
    let figures: [Figure]
}

extension Database {
    /// The figures of some lines: enough of each for a trend, or all of its history.
    ///
    /// A page has hundreds of these rows, so columns are read by their places, and only those that
    /// are wanted.
    func headlineFigures(
        of sources: [HeadlineSource], _ request: HeadlineRequest
    ) throws(SQLError) -> [HeadlineFigures] {
        guard !sources.isEmpty else { return [] }
        var reading = LineReading(sources, request)
        // A column costs time even where nobody reads it.
        let code: SQL = sources.contains { $0.kind == nil } ? "figure.period" : "NULL"
        try forEach(
            """
            SELECT figure.line_id, figure.ends_on, figure.value, figure.marker, figure.numerator,
                   figure.denominator, figure.status, \(code)
            \(Self.figures(of: reading.sources, request))
            """
        ) { row throws(SQLError) in
            try reading.add(row: row)
        }
        reading.finishLine()
        return reading.read
    }

    /// The rows of figures, the last line first and of each line the latest first, as their key
    /// has them: sorting would cost more than reading.
    ///
    /// Where lines look back differently far, each is found first, so that its own first day can
    /// be told.
    private static func figures(of sources: [HeadlineSource], _ request: HeadlineRequest) -> SQL {
        let lines = sources.map(\.line)
        let reaches = Set(request.withHistory ? [] : sources.map(\.trendDays)).sorted()
        guard reaches.count > 1 else {
            let first = reaches.first.map { request.days.lowerBound.adding(days: 1 - $0) }
            return """
                FROM \(request.audience.figures) AS figure
                WHERE figure.line_id IN \(list: lines)
                    AND figure.ends_on >= \(first ?? Day.range.lowerBound)
                    AND figure.ends_on <= \(request.days.upperBound)
                ORDER BY figure.line_id DESC, figure.ends_on DESC
                """
        }
        var first: SQL = "CASE"
        for days in reaches {
            let lines = sources.filter { $0.trendDays == days }.map(\.line)
            let day = request.days.lowerBound.adding(days: 1 - days)
            first += " WHEN line.id IN \(list: lines) THEN \(day)"
        }
        return """
            FROM line
            CROSS JOIN \(request.audience.figures) AS figure ON figure.line_id = line.id
                AND figure.ends_on >= \(first) END
                AND figure.ends_on <= \(request.days.upperBound)
            WHERE line.id IN \(list: lines)
            ORDER BY line.id DESC, figure.ends_on DESC
            """
    }
}

extension Audience {
    /// The view of figures that this audience may see.
    var figures: SQL {
        switch self {
        case .everyone: "published_figure"
        case .service: "service_figure"
        }
    }
}

/// Lines while their figures are read, one after the other.
private struct LineReading {
    /// One source for each line, by the line.
    let sources: [HeadlineSource]
    private(set) var read: [HeadlineFigures] = []
    /// All sources, by the line; those before `start` are still to come.
    private let waiting: [HeadlineSource]
    private var start: Int
    /// Those of the line that is being read: it may serve several measures.
    private var current: ArraySlice<HeadlineSource> = []
    private var line: Int64?
    /// The kind of its periods.
    private var kind: PeriodKind?
    private var figures: [Figure] = []
    private var known = 0
    private var detailed: Int
    /// How many figures of a line are read with all that is published of them.
    private let usuallyDetailed: Int
    private var periods = PeriodMemory()

    init(_ sources: [HeadlineSource], _ request: HeadlineRequest) {
        var waiting: [HeadlineSource] = []
        var one: [HeadlineSource] = []
        waiting.reserveCapacity(sources.count)
        one.reserveCapacity(sources.count)
        for source in sources.sorted(by: { $0.order < $1.order }) {
            if let last = waiting.last, last.isAgain(source) { continue }
            if one.last?.line != source.line { one.append(source) }
            waiting.append(source)
        }
        self.sources = one
        self.waiting = waiting
        start = waiting.endIndex
        let isOneDay = request.days.lowerBound == request.days.upperBound
        usuallyDetailed = isOneDay && !request.withHistory ? 2 : Int.max
        detailed = usuallyDetailed
        read.reserveCapacity(waiting.count)
    }

    /// Adds a row, which begins a line or goes on with it.
    mutating func add(row: borrowing Row) throws(SQLError) {
        let line: Int64 = try row[0]
        if line != self.line {
            finishLine()
            begin(line)
        }
        guard !current.isEmpty else { return }
        let figure = try Figure(
            row: row, kind: kind, isDetailed: known < detailed, at: figures.count, &periods)
        guard let figure else { return }
        figures.append(figure)
        if figure.isKnown { known += 1 }
    }

    /// Lines come last first, and those without a figure not at all.
    private mutating func begin(_ line: Int64) {
        self.line = line
        while start > 0, waiting[start - 1].line > line { start -= 1 }
        let end = start
        detailed = usuallyDetailed
        while start > 0, waiting[start - 1].line == line {
            start -= 1
            if waiting[start].transform == .numerator { detailed = Int.max }
        }
        current = waiting[start..<end]
        kind = current.first?.kind
        figures.reserveCapacity(12)
    }

    /// Gives what was read of a line to all that it serves.
    mutating func finishLine() {
        for source in current {
            let own = source.transform == .none ? figures : figures.map(source.own)
            read.append(HeadlineFigures(source: source, figures: own))
        }
        current = []
        figures = []
        known = 0
    }
}

extension HeadlineSource {
    /// A place among all sources that puts those of one line, and the same ones, side by side.
    fileprivate var order: (Int64, Int64, Int) { (line, measure, position) }

    /// The measure's figure, made of a published one.
    fileprivate func own(_ figure: Figure) -> Figure {
        figure.transformed(by: transform, isLocal: isLocal)
    }
}

extension Figure {
    /// Reads a row of a line's figures; `nil` for a period that this program does not know.
    ///
    /// All periods of a series are of one kind, so that the day on which one ends tells which it
    /// is, and its code need not be read.
    fileprivate init?(
        row: borrowing Row, kind: PeriodKind?, isDetailed: Bool, at place: Int,
        _ periods: inout PeriodMemory
    ) throws(SQLError) {
        let end: Day = try row[1]
        let period: Period?
        if let kind {
            period = periods.period(kind, endingOn: end, at: place)
        } else {
            period = Period(try row[7, as: String.self])
        }
        guard let period else { return nil }
        self.init(
            period: period, value: try row[2], numerator: isDetailed ? try row[4] : nil,
            denominator: isDetailed ? try row[5] : nil, status: isDetailed ? try row[6] : .final,
            marker: try row[3])
    }
}

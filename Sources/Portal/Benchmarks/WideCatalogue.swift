import Scorecard

/// What figures of many areas are of: areas, groups, series and sources, each with the id that it
/// has in the database or will have.
struct WideCatalogue {
    /// What the database knows by its code.
    struct Known {
        var areas: [String: Area] = [:]
        var breakdowns: [String: Breakdown] = [:]
        var series: [String: Series] = [:]
        var sources: [Source.Key: Source] = [:]
        /// An id above all that are there, with room for what others add meanwhile.
        var firstFreeID: Int64 = 1
    }

    struct Area {
        let id: Int64
        let code: String
        let name: String
        let kind: AreaKind
        let isListed: Bool
    }

    struct Breakdown {
        let id: Int64
        let code: String
        let isListed: Bool
    }

    struct Series {
        let id: Int64
        let code: String
        let title: String
        let unit: String
        let valueKind: ValueKind
        let periodKind: PeriodKind?
        let isListed: Bool
        /// Whether a figure of it says how many are counted.
        var hasCounts = false
    }

    struct Source {
        struct Key: Hashable {
            let publisher: String
            let publication: String
            let readFrom: String
        }

        let id: Int64
        let key: Key
    }

    let known: Known
    private(set) var areas: [Area] = []
    private(set) var breakdowns: [Breakdown] = []
    private(set) var sources: [Source] = []
    var series: [Series] = []
    private var seriesPlaces: [String: Int] = [:]
    /// The measure of the file to which each series belongs.
    private var seriesMeasures: [String: String] = [:]
    private var nextID: Int64

    init(_ known: Known) {
        self.known = known
        nextID = known.firstFreeID
    }

    /// The most things of each kind: what a line's id has room for.
    static let mostSeries = 1 << 13
    static let mostAreas = 1 << 20
    static let mostBreakdowns = 1 << 13

    /// The id of the line of a series, an area and a breakdown, by their places here.
    ///
    /// It need not be looked up, and the figures of a series lie together, and in it those of an
    /// area.
    static func line(series: Int, area: Int, breakdown: Int) -> Int64 {
        WideLine.first | Int64(series) << 33 | Int64(area) << 13 | Int64(breakdown)
    }

    /// The places that a line's id was made of.
    static func places(of line: Int64) -> (series: Int, area: Int, breakdown: Int) {
        (
            Int(line >> 33) & (mostSeries - 1), Int(line >> 13) & (mostAreas - 1),
            Int(line) & (mostBreakdowns - 1)
        )
    }

    mutating func addArea(code: String, name: String) -> Bool {
        guard areas.count < Self.mostAreas else { return false }
        if let earlier = known.areas[code] {
            let name = earlier.isListed ? earlier.name : name
            areas.append(
                Area(
                    id: earlier.id, code: code, name: name, kind: earlier.kind,
                    isListed: earlier.isListed))
            return true
        }
        guard let kind = AreaKind(code: code) else { return false }
        areas.append(Area(id: newID(), code: code, name: name, kind: kind, isListed: false))
        return true
    }

    mutating func addBreakdown(code: String) -> Bool {
        guard breakdowns.count < Self.mostBreakdowns else { return false }
        breakdowns.append(
            known.breakdowns[code] ?? Breakdown(id: newID(), code: code, isListed: false))
        return true
    }

    mutating func addSource(_ key: Source.Key) {
        sources.append(known.sources[key] ?? Source(id: newID(), key: key))
    }

    /// The place of the series for a measure's figures for one kind of period.
    ///
    /// It has the measure's code; where a series of that code has another kind of period, what the
    /// publisher calls the period stands after it, as `-snapshot` or `-term`. So the folder's
    /// series are named, too. What is another measure's is not shared.
    mutating func series(
        _ code: String, title: String, unit: String, _ type: PublishedPeriodType,
        _ kind: PeriodKind
    ) -> Int? {
        let codes = [code, "\(code)-\(type.suffix)", "\(code)-\(kind.rawValue.lowercased())"]
            .filter { seriesMeasures[$0, default: code] == code }
        let listed = codes.first { name in
            known.series[name].map { $0.isListed && $0.periodKind == kind } ?? false
        }
        let found =
            listed
            ?? codes.first { name in
                seriesPlaces[name].map { series[$0].periodKind == kind } ?? false
            }
        let free = codes.first { name in
            seriesPlaces[name] == nil && !(known.series[name]?.isListed ?? false)
        }
        guard let name = found ?? free else { return nil }
        if let place = seriesPlaces[name] { return place }
        guard series.count < Self.mostSeries else { return nil }
        let earlier = known.series[name]
        if let earlier, earlier.isListed {
            series.append(earlier)
        } else {
            series.append(
                Series(
                    id: earlier?.id ?? newID(), code: name, title: title, unit: unit,
                    valueKind: ValueKind(unit: unit), periodKind: kind, isListed: false))
        }
        seriesPlaces[name] = series.count - 1
        seriesMeasures[name] = code
        return series.count - 1
    }

    private mutating func newID() -> Int64 {
        defer { nextID += 1 }
        return nextID
    }
}

/// The lines that the file of many areas brings.
enum WideLine {
    /// The least of their ids; those of the folder's files and of returns are below it.
    static let first: Int64 = 1 << 46
}

extension AreaKind {
    /// What an area is by the first letters of its code, those of the Office for National
    /// Statistics or as publishers make them up beside them.
    init?(code: String) {
        switch code.prefix(3) {
        case "E92", "W92", "S92", "N92", "K02", "K03", "K04": self = .country
        case "E12", "E13": self = .region
        case "E06", "E07", "E08", "E09", "E10", "E11", "W06", "S12", "N09": self = .authority
        case "SN-": self = .median
        case "NHS": self = .nhs
        default: return nil
        }
    }
}

extension ValueKind {
    /// What kind of number a publisher's unit says; sums of money, times and the like are judged
    /// as means are.
    init(unit: String) {
        switch unit {
        case "%": self = .percentage
        case "number": self = .count
        case _ where unit.hasPrefix("per "): self = .rate
        default: self = .score
        }
    }

    /// Whether a publisher's unit is one of numbers of this kind.
    func fits(unit: String) -> Bool {
        switch ValueKind(unit: unit) {
        case .percentage: [.percentage, .composition, .points].contains(self)
        case .count: self == .count
        case .rate: self == .rate
        case .score, .points, .composition, .narrative: [.score, .points].contains(self)
        }
    }
}

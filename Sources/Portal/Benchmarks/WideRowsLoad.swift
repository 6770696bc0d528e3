import SQLite
import Scorecard

/// Reads and checks a file of figures of many areas, and puts what it says in order in temporary
/// tables, where no other reader or writer is kept waiting.
struct WideRowsLoad: ~Copyable {
    private let database: Database
    var file: WideFileLoad
    private(set) var catalogue: WideCatalogue
    private(set) var counts = WideCounts()
    private let insertion: RepeatedStatement

    // What was made of the texts of columns, by their numbers.
    private var measures: [Measure] = []
    private var areaNames: [Int] = []
    private var sources: [SourceCells: Int] = [:]
    private var lastSource: (cells: SourceCells, place: Int)?
    private var periodTypes: [PublishedPeriodType] = []
    private var periods: [PeriodCells: NamedPeriod?] = [:]
    var statuses: [FigureStatus?] = []
    var markers: [QualityMarker?] = []

    private struct Measure {
        let title: Int
        let unit: Int
        var series: [(type: Int, kind: PeriodKind, place: Int)] = []
    }

    private struct SourceCells: Hashable {
        let publisher: Int
        let publication: Int
        let source: Int
    }

    private struct PeriodCells: Hashable {
        let label: Int
        let type: Int
    }

    private struct NamedPeriod {
        let code: String
        let end: Int64
        let kind: PeriodKind
    }

    init(
        _ file: consuming WideFileLoad, _ known: WideCatalogue.Known, into database: Database
    ) throws {
        self.file = file
        self.database = database
        catalogue = WideCatalogue(known)
        try database.makeWideTables()
        insertion = try RepeatedStatement(Database.wideInsertion, on: database)
    }

    /// Reads every row.
    ///
    /// - Parameter progress: Told now and then how far it is.
    /// - Throws: `LoadError` for the first row that is wrong.
    mutating func run(_ progress: (WideProgress) -> Void) throws {
        while try file.next() {
            try add()
            if file.rows.isMultiple(of: 4096) {
                let (read, size) = file.progress
                progress(WideProgress(rows: file.rows, read: read, size: size))
            }
        }
        guard file.rows > 0 else { throw file.error(nil, "there are no rows below the header") }
        counts.rows = file.rows
    }

    /// The digest of the file.
    consuming func finish() -> String { file.finish() }

    private mutating func add() throws {
        let measure = try measure()
        let area = try area()
        let breakdown = try breakdown()
        let source = try source()
        let type = try periodType()
        let status = try status()
        let marker = try marker()
        let value = try value(isSuppressed: status == nil, marker)
        let numerator = try file.decimal(.numerator)
        let denominator = try file.decimal(.denominator)
        guard let period = try period(type) else {
            counts.untold += 1
            return
        }
        let series = try series(measure, type, period.kind)
        if catalogue.areas[area].isListed, catalogue.series[series].isListed {
            counts.listed += 1
            return
        }
        // What a publisher withheld is not kept, even where a file has it.
        let isShown = marker != .confidential
        if isShown, numerator != nil || denominator != nil {
            catalogue.series[series].hasCounts = true
        }
        let line = WideCatalogue.line(series: series, area: area, breakdown: breakdown)
        try insertion.bind(line, at: 1)
        try insertion.bind(period.end, at: 2)
        try insertion.bind(period.code, at: 3)
        try insertion.bind((status ?? .final).rawValue, at: 4)
        try insertion.bind(isShown ? value?.hundredMillionths : nil, at: 5)
        try insertion.bind(isShown ? numerator?.hundredMillionths : nil, at: 6)
        try insertion.bind(isShown ? denominator?.hundredMillionths : nil, at: 7)
        try insertion.bind(marker?.rawValue, at: 8)
        try insertion.bind(catalogue.sources[source].id, at: 9)
        do {
            try insertion.run()
        } catch {
            guard error.isDuplicate else { throw error }
            try addVersion(
                WideVersion(
                    line: line, end: period.end, period: period.code, status: status ?? .final,
                    value: isShown ? value : nil, numerator: isShown ? numerator : nil,
                    denominator: isShown ? denominator : nil, marker: marker,
                    source: catalogue.sources[source].id))
        }
        counts.figures += 1
    }

    /// Keeps another version of a figure: of several readers see the revised one, else the final.
    private mutating func addVersion(_ version: WideVersion) throws {
        do {
            try database.addWideVersion(version)
        } catch {
            guard error.isDuplicate else { throw error }
            throw file.error(
                nil, "an earlier row has the same measure, area, period, breakdown and status")
        }
        counts.superseded += 1
    }

    private mutating func measure() throws(LoadError) -> Int {
        let measure = try file.number(.measure)
        let title = try file.number(.title)
        let unit = try file.number(.unit)
        guard measure < measures.count else {
            try refuseEmpty(measure, .measure)
            try refuseEmpty(title, .title)
            measures.append(Measure(title: title, unit: unit))
            return measure
        }
        guard measures[measure].title == title else {
            throw other(measures[measure].title, title, .title, of: measure, .measure)
        }
        guard measures[measure].unit == unit else {
            throw other(measures[measure].unit, unit, .unit, of: measure, .measure)
        }
        return measure
    }

    private mutating func area() throws(LoadError) -> Int {
        let area = try file.number(.area)
        let name = try file.number(.areaName)
        guard area < areaNames.count else {
            try refuseEmpty(area, .area)
            try refuseEmpty(name, .areaName)
            let code = file.text(area, of: .area)
            guard catalogue.addArea(code: code, name: file.text(name, of: .areaName)) else {
                throw file.error(
                    .area,
                    "«\(code)» is not in areas.csv and does not begin like the code of an "
                        + "area of the United Kingdom, such as E06")
            }
            areaNames.append(name)
            return area
        }
        guard areaNames[area] == name else {
            throw other(areaNames[area], name, .areaName, of: area, .area)
        }
        return area
    }

    private mutating func breakdown() throws(LoadError) -> Int {
        let breakdown = try file.number(.breakdown)
        guard breakdown >= catalogue.breakdowns.count else { return breakdown }
        try refuseEmpty(breakdown, .breakdown)
        guard catalogue.addBreakdown(code: file.text(breakdown, of: .breakdown)) else {
            throw file.error(
                .breakdown, "there are more than \(WideCatalogue.mostBreakdowns) breakdowns")
        }
        return breakdown
    }

    private mutating func source() throws(LoadError) -> Int {
        let cells = SourceCells(
            publisher: try file.number(.publisher), publication: try file.number(.publication),
            source: try file.number(.source))
        if let lastSource, lastSource.cells == cells { return lastSource.place }
        if let place = sources[cells] {
            lastSource = (cells, place)
            return place
        }
        try refuseEmpty(cells.publisher, .publisher)
        try refuseEmpty(cells.publication, .publication)
        catalogue.addSource(
            WideCatalogue.Source.Key(
                publisher: file.text(cells.publisher, of: .publisher),
                publication: file.text(cells.publication, of: .publication),
                readFrom: file.text(cells.source, of: .source)))
        let place = catalogue.sources.count - 1
        sources[cells] = place
        lastSource = (cells, place)
        return place
    }

    private mutating func periodType() throws(LoadError) -> Int {
        let type = try file.number(.periodType)
        if type == periodTypes.count { periodTypes.append(try word(type, .periodType)) }
        return type
    }

    /// The period, read once for each label; `nil` for a time that no period tells.
    private mutating func period(_ type: Int) throws(LoadError) -> NamedPeriod? {
        let cells = PeriodCells(label: try file.number(.period), type: type)
        if let period = periods[cells] { return period }
        let label = file.text(cells.label, of: .period)
        guard let period = PublishedPeriod(label, periodTypes[type]) else {
            throw file.error(
                .period, "«\(label)» is not a period of the type \(periodTypes[type].rawValue)")
        }
        let named: NamedPeriod? =
            switch period {
            case .told(let period):
                NamedPeriod(
                    code: period.description, end: period.end.sqlStorage, kind: period.kind)
            case .untold: nil
            }
        periods[cells] = .some(named)
        return named
    }

    private mutating func series(
        _ measure: Int, _ type: Int, _ kind: PeriodKind
    ) throws(LoadError) -> Int {
        for known in measures[measure].series where known.type == type && known.kind == kind {
            return known.place
        }
        let code = file.text(measure, of: .measure)
        let unit = file.text(measures[measure].unit, of: .unit)
        let found = catalogue.series(
            code, title: file.text(measures[measure].title, of: .title), unit: unit,
            periodTypes[type], kind)
        guard let found else {
            throw file.error(.measure, "there are too many series, or no name for another of it")
        }
        let series = catalogue.series[found]
        guard series.valueKind.fits(unit: unit) else {
            throw file.error(
                .unit,
                "«\(unit)» is no unit of the series \(series.code) of series.csv, which holds "
                    + "numbers of the kind \(series.valueKind.rawValue)")
        }
        if series.valueKind == .count { catalogue.series[found].hasCounts = true }
        measures[measure].series.append((type, kind, found))
        return found
    }
}

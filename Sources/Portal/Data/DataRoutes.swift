import HTTPServer
import Scorecard

/// Files of data, and what is in them.
enum DataRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/data", .readPublished, list)
        routes.get("/data/:file", .readPublished, download)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.page(
            DataPage(
                loadedOn: try visit.database.loadedOn(),
                publishers: try visit.database.publishers(),
                scorecards: try visit.database.scorecards(),
                measures: try visit.database.everyMeasure()))
    }

    private static func download(_ request: Request, _ visit: Visit) throws -> Response {
        let name = try visit.parameter("file")
        guard let file = DataFile(name), let rows = try rows(of: file.set, visit) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no file called “\(name)”.",
                    choicesHeading: "Files that there are",
                    choices: DataSet.whole.map(\.link) + [
                        Link(href: Links.data.href, label: "All files, with what is in them")
                    ]))
        }
        let columns = file.set.columns.map(\.name)
        return try visit.file(
            Sheet(name: file.set.name, columns: columns, rows: rows), as: file.form)
    }

    /// The rows of a set; `nil` for a scorecard or a measure that there is not.
    private static func rows(of set: DataSet, _ visit: Visit) throws -> [[String]]? {
        let database = visit.database
        switch set {
        case .measures: return try database.measureCells()
        case .targets: return try database.targetCells()
        case .strategies: return try database.strategyCells()
        case .figures:
            return try figures(.everything, visit)
        case .scorecard(let slug):
            guard let scorecard = try database.scorecard(slug) else { return nil }
            return try figures(scorecard.scope, visit)
        case .measure(let slug):
            guard let measure = try database.measure(slug) else { return nil }
            return try figures(.measures([measure.facts.id]), visit)
        }
    }

    private static func figures(_ scope: ScorecardScope, _ visit: Visit) throws -> [[String]] {
        try visit.database.dataRows(scope, for: visit.audience).map(\.cells)
    }
}

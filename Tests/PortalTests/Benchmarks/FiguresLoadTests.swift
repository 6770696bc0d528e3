import SQLite
import Testing

@testable import Portal

@Suite struct FiguresLoadTests {
    /// The versions of one figure in a file, and the one that readers see.
    @Test(arguments: [
        (["final"], "final"), (["provisional"], "provisional"), (["revised"], "revised"),
        (["provisional", "revised"], "revised"), (["revised", "provisional"], "revised"),
        (["provisional", "final"], "final"), (["final", "revised"], "revised"),
        (["provisional", "final", "revised"], "revised"),
    ])
    func `readers see the revised figure, else the final one`(
        versions: [String], seen: String
    ) throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/teeth.csv"].remove(line: 2)
        for (place, status) in versions.enumerated() {
            catalogue["Figures/teeth.csv"].add([
                "area": "H1", "breakdown": "All", "period": "2021-22-FY", "status": status,
                "value": "\(place + 1)",
            ])
        }
        let database = try TestPortal(catalogue).database()
        let statuses = try database.all(
            """
            SELECT figure.status FROM published_figure AS figure
            JOIN line ON line.id = figure.line_id
            JOIN series ON series.id = line.series_id WHERE series.code = 'teeth'
            """
        ) { row throws(SQLError) in try row[0, as: String.self] }
        #expect(statuses == [seen])
    }

    @Test func `a figure stands in the way of no other period, area or group`() throws {
        let database = try TestPortal.harbourside.get().database()
        let superseded = try database.all(
            "SELECT period || ' ' || status FROM superseded_figure"
        ) { row throws(SQLError) in try row[0, as: String.self] }
        #expect(superseded == ["2024-25-AY provisional"])
    }
}

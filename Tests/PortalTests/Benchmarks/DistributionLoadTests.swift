import SQLite
import Testing

@testable import Portal

@Suite struct DistributionLoadTests {
    @Test(arguments: [
        ("series", "gone", "«gone» is not in series.csv"),
        ("breakdown", "gone", "«gone» is not in breakdowns.csv"),
        ("period", "2025/26", "«2025/26» is not a period"),
        ("areas", "99", "«99» is not a whole number from 100"),
        ("areas", "", "is empty"), ("p25", "", "is empty"),
        ("median", "7", "«7» is below the value before it"),
        ("p99", "many", "«many» is not a number"), ("source", "gone", "is not in sources.csv"),
    ])
    func `a mistake is named with its place`(
        column: String, text: String, reason: String
    ) throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/distributions.csv"].set(column, text, line: 2)
        let error = #expect(throws: LoadError.self) { _ = try TestPortal(catalogue) }
        #expect(
            error?.description.hasPrefix("distributions.csv:2: column «\(column)»: ") == true)
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `two rows of one period are refused`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/distributions.csv"].append(
            catalogue["Figures/distributions.csv"].rows[0])
        #expect(throws: LoadError.self) { _ = try TestPortal(catalogue) }
    }

    @Test func `the real distributions lie around England`() throws {
        let database = try TestPortal.real.get().database()
        let strays = try database.all(
            """
            SELECT series.code AS code FROM distribution
            JOIN series ON series.id = distribution.series_id
            JOIN line ON line.series_id = distribution.series_id
                AND line.breakdown_id = distribution.breakdown_id
                AND line.area_id = (SELECT id FROM area WHERE kind = 'country')
            JOIN published_figure AS figure ON figure.line_id = line.id
                AND figure.period = distribution.period
            WHERE figure.value < distribution.p1 OR figure.value > distribution.p99
            """
        ) { row throws(SQLError) in try row("code", as: String.self) }
        #expect(strays == [])
    }
}

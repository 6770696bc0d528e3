import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct LargePublicationTests {
    @Test func `thousands of figures are published in one step`() throws {
        let portal = try TestPortal.collecting { $0.requiresSecondFactor = false }
        let officer = try portal.member("oli", .officer)
        var lead = try portal.member("lea", .approver)
        let entries = try portal.openRound(by: lead)
        let database = try portal.database()
        let content = EntryContent(["figure": "final", "v": "40"]).column
        try database.transaction {
            var day = Day(year: 1900, month: 1, day: 1) ?? Day.range.lowerBound
            for position in 0..<2_000 {
                day = day.adding(days: 1)
                try database.run(
                    """
                    INSERT INTO return_entry (return_id, position, measure, period, due_on, state,
                                              content, readiness, revision, submitted_by)
                    VALUES (\(entries[0].returnID), \(100 + position), 'CALM',
                            \(day.description), 0, 'approved', \(content), 'ready', 1,
                            \(officer.id))
                    """)
            }
        }
        let path = ReturnLinks.publication(entries[0].roundID)
        #expect(try lead.post(path, [:]).location?.hasSuffix("done=published") == true)
        let seen = try database.first(
            """
            SELECT count(*) FROM published_figure
            JOIN line ON line.id = published_figure.line_id
            JOIN series ON series.id = line.series_id AND series.code = 'return/CALM'
            """
        ) { row throws(SQLError) in try row[0, as: Int.self] }
        #expect(seen == 2_000)
    }
}

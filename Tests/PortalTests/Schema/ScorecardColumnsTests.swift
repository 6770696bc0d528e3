import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct ScorecardColumnsTests {
    @Test(arguments: ["0", "-0.27", "94.5", "0.00000001", "92233720368.54775807"])
    func `a decimal comes back from its column as it went in`(_ text: String) throws {
        let value = try #require(FixedDecimal(text))
        let database = try Database(path: ":memory:")
        #expect(try database.first("SELECT \(value)") == value)
    }

    @Test(arguments: ["1970-01-01", "2026-06-30", "1969-12-31", "9999-12-31"])
    func `a day comes back from its column as it went in`(_ text: String) throws {
        let day = try #require(Day(text))
        let database = try Database(path: ":memory:")
        #expect(try database.first("SELECT \(day)") == day)
    }

    @Test func `the end of time is the last day of 9999`() {
        #expect(Day.endOfTime == Day("9999-12-31"))
    }
}

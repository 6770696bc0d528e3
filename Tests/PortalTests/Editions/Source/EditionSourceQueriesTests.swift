import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct EditionSourceQueriesTests {
    private let portal: TestPortal

    init() throws { portal = try TestPortal.real.get() }

    @Test func `scorecards asked for together have the groups that each has alone`() throws {
        let database = try portal.database()
        let scorecards = try database.scorecards()
        let together = try database.groups(onScorecards: scorecards.map(\.slug))
        for scorecard in scorecards {
            let alone = try database.groups(on: scorecard.scope)
            let own = together[scorecard.slug] ?? []
            #expect(own.map(\.headline.title) == alone.map(\.headline.title))
            #expect(own.map { $0.measures.map(\.code) } == alone.map { $0.measures.map(\.code) })
        }
        #expect(together.count > 5)
    }

    @Test func `a report asks as much of every scorecard as of one`() throws {
        let all = try portal.database().scorecards().map(\.slug)
        let one = try statements(of: all.prefix(1))
        #expect(try statements(of: all[...]) <= one + 2)
        #expect(one < 25)
    }

    /// How many statements it takes to read all that a report on scorecards is made from.
    private func statements(of scorecards: ArraySlice<String>) throws -> Int {
        let database = try portal.database()
        let edition = Edition(
            id: 0, slug: "paper", portfolio: "Children", kind: .midYear, kindTitle: nil,
            quarter: try #require(FinancialQuarter("2026-27-Q1")))
        let version = EditionVersion(
            edition, ["scorecards": scorecards.joined(separator: "\n")])
        let before = database.counters.statements.count
        _ = try database.source(
            of: version, for: .everyone, on: portal.settings.today(),
            EditionPortal(portal.settings))
        return database.counters.statements.count - before
    }
}

import SQLite
import Scorecard
import Testing

@testable import Portal

/// What is read of Harbourside’s strategies.
@Suite struct ReportedDeliveryQueriesTests {
    @Test func `the highest objectives come in order, with what is below them`() throws {
        let source = try deliverySource()
        let ambitions = source.delivery.ambitions
        #expect(
            ambitions.map(\.title) == ["Goal 1: Every day counts", "Goal 2: Families are heard"])
        #expect(ambitions.map(\.objectives.count) == [2, 1])
        #expect(
            ambitions.map(\.boards) == [
                ["Early Years Board"], ["Harbourside Family Board", "Early Years Board"],
            ])
        let codes = source.measures.standings(under: ambitions[0]).map(\.measure.code)
        #expect(codes.contains("ATTEND") && codes.contains("FED") && !codes.contains("HEARD"))
    }

    @Test func `an objective that stands in two scorecards comes once`() throws {
        let both = try deliverySource(["scorecards": "goal-1\nstart-well"])
        #expect(both.delivery.ambitions.map(\.code) == ["SW-G1", "SW-G2"])
        let one = try deliverySource(["scorecards": "goal-2"])
        #expect(one.delivery.ambitions.map(\.code) == ["SW-G2"])
    }

    @Test func `promises of strategies under those of the report are offered`() throws {
        let source = try deliverySource(["scorecards": "start-well"])
        #expect(source.delivery.promises.map(\.code) == ["P1", "P2", "P3", "P4"])
    }

    @Test func `an action keeps its name when its state and its date change`() throws {
        let portal = try TestPortal()
        let before = try deliverySource(over: portal).delivery.actions
        try portal.database().run("UPDATE action SET state = 'stopped', due_on = 30000")
        let after = try deliverySource(over: portal).delivery.actions
        #expect(before.count == 4)
        #expect(Set(before.map(\.key)) == Set(after.map(\.key)))
    }

    @Test func `the last that officers said by a day is read`() throws {
        let portal = try TestPortal.harbourside.get()
        let moves = try #require(
            try deliverySource().measures.all.first { $0.measure.code == "MOVES" }?.measure.id)
        let database = try portal.database()
        func said(_ day: String) throws -> String? {
            try database.latestCommentary(ofMeasures: [moves], by: #require(Day(day)))[moves]?
                .whatHappened
        }
        #expect(try said("2026-07-15") == "Fewer children moved than the year before.")
        #expect(try said("2026-01-01") == "One home closed in May.")
        #expect(try said("2020-01-01") == nil)
    }
}

import HTTPServer
import Scorecard
import Testing

@testable import Portal

@Suite struct EntriesTests {
    @Test func `a round asks for the quarter's figures, return by return`() throws {
        let portal = try TestPortal.collecting()
        let lead = try portal.member("lea", .approver)
        let entries = try portal.openRound(by: lead)
        #expect(
            entries.map { "\($0.measure.facts.code) \($0.period)" } == [
                "VISITS 2026-27-Q1", "PLANS 2026-27-Q1", "AGREED 2026-27-Q1", "MISSING 2026-27-Q1",
                "CALM 2026-06-30",
            ])
        #expect(Set(entries.map(\.returnID)).count == 2)
        #expect(entries[3].groups.map(\.code) == ["FSM", "SEN"])
        let shared = SharedNumbers(entries).sources
        #expect(shared.values.map(\.title) == ["Plans in time"])
    }
}

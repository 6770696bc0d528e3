import Scorecard
import Testing

@testable import Portal

@Suite struct ClockTests {
    @Test func `a clock can stand still`() throws {
        let clock = try #require(Clock.fixed(on: "2026-04-30"))
        #expect(clock() == Day("2026-04-30"))
    }

    @Test(arguments: ["", "today", "30/04/2026", "2026-02-30", "2026-4-30"])
    func `a clock stands still on a day only`(_ text: String) {
        #expect(Clock.fixed(on: text) == nil)
    }
}

import Scorecard
import Testing

@testable import Portal

@Suite struct DemonstrationClockTests {
    private let day = Day(number: 20_000)

    @Test func `it begins in the morning and goes on as people work`() {
        let clock = DemonstrationClock(day)
        #expect(clock.now == 20_000 * 86_400 + 9 * 3_600)
        clock.pass()
        #expect(clock.now == 20_000 * 86_400 + 9 * 3_600 + 20)
        #expect(clock.today == day)
    }

    @Test func `it goes on to other days, and never back`() throws {
        let clock = DemonstrationClock(day)
        clock.pass()
        try clock.goOn(to: day)
        #expect(clock.now % 86_400 == 9 * 3_600 + 20)
        try clock.goOn(to: Day(number: 20_003))
        #expect(clock.today.number == 20_003)
        #expect(throws: DemonstrationFault.self) { try clock.goOn(to: day) }
    }
}

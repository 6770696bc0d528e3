import Scorecard
import Testing

@Suite struct PlausibilityTests {
    @Test func `doubts come in a fixed order`() throws {
        let all = try Plausibility("-141.25", after: ["40", "41", "40", "42"], .typed(.percentage))
        #expect(all.kinds == [.sign, .decimals, .unusualChange])
        let large = try Plausibility(
            "141.25", after: ["40", "41", "40", "42"], .typed(.percentage))
        #expect(large.kinds == [.percentageAbove100, .decimals, .unusualChange])
    }

    @Test func `a likely figure raises no doubt`() throws {
        let figure = try Plausibility("41.5", after: ["40", "41", "40", "42"], .typed(.percentage))
        #expect(figure.doubts.isEmpty)
    }

    @Test func `a figure without a value raises no doubt`() throws {
        let figure = try Plausibility(nil, after: ["40", "41", "40"], .typed(.percentage))
        #expect(figure.doubts.isEmpty)
    }

    @Test func `figures in any order are put in that of time`() throws {
        let past = try series(from: "2020-21-FY", ["10", "40", "41", "40", "42"])
        let now = try figure("2025-26-FY", "12")
        let terms = EntryTerms.typed(.percentage)
        let latestFirst = Plausibility(now, terms: terms, history: past.reversed())
        #expect(Plausibility(now, terms: terms, history: past).doubts == latestFirst.doubts)
    }

    @Test func `withheld, missing, later and other figures say nothing`() throws {
        let now = try figure("2025-26-FY", "40")
        let history = [
            try figure("2026-27-FY", "90"), try figure("2025-26-FY", "90"),
            try figure("2024-25-FY", "90", .confidential),
            try figure("2023-24-FY", nil, .notAvailable),
            try figure("2024-25-Q4", "90"), try figure("2022-23-FY", "40"),
        ]
        let found = Plausibility(now, terms: .typed(.percentage), history: history)
        #expect(found.doubts.isEmpty)
    }
}

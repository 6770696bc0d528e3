import Scorecard
import Testing

@testable import Portal

@Suite struct StandingMemoryTests {
    private let day = FinancialQuarter(year: 2026, number: 1)?.end ?? Day.range.upperBound

    @Test func `a measure whose figures have not changed stands as it did`() throws {
        let memory = StandingMemory(capacity: 4)
        let standing = try standing("3", in: memory)
        #expect(try self.standing("3", in: memory) === standing)
    }

    @Test func `another figure, and another day, make another standing`() throws {
        let memory = StandingMemory(capacity: 4)
        let standing = try standing("3", in: memory)
        let changed = try self.standing("4", in: memory)
        #expect(changed !== standing)
        #expect(changed.latest?.value == FixedDecimal(4))
        #expect(try self.standing("4", in: memory, after: 1) !== changed)
    }

    @Test func `more measures than there is room for are not remembered`() throws {
        let memory = StandingMemory(capacity: 0)
        let standing = try standing("3", in: memory)
        #expect(try self.standing("3", in: memory) !== standing)
    }

    private func standing(
        _ value: String, in memory: StandingMemory, after days: Int = 0
    ) throws -> Standing {
        let measure = try measure
        let standings = memory.standings(
            of: [measure], [measure.id: try line(value)], [:], on: day.adding(days: days))
        return try #require(standings[measure.id])
    }

    /// A measure, read anew.
    private var measure: MeasureFacts {
        get throws {
            let groups = try TestPortal.harbourside.get().database()
                .groups(on: .everything)
            return try #require(groups.first?.measures.first)
        }
    }

    private func line(_ value: String) throws -> HeadlineLine {
        let quarter = try #require(FinancialQuarter(year: 2025, number: 4))
        var line = HeadlineLine()
        let figure = Figure(period: .financialQuarter(quarter), value: FixedDecimal(value))
        line.add([figure], isLocal: true, from: 0)
        return line
    }
}

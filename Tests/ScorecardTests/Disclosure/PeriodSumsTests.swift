import Scorecard
import Testing

/// What readers can work out by taking the periods of one line apart.
@Suite struct PeriodSumsTests {
    private static let year = "2025-26"

    /// Which of a line's counts are withheld.
    private func withheld(
        _ counts: [(String, FixedDecimal)], _ timeBasis: TimeBasis = .inPeriod
    ) throws -> [String] {
        let figures = try counts.map { try figure("\(Self.year)-\($0.0)", $0.1) }
        var table = DisclosureTable(figures)
        table.addPeriods(of: Array(figures.indices), timeBasis: timeBasis)
        let terms = DisclosureTerms(audience: .everyone, rule: .standard, kind: .count)
        return zip(counts, table.shown(under: terms)).compactMap { $1.isSuppressed ? $0.0 : nil }
    }

    @Test(
        arguments: [
            // The small quarter would be the year less the others: the next smallest goes too.
            (
                [("FY", "100"), ("Q1", "40"), ("Q2", "3"), ("Q3", "27"), ("Q4", "30")],
                ["Q2", "Q3"]
            ),
            ([("FY", "100"), ("Q1", "40"), ("Q2", "6"), ("Q3", "24"), ("Q4", "30")], []),
            // Without the year nothing sums.
            ([("Q1", "40"), ("Q2", "3"), ("Q3", "27"), ("Q4", "30")], ["Q2"]),
            // A quarter that was never published is what is left of the year.
            ([("FY", "100"), ("Q1", "40"), ("Q2", "33"), ("Q3", "24")], ["Q3"]),
            ([("FY", "100"), ("Q1", "40"), ("Q2", "30"), ("Q3", "24")], []),
        ] as [([(String, FixedDecimal)], [String])])
    func `a quarter cannot be worked out from the year and the others`(
        counts: [(String, FixedDecimal)], expected: [String]
    ) throws {
        #expect(try withheld(counts) == expected)
    }

    @Test func `a quarter that its publisher withholds is not worked out from the year`() throws {
        let codes = ["FY", "Q1", "Q2", "Q3", "Q4"]
        let counts: [FixedDecimal?] = ["100", "40", nil, "18", "22"]
        let figures = try zip(codes, counts).map { code, count in
            try figure("\(Self.year)-\(code)", count, count == nil ? .confidential : nil)
        }
        var table = DisclosureTable(figures)
        table.addPeriods(of: Array(figures.indices), timeBasis: .inPeriod)
        let terms = DisclosureTerms(audience: .everyone, rule: .standard, kind: .count)
        #expect(
            table.shown(under: terms).map(\.isSuppressed) == [false, false, true, true, false])
    }

    @Test(
        arguments: [
            ([("Q1", "20"), ("Q2", "23"), ("Q3", "40")], ["Q1"]),
            ([("Q1", "20"), ("Q2", "26"), ("Q3", "40")], []),
            ([("Q1", "20"), ("Q2", "30"), ("Q3", "40"), ("FY", "43")], ["Q3"]),
        ] as [([(String, FixedDecimal)], [String])])
    func `a quarter cannot be worked out from two figures for the year so far`(
        counts: [(String, FixedDecimal)], expected: [String]
    ) throws {
        #expect(try withheld(counts, .cumulative) == expected)
    }

    @Test(arguments: [TimeBasis.snapshot, .rolling, .cohortYear, .survey, .asParts, .unknown])
    func `what does not sum tells nothing of one another`(timeBasis: TimeBasis) throws {
        let counts: [(String, FixedDecimal)] = [
            ("FY", "100"), ("Q1", "40"), ("Q2", "3"), ("Q3", "27"), ("Q4", "30"),
        ]
        #expect(try withheld(counts, timeBasis) == ["Q2"])
    }

    @Test func `terms contain those before them whatever is counted`() throws {
        #expect(try withheld([("T1", "20"), ("T2", "24"), ("T3", "60")], .inPeriod) == ["T1"])
    }

    @Test func `years do not sum, and places that are not there are left out`() throws {
        let figures = [try figure("2024-25-FY", "3"), try figure("2025-26-FY", "40")]
        var table = DisclosureTable(figures)
        table.addPeriods(of: [0, 1, 2, -1], timeBasis: .inPeriod)
        let terms = DisclosureTerms(audience: .everyone, rule: .standard, kind: .count)
        #expect(table.shown(under: terms).map(\.isSuppressed) == [true, false])
    }
}

import Scorecard
import Testing

@Suite struct VerdictTests {
    private static let end = Day(number: 20_726)

    // The appendix of the SEND strategy: each baseline against its target.
    @Test(arguments: [
        ("90.5", Goal.atLeast("91.5"), Tolerance.absolute("1.0"), TargetStatus.close, "1"),
        ("90.49", .atLeast("91.5"), .absolute("1.0"), .offTarget, "1.01"),
        ("0.21", .atMost("0.20"), .relative(percent: "5"), .close, "0.01"),
        ("15.18", .atMost("14.76"), .relative(percent: "5"), .close, "0.42"),
        ("28.2", .atMost("26.0"), .relative(percent: "5"), .offTarget, "2.2"),
        ("43", .atMost("35"), .relative(percent: "5"), .offTarget, "8"),
        ("-0.27", .atLeast("-0.20"), .absolute("0.05"), .offTarget, "0.07"),
        ("-1.31", .atLeast("-1.08"), .absolute("0.25"), .close, "0.23"),
        ("91.5", .atLeast("91.5"), .absolute("1.0"), .onTarget, "0"),
        ("0.20", .atMost("0.20"), .relative(percent: "5"), .onTarget, "0"),
    ])
    func `a figure is judged by its shortfall`(
        value: FixedDecimal, goal: Goal, tolerance: Tolerance, status: TargetStatus,
        shortfall: FixedDecimal
    ) throws {
        let target = try Target(goal, tolerance: tolerance)
        let verdict = try #require(Verdict(of: value, against: target, on: Self.end))
        #expect(verdict.status == status)
        #expect(verdict.shortfall == shortfall)
    }

    @Test(arguments: [
        ("40", TargetStatus.onTarget, "40", "0"), ("60", .onTarget, "60", "0"),
        ("50", .onTarget, "60", "-10"), ("39.99999999", .close, "40", "0.00000001"),
        ("38", .close, "40", "2"), ("37.99", .offTarget, "40", "2.01"), ("62", .close, "60", "2"),
        ("62.00000001", .offTarget, "60", "2.00000001"),
    ])
    func `a range is missed by the distance to its nearer end`(
        value: FixedDecimal, status: TargetStatus, bound: FixedDecimal, shortfall: FixedDecimal
    ) throws {
        let target = try Target(.within(low: "40", high: "60"), tolerance: .absolute("2"))
        let verdict = try #require(Verdict(of: value, against: target, on: Self.end))
        #expect(verdict.status == status)
        #expect(verdict.bound == bound)
        #expect(verdict.shortfall == shortfall)
    }

    @Test(
        arguments: [
            ("10", nil, TargetStatus.close), ("9.99", nil, .offTarget), ("500", nil, .close),
            ("10", "20", .close), ("19.99", "20", .close), ("20", "20", .onTarget),
            ("9.99", "20", .offTarget),
        ] as [(FixedDecimal, FixedDecimal?, TargetStatus)])
    func `a floor is close at or above it and off target under it`(
        value: FixedDecimal, aim: FixedDecimal?, status: TargetStatus
    ) throws {
        let target = try Target(.floor("10", aim: aim))
        #expect(Verdict(of: value, against: target, on: Self.end)?.status == status)
    }

    @Test(
        arguments: [
            ("100", TargetStatus.onTarget), ("105", .onTarget), ("95", .onTarget),
            ("105.00000001", .offTarget), ("94.99999999", .offTarget),
        ] as [(FixedDecimal, TargetStatus)])
    func `what is maintained stays within the tolerance on either side`(
        value: FixedDecimal, status: TargetStatus
    ) throws {
        for tolerance in [Tolerance.absolute("5"), .relative(percent: "5")] {
            let target = try Target(.maintain("100"), tolerance: tolerance)
            #expect(Verdict(of: value, against: target, on: Self.end)?.status == status)
        }
    }

    @Test func `the ends of the range of decimals are judged and not a crash`() throws {
        let most = FixedDecimal(hundredMillionths: .max)
        let target = try Target(.atLeast(most), tolerance: .relative(percent: most))
        let verdict = try #require(Verdict(of: -most, against: target, on: Self.end))
        #expect(verdict.status == .close)
        #expect(verdict.shortfall == nil)
        #expect(verdict.tolerance == nil)
    }

    /// Statuses worked out by others at, just inside and just outside the edges.
    ///
    /// The rule does not depend on the unit, so rows with twelve places are
    /// judged ten thousand times larger, which loses nothing.
    @Test func `edges are judged as the truth table says`() throws {
        guard let table = try TruthTable("rag_edges") else { return }
        let colours = ["green": TargetStatus.onTarget, "amber": .close, "red": .offTarget]
        for row in table.rows {
            let value = try Self.enlarged(row.text("value"))
            let bound = try Self.enlarged(row.text("target"))
            let tolerance: Tolerance =
                try row.text("tolerance_kind") == "points"
                ? .absolute(Self.enlarged(row.text("tolerance")))
                : .relative(percent: #require(FixedDecimal(row.text("tolerance"))))
            let goal: Goal = try row.text("good_is") == "high" ? .atLeast(bound) : .atMost(bound)
            let verdict = Verdict(
                of: value, against: try Target(goal, tolerance: tolerance), on: Self.end)
            #expect(verdict?.status == colours[try row.text("status")], "\(row)")
        }
    }

    /// The decimal of a text ten thousand times larger, by moving the point.
    private static func enlarged(_ text: String) throws -> FixedDecimal {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        var places = halves.count == 2 ? String(halves[1]) : ""
        while places.count < 4 { places += "0" }
        let rest = places.dropFirst(4)
        let text = "\(halves[0])\(places.prefix(4))" + (rest.isEmpty ? "" : ".\(rest)")
        return try #require(FixedDecimal(text))
    }
}

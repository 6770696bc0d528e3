import Scorecard
import Testing

@Suite struct AttentionTests {
    private static let end = Day(number: 20_726)

    /// A figure of 10 too many, or of as many as are given, with so much allowed.
    private func verdict(_ value: FixedDecimal, allowing amount: FixedDecimal) throws -> Verdict {
        let target = try Target(.atMost("10"), tolerance: .absolute(amount))
        return try #require(Verdict(of: value, against: target, on: Self.end))
    }

    // Misses in tolerances: 3 of 1 before 4 of 2, and none allowed before any.
    @Test(
        arguments: [
            ("13", "1", "14", "2", true), ("14", "2", "13", "1", false),
            ("12", "1", "14", "2", false),
            ("10.1", "0", "99", "1", true), ("99", "1", "10.1", "0", false),
            ("12", "0", "11", "0", false),
        ] as [(FixedDecimal, FixedDecimal, FixedDecimal, FixedDecimal, Bool)])
    func `a miss is counted in the tolerance of its own measure`(
        value: FixedDecimal, tolerance: FixedDecimal, other: FixedDecimal,
        otherTolerance: FixedDecimal, isFurther: Bool
    ) throws {
        let one = try verdict(value, allowing: tolerance)
        let two = try verdict(other, allowing: otherTolerance)
        #expect(one.misses(byMoreThan: two) == isFurther)
    }
}

import Testing

@testable import Scorecard

/// Expected values: scipy 1.17, `stats.t` and `stats.beta`.
@Suite struct StudentTTests {
    @Test(arguments: [
        (1, 0.025, 12.706204736174705), (1, 0.001, 318.30883898555044),
        (2, 0.025, 4.302652729749464), (2, 0.001, 22.327124770119873),
        (3, 0.025, 3.1824463052837086), (3, 0.001, 10.214531852407385),
        (5, 0.025, 2.5705818356363155), (5, 0.001, 5.893429531356009),
        (7, 0.025, 2.3646242515927844), (7, 0.001, 4.785289628638334),
        (30, 0.025, 2.042272456301238), (30, 0.001, 3.385184866829305),
        (1_000, 0.025, 1.9623390808264085), (1_000, 0.001, 3.0984021639129233),
    ])
    func `deviates leave their tails`(degrees: Double, tail: Double, expected: Double) {
        let found = StudentT(degreesOfFreedom: degrees).deviate(leaving: tail)
        #expect(agree(found, expected))
    }

    @Test(arguments: [
        (1, 0.5, 0.35241638234956674), (2, 1, 0.2113248654051871),
        (3, -1.5, 0.8847080673775886), (5, 0.01, 0.49620400902129097),
        (5, 10, 8.547378787148181e-05), (10, 40, 1.1404288715428768e-12),
        (200, 2, 0.023426593093535484), (4, 0, 0.5), (4, .infinity, 0), (4, 1e300, 0),
    ])
    func `tails are those of the distribution`(
        degrees: Double, deviate: Double, expected: Double
    ) {
        let found = StudentT(degreesOfFreedom: degrees).tail(above: deviate)
        #expect(abs(found - expected) <= expected * 1e-9)
    }

    @Test(arguments: [
        (0.5, 0.5, 0.3, 0.36901011956554536), (2, 3, 0.5, 0.6875),
        (10, 0.5, 0.99, 0.6579281751567845), (5, 5, 0.1, 0.0008909200000000001), (2, 3, 0, 0),
        (2, 3, 1, 1),
    ])
    func `the incomplete beta function is regularised`(
        a: Double, b: Double, share: Double, expected: Double
    ) {
        let found = RegularisedBeta(a, b).value(at: share, complement: 1 - share)
        #expect(agree(found, expected))
    }

    @Test(arguments: Array(1...40) as [UInt64])
    func `a tail leads back to its deviate`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let student = StudentT(degreesOfFreedom: Double(Int.random(in: 1...60, using: &random)))
        let deviate = Double.random(in: 0.1...6, using: &random)
        let tail = student.tail(above: deviate)
        #expect(agree(student.deviate(leaving: tail), deviate), "seed \(seed)")
        #expect(agree(student.tail(above: -deviate), 1 - tail), "seed \(seed)")
    }

    @Test func `what is no number comes to an end`() {
        _ = StudentT(degreesOfFreedom: .nan).deviate(leaving: 0.025)
        _ = StudentT(degreesOfFreedom: 3).deviate(leaving: .nan)
        _ = StudentT(degreesOfFreedom: 3).deviate(leaving: 0)
        #expect(StudentT(degreesOfFreedom: 3).tail(above: .nan) == 0)
    }
}

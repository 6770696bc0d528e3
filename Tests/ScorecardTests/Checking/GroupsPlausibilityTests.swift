import Scorecard
import Testing

@Suite struct GroupsPlausibilityTests {
    private func figure(_ top: Int32?, _ bottom: Int32? = nil) throws -> Figure {
        let value = top.map { FixedDecimal($0) }
        guard let bottom else { return Figure(period: try period("2026-27-Q1"), value: value) }
        return Figure(
            period: try period("2026-27-Q1"), value: FixedDecimal(50), numerator: value,
            denominator: FixedDecimal(bottom))
    }

    @Test(
        arguments: [
            (Int32(15), Int32(16), "The number (16) is greater than that of all children (15)."),
            (15, 15, nil), (15, 0, nil), (0, 0, nil),
        ])
    func `no group has more than all`(whole: Int32, group: Int32, question: String?) throws {
        let groups = GroupsPlausibility(whole: try figure(whole), terms: .practitioners)
        let doubt = groups.doubt(about: try figure(group))
        #expect(doubt?.question == question)
        #expect(doubt.map(\.kind) == question.map { _ in .groupAboveWhole })
    }

    @Test(
        arguments: [
            (
                Int32(31), Int32(40),
                "The top number (31) is greater than that of all children (30)."
            ),
            (20, 101, "The bottom number (101) is greater than that of all children (100)."),
            (30, 100, nil),
        ])
    func `both numbers of a ratio are held against those of all`(
        top: Int32, bottom: Int32, question: String?
    ) throws {
        let groups = GroupsPlausibility(whole: try figure(30, 100), terms: .plans)
        #expect(groups.doubt(about: try figure(top, bottom))?.question == question)
    }

    @Test(
        arguments: [
            (
                [Int32(8), 4],
                "Boys and girls make up all children. Their numbers come to 12, and that of all children is 15."
            ),
            ([8, 7], nil),
            (
                [8],
                "Boys and girls make up all children. Their numbers come to 8, and that of all children is 15."
            ),
        ])
    func `groups that make up all come to all`(parts: [Int32], question: String?) throws {
        let groups = GroupsPlausibility(whole: try figure(15), terms: .practitioners)
        let doubt = groups.doubt(
            aboutSumOf: try parts.map { try figure($0) }, called: "Boys and girls")
        #expect(doubt?.question == question)
    }

    @Test func `scores are not added up, and what is not known says nothing`() throws {
        let scores = GroupsPlausibility(whole: try figure(10), terms: .typed(.score))
        #expect(scores.doubt(about: try figure(20)) == nil)
        #expect(scores.doubt(aboutSumOf: [try figure(20), try figure(1)], called: "Both") == nil)
        let counts = GroupsPlausibility(whole: try figure(10), terms: .practitioners)
        #expect(counts.doubt(aboutSumOf: [try figure(nil), try figure(1)], called: "Both") == nil)
    }

    @Test func `a sum beyond all numbers is no doubt and no fault`() throws {
        let most = Figure(
            period: try period("2026-27-Q1"), value: FixedDecimal(hundredMillionths: .max))
        let groups = GroupsPlausibility(whole: most, terms: .practitioners)
        #expect(groups.doubt(aboutSumOf: [most, most], called: "Both") == nil)
    }
}

import Scorecard
import Testing

@Suite struct DifferencingCheckTests {
    private typealias Count = DifferencingCheck.Count
    private typealias Sum = DifferencingCheck.Sum

    private static func hidden(_ value: Int64, least: Int64 = 1) -> Count {
        Count(value, least: least, isHidden: true)
    }

    /// The hidden parts of a shown total, the least each can be, and those known, by hand.
    private static let hiddenParts: [([Int64], Int64, [Int])] = [
        // One hidden part is the total less the others.
        ([3], 1, [0]), ([0], 0, [0]),
        // Two of at least 1 are known in a sum of 2, and not in a sum of 3.
        ([1, 1], 1, [0, 1]), ([1, 2], 1, []), ([2, 1], 1, []),
        // Where a hidden count can be zero, two are known in a sum of nothing only.
        ([1, 1], 0, []), ([0, 1], 0, []), ([0, 0], 0, [0, 1]),
        // Three of at least 1 are known in a sum of 3.
        ([1, 1, 1], 1, [0, 1, 2]), ([1, 1, 2], 1, []),
    ]

    @Test(arguments: hiddenParts)
    func `hidden parts of a shown total are known where there is one way`(
        parts: [Int64], least: Int64, known: [Int]
    ) {
        let counts = parts.map { Self.hidden($0, least: least) } + [Count(20), Count(50)]
        let last = counts.count - 1
        let check = DifferencingCheck(counts, sums: [Sum(last, of: Array(0..<last))])
        #expect(check.recoverable == known)
    }

    @Test func `a hidden total of shown parts is known`() {
        let check = DifferencingCheck(
            [Count(7), Count(8), Self.hidden(15)], sums: [Sum(2, of: [0, 1])])
        #expect(check.recoverable == [2])
    }

    @Test func `a hidden total protects a hidden part`() {
        let check = DifferencingCheck(
            [Self.hidden(1), Count(8), Self.hidden(9)], sums: [Sum(2, of: [0, 1])])
        #expect(check.recoverable.isEmpty)
    }

    // a + b, b + c and a + c are known, so a is half of what the first and last have beyond the
    // second: no sum by itself gives anything away.
    @Test func `sums taken together give away what none gives away alone`() {
        let counts = [4, 5, 6].map { Self.hidden($0) } + [Count(9), Count(11), Count(10)]
        let sums = [Sum(3, of: [0, 1]), Sum(4, of: [1, 2]), Sum(5, of: [0, 2])]
        #expect(DifferencingCheck(counts, sums: sums).recoverable == [0, 1, 2])
    }

    // With twice a in one sum, b moves by two when a moves by one.
    @Test func `a count that stands twice in a sum counts twice`() {
        let counts = [Self.hidden(4), Self.hidden(5), Count(13)]
        #expect(DifferencingCheck(counts, sums: [Sum(2, of: [0, 0, 1])]).recoverable.isEmpty)
        let tight = [Self.hidden(4), Self.hidden(2), Count(10)]
        #expect(DifferencingCheck(tight, sums: [Sum(2, of: [0, 0, 1])]).recoverable.isEmpty)
        let known = [Self.hidden(1), Self.hidden(2), Count(4)]
        #expect(DifferencingCheck(known, sums: [Sum(2, of: [0, 0, 1])]).recoverable == [0, 1])
    }

    @Test func `without effort what is hidden is taken for known`() {
        let counts = [Self.hidden(4), Self.hidden(5), Count(9)]
        let sums = [Sum(2, of: [0, 1])]
        #expect(DifferencingCheck(counts, sums: sums, effort: 0).recoverable == [0, 1])
        #expect(DifferencingCheck(counts, sums: sums, effort: 1).recoverable == [0, 1])
        #expect(DifferencingCheck(counts, sums: sums, effort: 2).recoverable.isEmpty)
    }

    @Test func `a sum that names what is not there is left out`() {
        let counts = [Self.hidden(4), Count(9)]
        #expect(DifferencingCheck(counts, sums: [Sum(1, of: [0, 2])]).recoverable.isEmpty)
        #expect(DifferencingCheck(counts, sums: [Sum(-1, of: [0])]).recoverable.isEmpty)
        #expect(DifferencingCheck(counts, sums: [Sum(1, of: [0])]).recoverable == [0])
    }

    @Test func `the largest and smallest numbers do not trap`() {
        let counts = [
            Self.hidden(.max, least: .min), Self.hidden(.min, least: .max),
            Self.hidden(.min, least: .min), Count(.max),
        ]
        let check = DifferencingCheck(counts, sums: [Sum(3, of: [0, 1, 2])])
        #expect(check.recoverable.isEmpty)
    }

    // Every filling within 6 of counts of at most 3 is tried.
    @Test(arguments: UInt64(1)...4)
    func `it finds what trying every filling finds`(seed: UInt64) {
        var random = Seeded(seed: seed)
        var recoverable = 0
        for _ in 0..<150 {
            let table = Self.randomTable(using: &random)
            let counts = table.values.indices.map { place in
                Count(
                    Int64(table.values[place]), least: Int64(table.least[place]),
                    isHidden: table.isHidden[place])
            }
            let sums = table.sums.map { Sum($0.total, of: $0.parts) }
            let found = Set(DifferencingCheck(counts, sums: sums).recoverable)
            #expect(found == table.determined, "seed \(seed): \(table)")
            recoverable += found.count
        }
        // The tables are worth checking: some counts are recoverable in them, and some not.
        #expect((100...600).contains(recoverable), "seed \(seed)")
    }

    /// Three or four base counts and two to four sums of any of them, many of them hidden.
    private static func randomTable(using random: inout Seeded) -> BruteForce {
        let bases = Int.random(in: 3...4, using: &random)
        var values = (0..<bases).map { _ in Int.random(in: 0...3, using: &random) }
        var sums: [(total: Int, parts: [Int])] = []
        for _ in 0..<Int.random(in: 2...4, using: &random) {
            let parts = (0..<bases).filter { _ in Bool.random(using: &random) }
            guard !parts.isEmpty else { continue }
            sums.append((values.count, parts))
            values.append(parts.reduce(0) { $0 + values[$1] })
        }
        let isHidden = values.indices.map { place in
            Int.random(in: 0..<12, using: &random) < (place < bases ? 9 : 4)
        }
        let least = values.map { min($0, Int.random(in: 0...1, using: &random)) }
        return BruteForce(values: values, least: least, isHidden: isHidden, sums: sums, reach: 6)
    }
}

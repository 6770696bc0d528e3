import Scorecard
import Testing

@Suite struct DisclosureTableTests {
    private static let terms = DisclosureTerms(audience: .everyone, rule: .standard, kind: .count)
    private static let shares = DisclosureTerms(
        audience: .everyone, rule: .standard, kind: .percentage)

    private static func count(_ value: Int32) throws -> Figure {
        Figure(period: try period("2026-27-Q1"), value: FixedDecimal(value))
    }

    private static func share(_ numerator: Int32, of denominator: Int32) throws -> Figure {
        let (part, whole) = (FixedDecimal(numerator), FixedDecimal(denominator))
        return Figure(
            period: try period("2026-27-Q1"), value: part.dividing(by: whole, per: 100),
            numerator: part, denominator: whole)
    }

    /// The places withheld from a table of counts.
    private static func withheld(
        _ counts: [Int32], _ relations: (inout DisclosureTable) -> Void
    ) throws -> [Int] {
        var table = DisclosureTable(try counts.map(count))
        relations(&table)
        return withheld(table, terms)
    }

    private static func withheld(_ table: DisclosureTable, _ terms: DisclosureTerms) -> [Int] {
        let shown = table.shown(under: terms)
        return shown.indices.filter { shown[$0].isSuppressed }
    }

    // MARK: One total

    /// The parts of one total, and those withheld, by hand with a threshold of 5.
    private static let oneTotal: [([Int32], [Int])] = [
        // Nothing is small.
        ([10, 20, 30], []), ([0, 6, 7], []), ([0, 0, 0], []),
        // A small part takes the next smallest with it, the first of two that are as small.
        ([5, 20, 30], [0, 1]), ([30, 5, 20], [1, 2]), ([20, 5, 20], [0, 1]), ([6, 20, 5], [0, 2]),
        // Two small parts protect each other, unless both must be 1.
        ([1, 2, 30], [0, 1]), ([1, 1, 30], [0, 1, 2]), ([1, 1, 1, 30], [0, 1, 2, 3]),
        ([1, 1, 40, 30, 50], [0, 1, 3]),
        // A zero protects nothing.
        ([3, 0, 30], [0, 2]), ([0, 3, 0, 30, 20], [1, 4]),
        // The total is small too.
        ([1, 1, 0], [0, 1, 3]), ([0, 0, 3], [2, 3]),
    ]

    @Test(arguments: oneTotal)
    func `a small part of a total is withheld with the next smallest`(
        parts: [Int32], withheld: [Int]
    ) throws {
        let found = try Self.withheld(parts + [parts.reduce(0, +)]) { table in
            table.addSum(parts.count, of: Array(parts.indices))
        }
        #expect(found == withheld)
    }

    /// The parts of one total that they do not quite add up to, the total, and those withheld.
    private static let inexact: [([Int32], Int32, [Int])] = [
        // Of one child it is not stated to which part it belongs, or numbers are rounded.
        ([3, 20, 30], 54, [0, 1]), ([3, 20, 30], 52, [0, 1]), ([6, 20, 30], 57, []),
        // Readers who know how many are not stated know that both are 1.
        ([1, 1, 30], 33, [0, 1, 2]), ([1, 2, 30], 34, [0, 1]),
    ]

    @Test(arguments: inexact)
    func `a total that is out by a few hides as much as one that is not`(
        parts: [Int32], total: Int32, withheld: [Int]
    ) throws {
        let found = try Self.withheld(parts + [total]) { table in
            table.addSum(parts.count, of: Array(parts.indices))
        }
        #expect(found == withheld)
    }

    /// Some of the parts of one total, the total, and those withheld with what is left.
    private static let open: [([Int32], Int32, [Int])] = [
        // What is left is small by itself, from 1 to 5.
        ([40, 59], 100, [0]), ([40, 55], 100, [0]), ([40, 54], 100, []), ([40, 60], 100, []),
        ([95], 100, [0]), ([94], 100, []),
        // What is left hides a small part, and other parts need not.
        ([3, 40], 100, [0]), ([3, 40], 44, [0]),
        // Unless there is nothing left: a part is at least 1.
        ([1, 40], 41, [0, 1]), ([2, 40], 42, [0]),
    ]

    @Test(arguments: open)
    func `what is left of a total is protected and protects`(
        parts: [Int32], total: Int32, withheld: [Int]
    ) throws {
        let found = try Self.withheld(parts + [total]) { table in
            table.addOpenSum(parts.count, of: Array(parts.indices))
        }
        #expect(found == withheld)
    }

    // Of either division 3 are left.
    @Test func `what is left in two divisions is protected in both`() throws {
        let found = try Self.withheld([40, 57, 30, 67, 100]) { table in
            table.addOpenSum(4, of: [0, 1])
            table.addOpenSum(4, of: [2, 3])
        }
        #expect(found == [0, 2])
    }

    @Test func `a figure that is the same as one withheld goes with it`() throws {
        let found = try Self.withheld([3, 20, 23, 23]) { table in
            table.addSum(2, of: [0, 1])
            table.addSum(3, of: [2])
        }
        #expect(found == [0, 1])
        #expect(try Self.withheld([4, 4]) { $0.addSum(1, of: [0]) } == [0, 1])
    }

    @Test func `a part of two breakdowns is protected in both`() throws {
        // 0 and 1 are girls and boys, 2 to 4 three ages, 5 is all of them.
        let found = try Self.withheld([4, 46, 30, 11, 9, 50]) { table in
            table.addSum(5, of: [0, 1])
            table.addSum(5, of: [2, 3, 4])
        }
        #expect(found == [0, 1])
    }

    @Test func `a part is withheld before its total`() throws {
        let found = try Self.withheld([3, 20, 23, 30, 50]) { table in
            table.addSum(2, of: [0, 1])
            table.addSum(4, of: [1, 3])
        }
        #expect(found == [0, 1, 3])
    }

    // 0 and 2 protect each other in the first sum; in the second 0 and 1 must both be 1.
    @Test func `what is withheld comes from the sum that gives a count away`() throws {
        let found = try Self.withheld([1, 1, 4, 30, 40, 35, 42]) { table in
            table.addSum(5, of: [0, 2, 3])
            table.addSum(6, of: [0, 1, 4])
        }
        #expect(found == [0, 1, 2, 4])
    }

    // MARK: Groups by periods

    // Three groups in three quarters, with the totals of both. 10 would be smaller than 60 in
    // the middle quarter, and would need two more in turn.
    @Test func `what closes a square goes before what is smallest`() throws {
        let counts: [Int32] = [
            3, 20, 30, 53, 40, 60, 50, 150, 70, 10, 80, 160, 113, 90, 160, 363,
        ]
        let found = try Self.withheld(counts) { table in
            for row in 0..<4 { table.addSum(row * 4 + 3, of: [0, 1, 2].map { row * 4 + $0 }) }
            for column in 0..<4 { table.addSum(12 + column, of: [0, 4, 8].map { column + $0 }) }
        }
        #expect(found == [0, 1, 4, 5])
    }

    // Two groups and their total in three quarters and the year, row by row; 3 is small. It is
    // covered in its row and its column, and the fourth corner covers the covers.
    @Test func `a small number in rows and columns takes three others with it`() throws {
        let counts: [Int32] = [3, 20, 30, 53, 40, 50, 60, 150, 43, 70, 90, 203]
        let found = try Self.withheld(counts) { table in
            for row in 0..<3 { table.addSum(row * 4 + 3, of: [0, 1, 2].map { row * 4 + $0 }) }
            for column in 0..<4 { table.addSum(8 + column, of: [column, 4 + column]) }
        }
        #expect(found == [0, 1, 4, 5])
    }

    @Test func `a hidden quarter cannot be worked out from the year`() throws {
        #expect(
            try Self.withheld([9, 4, 12, 8, 33]) { $0.addSum(4, of: [0, 1, 2, 3]) } == [1, 3])
    }

    // MARK: The year so far

    /// Figures for the year so far, and those withheld.
    private static let cumulative: [([Int32], [Int])] = [
        ([10, 20, 30, 40], []), ([10, 16, 22, 28], []), ([10, 10, 20, 20], []),
        // The first is a quarter of its own; the difference of 15 and 10 is the second.
        ([5, 20, 30, 40], [0]), ([10, 15, 30, 40], [0]), ([10, 20, 30, 35], [2]),
        // No two of those shown differ by a small number, neighbours or not.
        ([10, 11, 13, 40], [0, 1]), ([10, 12, 14, 16], [1, 2]), ([10, 12, 14, 15], [0, 1, 2]),
        // Between equal figures there is only one.
        ([20, 20, 20, 22], [0, 1, 2]),
        // A correction downwards is a difference too.
        ([20, 17, 30, 40], [0]),
    ]

    @Test(arguments: cumulative)
    func `a hidden quarter cannot be worked out from the year so far`(
        counts: [Int32], withheld: [Int]
    ) throws {
        #expect(try Self.withheld(counts) { $0.addCumulative([0, 1, 2, 3]) } == withheld)
    }

    // 20 so far both before and after can only be 20 between, so 20 alone cannot cover the 4.
    @Test func `what lies between equal figures is not hidden alone`() throws {
        let found = try Self.withheld([20, 20, 20, 4, 24]) { table in
            table.addCumulative([0, 1, 2])
            table.addSum(4, of: [1, 3])
        }
        #expect(found == [1, 2, 3])
    }

    // MARK: Percentages

    /// Numerators and denominators of the parts of a total, and those withheld.
    private static let percentages: [([(Int32, Int32)], [Int])] = [
        ([(10, 20), (30, 60), (50, 90)], []),
        // By its numerator, its remainder and its denominator.
        ([(5, 20), (30, 60), (40, 90)], [0, 1]), ([(15, 20), (40, 60), (30, 90)], [0, 2]),
        ([(0, 9), (30, 60), (40, 90)], [0, 1]),
        // None of 10 is shown, and can serve to protect none of 4 only beside others.
        ([(0, 10), (30, 60), (40, 90)], []),
        ([(0, 4), (0, 60), (0, 90)], [0, 3]),
    ]

    @Test(arguments: percentages)
    func `a percentage is withheld with another of its total`(
        parts: [(Int32, Int32)], withheld: [Int]
    ) throws {
        var figures = try parts.map { try Self.share($0.0, of: $0.1) }
        figures.append(
            try Self.share(
                parts.reduce(0) { $0 + $1.0 }, of: parts.reduce(0) { $0 + $1.1 }))
        var table = DisclosureTable(figures)
        table.addSum(parts.count, of: Array(parts.indices))
        #expect(Self.withheld(table, Self.shares) == withheld)
    }

    // Three groups by three areas, and their totals. With 9 of 27 shown beside 14 of 50 and 17 of
    // 27, the hidden numerators of the first two columns sum to 1 and their remainders to 11. Of
    // these the third column leaves 8 or more to the first remainder, so 4 children at most are in
    // the other four cells; each has 1 at least, and so the first cell is 0 of 8.
    @Test func `a percentage is protected in how its three counts hang together`() throws {
        let cells: [(Int32, Int32)] = [
            (0, 8), (9, 27), (5, 15), (14, 50),
            (0, 1), (0, 1), (8, 8), (8, 10),
            (0, 1), (1, 1), (4, 4), (5, 6),
            (0, 10), (10, 29), (17, 27), (27, 66),
        ]
        var table = DisclosureTable(try cells.map { try Self.share($0.0, of: $0.1) })
        for line in 0..<4 {
            table.addSum(line * 4 + 3, of: (0..<3).map { line * 4 + $0 })
            table.addSum(12 + line, of: (0..<3).map { $0 * 4 + line })
        }
        #expect(Self.withheld(table, Self.shares).contains(1))
    }

    @Test func `one share of a whole is withheld with a second`() throws {
        var table = DisclosureTable([
            try Self.share(3, of: 60), try Self.share(20, of: 60), try Self.share(15, of: 60),
            try Self.share(22, of: 60),
        ])
        #expect(Self.withheld(table, Self.shares) == [0])
        table.addShares([0, 1, 2, 3])
        #expect(Self.withheld(table, Self.shares) == [0, 2])
    }

    /// The numerators of some shares of 60, and those withheld.
    private static let openShares: [([Int32], [Int])] = [
        // What is left is 3 of 60, then 6; then nothing, which is as good as printed.
        ([20, 37], [0]), ([20, 34], []), ([20, 40], []),
        // It hides a small share.
        ([3, 20], [0]), ([57], [0]), ([54], []),
    ]

    @Test(arguments: openShares)
    func `what is left of a whole is protected like a share`(
        numerators: [Int32], withheld: [Int]
    ) throws {
        var table = DisclosureTable(try numerators.map { try Self.share($0, of: 60) })
        table.addOpenShares(Array(numerators.indices))
        #expect(Self.withheld(table, Self.shares) == withheld)
    }

    // The part, the whole, and what is left: 23 of 40, 38 of 40, 2 of 40, 8 of 9.
    @Test(
        arguments: [
            ((30, 60), (53, 100), []), ((30, 60), (68, 100), [0]), ((30, 60), (32, 100), [0]),
            ((30, 60), (38, 69), [0]), ((30, 60), (36, 72), []),
        ] as [((Int32, Int32), (Int32, Int32), [Int])])
    func `what is left is small by its numerator, its remainder or its denominator`(
        part: (Int32, Int32), whole: (Int32, Int32), withheld: [Int]
    ) throws {
        var table = DisclosureTable([
            try Self.share(part.0, of: part.1), try Self.share(whole.0, of: whole.1),
        ])
        table.addOpenSum(1, of: [0])
        #expect(Self.withheld(table, Self.shares) == withheld)
    }

    // 8 of 8 are left for the part that its publisher withholds and one that is not printed: of
    // neither is anyone outside the numerator.
    @Test func `a part that can only be all or nothing takes another with it`() throws {
        for (numerator, withheld) in [(Int32(85), [0, 2]), (80, [0])] {
            var table = DisclosureTable([
                try figure("2026-27-Q1", nil, .confidential), try Self.share(41, of: 75),
                try Self.share(36, of: 57), try Self.share(numerator, of: 140),
            ])
            table.addOpenSum(3, of: [0, 1, 2])
            #expect(Self.withheld(table, Self.shares) == withheld)
        }
    }

    // The third share shows that all are out of 10, which is enough to be no secret.
    @Test func `a denominator that is large enough is no secret`() throws {
        var table = DisclosureTable([
            try Self.share(3, of: 10), try Self.share(7, of: 10), try Self.share(0, of: 10),
        ])
        table.addShares([0, 1, 2])
        #expect(Self.withheld(table, Self.shares) == [0, 1])
    }

    @Test func `only the numerators of rates sum`() throws {
        let figures = try [(3, 900), (20, 1_000), (30, 1_000), (53, 2_000)].map {
            (events: Int32, children: Int32) in
            Figure(
                period: try period("2026-27-Q1"),
                value: FixedDecimal(events).dividing(by: FixedDecimal(children), per: 10_000),
                numerator: FixedDecimal(events), denominator: FixedDecimal(children))
        }
        var table = DisclosureTable(figures)
        table.addSum(3, of: [0, 1, 2])
        let terms = DisclosureTerms(
            audience: .everyone, rule: .standard, kind: .rate, multiplier: 10_000)
        #expect(Self.withheld(table, terms) == [0, 1])
    }

    @Test func `a mean of few is withheld with that of the next smallest group`() throws {
        let figures = try [9, 40, 30, 79].map { (children: Int32) in
            Figure(
                period: try period("2025-26-AY"), value: "-0.24",
                denominator: FixedDecimal(children))
        }
        var table = DisclosureTable(figures)
        table.addSum(3, of: [0, 1, 2])
        let terms = DisclosureTerms(audience: .everyone, rule: .standard, kind: .score)
        #expect(Self.withheld(table, terms) == [0, 2])
    }

    @Test func `half counts are protected like whole ones`() throws {
        let figures = try ["2.5", "20", "30.5", "53"].map { (value: FixedDecimal) in
            Figure(period: try period("2026-27-Q1"), value: value)
        }
        var table = DisclosureTable(figures)
        table.addSum(3, of: [0, 1, 2])
        #expect(Self.withheld(table, Self.terms) == [0, 1])
    }

    // MARK: What the publisher withheld

    @Test func `what a publisher withheld is protected too`() throws {
        let confidential = try figure("2026-27-Q1", nil, .confidential)
        var one = DisclosureTable([
            confidential, try Self.count(20), try Self.count(30), try Self.count(54),
        ])
        one.addSum(3, of: [0, 1, 2])
        #expect(Self.withheld(one, Self.terms) == [0, 1])
        var two = DisclosureTable([
            confidential, confidential, try Self.count(30), try Self.count(34),
        ])
        two.addSum(3, of: [0, 1, 2])
        #expect(Self.withheld(two, Self.terms) == [0, 1])
        var tight = DisclosureTable([
            confidential, confidential, try Self.count(30), try Self.count(32),
        ])
        tight.addSum(3, of: [0, 1, 2])
        #expect(Self.withheld(tight, Self.terms) == [0, 1, 2])
    }

    // Two parts of 2 are both 1; that they have 1 between them is rounding, and hides no more.
    @Test(
        arguments: [(33, [0, 1]), (32, [0, 1, 2]), (31, [0, 1, 2])] as [(Int32, [Int])])
    func `what a publisher withheld is protected where numbers are rounded`(
        total: Int32, withheld: [Int]
    ) throws {
        let confidential = try figure("2026-27-Q1", nil, .confidential)
        var table = DisclosureTable([
            confidential, confidential, try Self.count(30), try Self.count(total),
        ])
        table.addSum(3, of: [0, 1, 2])
        #expect(Self.withheld(table, Self.terms) == withheld)
    }

    @Test func `beside a part that is not printed a publisher's is not worked out`() throws {
        var table = DisclosureTable([
            try figure("2026-27-Q1", nil, .confidential), try Self.count(20), try Self.count(54),
        ])
        table.addOpenSum(2, of: [0, 1])
        #expect(Self.withheld(table, Self.terms) == [0])
        table.addSum(2, of: [0, 1])
        #expect(Self.withheld(table, Self.terms) == [0, 1])
    }

    @Test func `what is not available is no secret`() throws {
        var table = DisclosureTable([
            try figure("2026-27-Q1", nil, .notAvailable), try Self.count(20), try Self.count(24),
        ])
        table.addSum(2, of: [0, 1])
        #expect(table.shown(under: Self.terms) == table.figures)
    }

    // MARK: Gaps, readers and rounding

    @Test func `a gap is withheld when either end is`() throws {
        let gap = Figure(period: try period("2026-27-Q1"), value: "25")
        for (first, second) in [(5, 40), (40, 5), (40, 40)] as [(Int32, Int32)] {
            var table = DisclosureTable([
                try Self.share(first, of: 80), try Self.share(second, of: 80), gap,
            ])
            table.addGap(2, from: 0, to: 1)
            #expect(table.shown(under: Self.shares)[2].isSuppressed == (first + second < 80))
        }
    }

    @Test func `the service sees every true value`() throws {
        var table = DisclosureTable(try [1, 1, 20, 22].map(Self.count))
        table.addSum(3, of: [0, 1, 2])
        let service = DisclosureTerms(audience: .service, rule: .standard, kind: .count)
        #expect(table.shown(under: service) == table.figures)
    }

    @Test func `rounded tables are checked by their true numbers`() throws {
        var table = DisclosureTable(try [4, 21, 33, 58].map(Self.count))
        table.addSum(3, of: [0, 1, 2])
        let rule = SmallNumberRule(rounding: .nearestFive)
        let terms = DisclosureTerms(audience: .everyone, rule: rule, kind: .count)
        #expect(table.shown(under: terms).map(\.value) == [nil, nil, "35", "60"])
    }

    @Test func `a relation that names what is not there is left out`() throws {
        let found = try Self.withheld([3, 20, 23]) { table in
            table.addSum(3, of: [0, 1])
            table.addSum(2, of: [0, -1])
            table.addSum(2, of: [])
            table.addCumulative([0, 7])
            table.addShares([0, 7])
            table.addOpenSum(2, of: [0, 7])
            table.addOpenSum(7, of: [0])
            table.addOpenSum(2, of: [])
            table.addOpenShares([0, 7])
            table.addOpenShares([])
            table.addGap(0, from: 1, to: 7)
        }
        #expect(found == [0])
    }

    @Test func `words are left as they are`() throws {
        var table = DisclosureTable(try [3, 20, 23].map(Self.count))
        table.addSum(2, of: [0, 1])
        let terms = DisclosureTerms(audience: .everyone, rule: .standard, kind: .narrative)
        #expect(table.shown(under: terms) == table.figures)
    }

    @Test func `the largest and smallest numbers do not trap`() throws {
        let ends = [FixedDecimal(hundredMillionths: .max), FixedDecimal(hundredMillionths: .min)]
        let figures = try (0..<4).map { index in
            Figure(
                period: try period("2026-27-Q1"), value: ends[index % 2],
                numerator: ends[index / 2], denominator: ends[(index + 1) % 2])
        }
        let confidential = try figure("2026-27-Q1", nil, .confidential)
        var table = DisclosureTable(figures + [confidential, try Self.count(3)])
        table.addSum(0, of: [1, 2, 3, 4])
        table.addSum(1, of: [0, 5])
        table.addCumulative([0, 1, 2, 3, 4, 5])
        table.addShares([0, 1, 2, 3, 4])
        table.addOpenSum(0, of: [1, 2])
        table.addOpenSum(1, of: [0, 5])
        table.addOpenShares([0, 1, 2])
        for kind in ValueKind.allCases {
            for rounding in SmallNumberRule.Rounding.allCases {
                let terms = DisclosureTerms(
                    audience: .everyone, rule: SmallNumberRule(rounding: rounding), kind: kind,
                    multiplier: .max)
                #expect(table.shown(under: terms).count == 6)
            }
        }
    }
}

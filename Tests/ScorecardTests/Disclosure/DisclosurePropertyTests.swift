import Scorecard
import Testing

/// Random small tables, given to a reader who tries other ways to fill in what is hidden.
@Suite struct DisclosurePropertyTests {
    /// A table as the reader knows it, and as the code under test is given it.
    private struct Sample {
        var table: DisclosureTable
        var sums: [(total: Int, parts: [Int])] = []
        var openSums: [(total: Int, parts: [Int])] = []
        var series: [[Int]] = []
        let numerators: [Int]
        let denominators: [Int]

        init(numerators: [Int], denominators: [Int]) throws {
            self.numerators = numerators
            self.denominators = denominators
            let time = try period("2026-27-Q1")
            table = DisclosureTable(
                zip(numerators, denominators).map { numerator, denominator in
                    let (part, whole) = (
                        FixedDecimal(Int32(numerator)), FixedDecimal(Int32(denominator))
                    )
                    return denominator == 0
                        ? Figure(period: time, value: part)
                        : Figure(
                            period: time, value: part.dividing(by: whole, per: 100),
                            numerator: part, denominator: whole)
                })
        }

        mutating func addSum(_ total: Int, _ parts: [Int]) {
            sums.append((total, parts))
            table.addSum(total, of: parts)
        }

        mutating func addOpenSum(_ total: Int, _ parts: [Int]) {
            openSums.append((total, parts))
            table.addOpenSum(total, of: parts)
        }
    }

    private static let counts = DisclosureTerms(
        audience: .everyone, rule: .standard, kind: .count)
    private static let shares = DisclosureTerms(
        audience: .everyone, rule: .standard, kind: .percentage)

    @Test(arguments: UInt64(1)...4)
    func `no count of one total can be worked out`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<60 {
            let parts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                Self.number(using: &random)
            }
            var sample = try Sample(
                numerators: parts + [parts.reduce(0, +)],
                denominators: Array(repeating: 0, count: parts.count + 1))
            sample.addSum(parts.count, Array(parts.indices))
            Self.checkCounts(sample, seed)
        }
    }

    @Test(arguments: UInt64(1)...4)
    func `no count of groups by periods can be worked out`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<40 {
            let (rows, columns) = (
                Int.random(in: 2...3, using: &random), Int.random(in: 2...3, using: &random)
            )
            Self.checkCounts(try Self.twoWay(rows, columns, using: &random), seed)
        }
    }

    @Test(arguments: UInt64(1)...4)
    func `no count of the year so far can be worked out`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<60 {
            Self.checkCounts(try Self.cumulative(using: &random), seed)
        }
    }

    @Test(arguments: UInt64(1)...4)
    func `no count of a total of which not all is printed can be worked out`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<60 {
            let parts = (0..<Int.random(in: 3...6, using: &random)).map { _ in
                Self.number(using: &random)
            }
            // The first is not printed; of the others some make up a part of the total too.
            let printed = Array(parts.dropFirst())
            let some = printed.prefix(2).reduce(0, +)
            var sample = try Sample(
                numerators: printed + [some, parts.reduce(0, +)],
                denominators: Array(repeating: 0, count: printed.count + 2))
            sample.addSum(printed.count, [0, 1])
            sample.addOpenSum(printed.count + 1, Array(printed.indices))
            Self.checkCounts(sample, seed)
        }
    }

    @Test(arguments: UInt64(1)...4)
    func `no percentage of one total can be worked out`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<40 {
            let groups = Int.random(in: 2...3, using: &random)
            let parts = (0..<groups).map { _ in Self.number(using: &random) }
            let rest = parts.map { _ in max(1, Self.number(using: &random)) }
            let wholes = zip(parts, rest).map { $0 + $1 }
            var sample = try Sample(
                numerators: parts + [parts.reduce(0, +)],
                denominators: wholes + [wholes.reduce(0, +)])
            sample.addSum(groups, Array(0..<groups))
            Self.checkShares(sample, seed)
        }
    }

    // MARK: What is checked

    private static func checkCounts(_ sample: Sample, _ seed: UInt64) {
        let isHidden = checkFigures(sample, counts, seed)
        var values = sample.numerators
        var sums = sample.sums
        // Readers know that nothing withheld is zero, and that no difference is negative.
        var least = values.map { _ in 1 }
        var secret = values.indices.filter { isHidden[$0] }
        for places in sample.series {
            for (earlier, later) in zip(places, places.dropFirst()) {
                let difference = values[later] - values[earlier]
                sums.append((later, [earlier, values.count]))
                if (1...5).contains(difference) { secret.append(values.count) }
                values.append(difference)
                least.append(0)
            }
        }
        for sum in sample.openSums {
            let rest = sum.parts.reduce(values[sum.total]) { $0 - values[$1] }
            sums.append((sum.total, sum.parts + [values.count]))
            if (1...5).contains(rest) { secret.append(values.count) }
            values.append(rest)
            least.append(0)
        }
        let reader = BruteForce(
            values: values, least: least,
            isHidden: values.indices.map { $0 >= isHidden.count || isHidden[$0] }, sums: sums,
            reach: 1)
        let known = reader.determined.intersection(secret)
        #expect(known.isEmpty, "seed \(seed): \(known) of \(reader)")
        #expect(!sample.numerators.indices.contains { isHidden[$0] && values[$0] == 0 })
    }

    private static func checkShares(_ sample: Sample, _ seed: UInt64) {
        let isHidden = checkFigures(sample, shares, seed)
        let count = isHidden.count
        let remainders = zip(sample.denominators, sample.numerators).map { $0 - $1 }
        let values = sample.numerators + remainders + sample.denominators
        var sums = (0..<count).map { (total: 2 * count + $0, parts: [$0, count + $0]) }
        for sum in sample.sums {
            for layer in 0..<3 {
                sums.append((layer * count + sum.total, sum.parts.map { layer * count + $0 }))
            }
        }
        let reader = BruteForce(
            values: values, least: values.indices.map { $0 < 2 * count ? 0 : 1 },
            isHidden: values.indices.map { isHidden[$0 % count] }, sums: sums, reach: 1)
        let secret = values.indices.filter {
            isHidden[$0 % count] && ($0 < 2 * count || values[$0] < 10)
        }
        let known = reader.determined.intersection(secret)
        #expect(known.isEmpty, "seed \(seed): \(known) of \(reader)")
    }

    /// Which figures are withheld, when all that can be said without the reader has been checked.
    private static func checkFigures(
        _ sample: Sample, _ terms: DisclosureTerms, _ seed: UInt64
    ) -> [Bool] {
        let (figures, shown) = (sample.table.figures, sample.table.shown(under: terms))
        for (figure, shown) in zip(figures, shown) {
            let small = terms.shown(figure).isSuppressed
            #expect(shown == (shown.isSuppressed ? figure.withheld : figure), "seed \(seed)")
            #expect(!small || shown.isSuppressed, "seed \(seed)")
        }
        if sample.series.isEmpty, sample.openSums.isEmpty,
            !figures.contains(where: { terms.shown($0).isSuppressed })
        {
            #expect(shown == figures, "seed \(seed)")
        }
        // Suppressing again what is left changes nothing.
        var again = DisclosureTable(shown)
        for sum in sample.sums { again.addSum(sum.total, of: sum.parts) }
        for sum in sample.openSums { again.addOpenSum(sum.total, of: sum.parts) }
        for places in sample.series { again.addCumulative(places) }
        #expect(again.shown(under: terms) == shown, "seed \(seed): \(sample)")
        let service = DisclosureTerms(audience: .service, rule: terms.rule, kind: terms.kind)
        #expect(sample.table.shown(under: service) == figures)
        return shown.map(\.isSuppressed)
    }

    // MARK: Random tables

    /// Small, none, or large, each often enough.
    private static func number(using random: inout Seeded) -> Int {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: 0
        case 1: Int.random(in: 1...2, using: &random)
        case 2: Int.random(in: 3...5, using: &random)
        case 3: Int.random(in: 6...9, using: &random)
        default: Int.random(in: 10...40, using: &random)
        }
    }

    private static func twoWay(
        _ rows: Int, _ columns: Int, using random: inout Seeded
    ) throws -> Sample {
        let width = columns + 1
        var values = Array(repeating: 0, count: (rows + 1) * width)
        for row in 0..<rows {
            for column in 0..<columns {
                let number = number(using: &random)
                for place in [
                    row * width + column, row * width + columns, rows * width + column,
                    rows * width + columns,
                ] { values[place] += number }
            }
        }
        var sample = try Sample(numerators: values, denominators: values.map { _ in 0 })
        for row in 0...rows {
            sample.addSum(row * width + columns, (0..<columns).map { row * width + $0 })
        }
        for column in 0...columns {
            sample.addSum(rows * width + column, (0..<rows).map { $0 * width + column })
        }
        return sample
    }

    /// Two groups and their total, each three figures of the year so far.
    private static func cumulative(using random: inout Seeded) throws -> Sample {
        var values = Array(repeating: 0, count: 9)
        for group in 0..<2 {
            var sum = 0
            for period in 0..<3 {
                sum += number(using: &random)
                values[group * 3 + period] = sum
                values[6 + period] += sum
            }
        }
        var sample = try Sample(numerators: values, denominators: values.map { _ in 0 })
        for period in 0..<3 { sample.addSum(6 + period, [period, 3 + period]) }
        for group in 0..<3 {
            let places = (0..<3).map { group * 3 + $0 }
            sample.series.append(places)
            sample.table.addCumulative(places)
        }
        return sample
    }
}

import SQLite
import Scorecard
import Testing

@testable import Portal

/// What a reader of Stockport's figures can add and subtract.
///
/// The arithmetic is the test's own: it reads what is published and what partitions.csv says,
/// and goes through one sum after the other. Every measure has the same rule: fewer than 6.
@Suite struct RealDisclosureTests {
    /// What readers see of one group.
    private enum Seen: Equatable {
        case withheld
        case percentage(of: Int, outOf: Int)
        /// A percentage whose counts are not published, or one that does not exist.
        case unknown
    }

    /// The groups that make up a whole, or shares of one.
    private struct Division {
        let whole: Int64?
        var parts: [Int64] = []
    }

    /// A division of one series' percentages in one period.
    private struct Sum {
        let name: String
        /// What is seen of the whole; `nil` for shares.
        let whole: Seen?
        let parts: [Seen]
        /// Whether every part is published or withheld.
        let isComplete: Bool
    }

    private let sums: [Sum]

    init() throws {
        let database = try TestPortal.real.get().database()
        var divisions: [String: Division] = [:]
        try database.forEach("SELECT whole_id, division, part_id FROM partition") {
            row throws(SQLError) in
            let whole: Int64? = try row("whole_id")
            let name = "\(whole ?? 0) \(try row("division", as: String.self))"
            divisions[name, default: Division(whole: whole)].parts.append(try row("part_id"))
        }
        sums = try Self.tables(database).flatMap { name, table in
            divisions.compactMap { division, groups in
                let whole = groups.whole.map { table[$0] }
                let parts = groups.parts.compactMap { table[$0] }
                guard !parts.isEmpty, whole != .some(nil) else { return nil }
                return Sum(
                    name: "\(name) \(division)", whole: whole ?? nil, parts: parts,
                    isComplete: parts.count == groups.parts.count)
            }
        }
    }

    /// What is seen of each group, by series and period.
    private static func tables(_ database: Database) throws -> [String: [Int64: Seen]] {
        var tables: [String: [Int64: Seen]] = [:]
        try database.forEach(
            """
            SELECT series.code || ' ' || published_figure.period AS name, line.breakdown_id,
                   published_figure.marker IS 'c' AS is_withheld,
                   published_figure.numerator, published_figure.denominator
            FROM published_figure
            JOIN line ON line.id = published_figure.line_id
            JOIN area ON area.id = line.area_id AND area.kind = 'local'
            JOIN series ON series.id = line.series_id AND series.value_kind = 'percentage'
            WHERE series.id IN (SELECT series_id FROM measure_series)
            """
        ) { row throws(SQLError) in
            let numerator: FixedDecimal? = try row("numerator")
            let denominator: FixedDecimal? = try row("denominator")
            let counts = [numerator, denominator].compactMap { $0.flatMap { Int("\($0)") } }
            let isWithheld: Bool = try row("is_withheld")
            let seen: Seen =
                isWithheld
                ? .withheld
                : counts.count == 2 ? .percentage(of: counts[0], outOf: counts[1]) : .unknown
            tables[try row("name"), default: [:]][try row("breakdown_id")] = seen
        }
        return tables
    }

    @Test func `nothing that is withheld can be worked out from one sum`() {
        var sumsWithSeveral = 0
        for sum in sums where sum.isComplete {
            let seen = sum.parts + [sum.whole].compactMap(\.self)
            guard !seen.contains(.unknown) else { continue }
            let withheld = seen.count { $0 == .withheld }
            #expect(withheld != 1, "\(sum.name)")
            if withheld > 1 { sumsWithSeveral += 1 }
        }
        #expect(sumsWithSeveral > 0)
    }

    @Test func `no small number is left of a whole of which not all parts are published`() {
        var rests = 0
        for sum in sums where !sum.isComplete {
            guard let (numerator, denominator) = rest(of: sum) else { continue }
            let isFew = [numerator, denominator - numerator].contains { (1...5).contains($0) }
            #expect(!isFew && !(1...9).contains(denominator), "\(sum.name)")
            rests += 1
        }
        #expect(rests > 0)
    }

    /// What the parts leave, where all of them are known.
    private func rest(of sum: Sum) -> (numerator: Int, denominator: Int)? {
        var (numerators, denominators) = (0, 0)
        for part in sum.parts {
            guard case .percentage(let numerator, let denominator) = part else { return nil }
            numerators += numerator
            denominators += denominator
        }
        switch sum.whole {
        case .percentage(let numerator, let denominator):
            return (numerator - numerators, denominator - denominators)
        case nil:
            let whole = denominators / sum.parts.count
            return (whole - numerators, whole)
        case .withheld, .unknown:
            return nil
        }
    }
}

import Scorecard
import Testing

@Suite struct QuantilesTests {
    @Test func `quantiles of type 7 agree with the truth table`() throws {
        guard let table = try TruthTable("quantile_types") else { return }
        let rows = table.rows.filter { $0["type"] == "7" }
        #expect(rows.count == 4)
        for row in rows {
            let quantiles = try #require(Quantiles(try row.numbers("values")))
            for (share, name) in [
                (0.1, "p10"), (0.25, "p25"), (0.5, "p50"), (0.75, "p75"), (0.9, "p90"),
            ] {
                #expect(agree(quantiles.value(at: share), try row.number(name)), "\(row)")
            }
        }
    }

    // The spreadsheet's QUARTILE.INC of 1 to 5 gives 2 and 4.
    @Test func `the middle half is between the quartiles`() throws {
        let quantiles = try #require(Quantiles([5, 1, 4, 2, 3]))
        #expect(quantiles.middleHalf == (2, 4))
        #expect(quantiles.value(at: 0) == 1)
        #expect(quantiles.value(at: 1) == 5)
        #expect(quantiles.value(at: -3) == 1)
        #expect(quantiles.value(at: 7) == 5)
        #expect(quantiles.value(at: .nan) == 1)
    }

    @Test func `no values, and what is no number, have no quantiles`() {
        #expect(Quantiles([]) == nil)
        #expect(Quantiles([1, .nan]) == nil)
        #expect(Quantiles([1, .infinity]) == nil)
        #expect(Quantiles([3])?.middleHalf ?? (0, 0) == (3, 3))
    }
}

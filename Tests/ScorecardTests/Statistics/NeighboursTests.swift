import Scorecard
import Testing

@Suite struct NeighboursTests {
    // Placement stability 2025: Stockport 68, the ten neighbours' mean 68.3 and median 71.
    @Test func `mean and median are exact and may disagree`() {
        let neighbours = Neighbours(["1", "2", "4", nil, "4.00000001"] as [FixedDecimal?])
        #expect(neighbours.areas == 5)
        #expect(neighbours.values.count == 4)
        #expect(neighbours.mean == "2.75")
        #expect(neighbours.median == "3")
        #expect(neighbours.range == "1"..."4.00000001")
        #expect(Neighbours([nil, nil]).mean == nil)
        #expect(Neighbours([nil, nil]).median == nil)
        #expect(Neighbours([]).range == nil)
    }

    @Test func `means agree with the truth table`() throws {
        guard let values = try TruthTable("mean_values"),
            let means = try TruthTable("mean_expected")
        else { return }
        let groups = Dictionary(grouping: values.rows) { $0["group"] ?? "" }
        for row in means.rows {
            let group = try #require(groups[try row.text("group")])
            let neighbours = Neighbours(try group.map { FixedDecimal(try $0.text("value")) })
            #expect(neighbours.areas == Int(try row.text("n")))
            #expect(neighbours.values.count == neighbours.areas)
            let mean = try #require(neighbours.mean)
            #expect(agree(Double(mean.description), try row.number("mean")), "\(row)")
        }
    }

    @Test func `medians agree with the truth table`() throws {
        guard let table = try TruthTable("quantile_types") else { return }
        for row in table.rows where row["type"] == "7" {
            let values = try row.text("values").split(separator: " ").map { FixedDecimal($0) }
            let median = try #require(Neighbours(values).median)
            #expect(agree(Double(median.description), try row.number("p50")), "\(row)")
        }
    }

    @Test func `groups agree with the truth table`() throws {
        guard let table = try TruthTable("quantile_groups") else { return }
        for (_, rows) in Dictionary(grouping: table.rows, by: { $0["case"] ?? "" }) {
            let values = try rows.map { try shortened($0.text("value")) }
            let neighbours = Neighbours(values)
            for (row, value) in zip(rows, values) {
                let group = neighbours.group(
                    of: value, of: try #require(Int(row.text("n_quantiles"))),
                    highestFirst: try row.text("highest_value_is_quantile_1") == "1")
                #expect(group == Int(try row.text("quantile")), "\(row)")
            }
        }
    }

    /// A value of the table without the noise after its eighth place.
    private func shortened(_ text: String) throws -> FixedDecimal {
        let end = text.firstIndex(of: ".").map { text[$0...].prefix(9).endIndex } ?? text.endIndex
        return try #require(FixedDecimal(text[..<end]))
    }
}

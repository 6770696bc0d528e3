import Testing

@testable import Portal

@Suite struct ScorecardGroupTests {
    @Test func `measures with one objective or heading make one group, wherever they stand`()
        throws
    {
        let groups = try groups { placements in
            for (measure, objective, heading) in [
                ("ATTEND", "SW-G1", ""), ("MOVES", "", "In care"), ("READING", "SW-G1", ""),
                ("FED", "", ""), ("CENTRES", "", "In care"), ("PLACES", "", ""),
            ] {
                placements.add([
                    "measure": measure, "strategy": "start-well", "objective": objective,
                    "heading": heading,
                ])
            }
        }
        #expect(
            groups.map(\.headline.title) == [
                "Every day counts", "In care", "The strategy as a whole",
            ])
        #expect(
            groups.map { $0.measures.map(\.title) } == [
                ["School attendance", "Reading at seven"], ["Moves in care", "Family centres"],
                ["Babies breastfed", "Nursery places kept free"],
            ])
    }

    @Test func `a heading that is written like an objective's is another group`() throws {
        let groups = try groups { placements in
            placements.add(["measure": "FED", "strategy": "start-well", "objective": "SW-G1"])
            placements.add([
                "measure": "MOVES", "strategy": "start-well", "heading": "Every day counts",
            ])
        }
        #expect(groups.map(\.headline.title) == ["Every day counts", "Every day counts"])
        #expect(groups.map(\.measures.count) == [1, 1])
    }

    @Test func `a headline has the level and number of its objective`() throws {
        let groups = try groups { placements in
            for objective in ["SW-G1", "SW-G1-O1", ""] {
                placements.add([
                    "measure": "FED", "strategy": "start-well", "objective": objective,
                ])
            }
        }
        #expect(groups.map(\.headline.level) == ["Goal", "Outcome", nil])
        #expect(groups.map(\.headline.number) == ["1", nil, nil])
    }

    /// The groups of Start Well with these placements alone.
    private func groups(_ place: (inout Catalogue.Table) -> Void) throws -> [ScorecardGroup] {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/placements.csv"].removeAll()
        place(&catalogue["Catalogue/placements.csv"])
        let database = try TestPortal(catalogue).database()
        let scorecard = try #require(try database.scorecard("start-well"))
        return try database.groups(on: scorecard.scope)
    }
}

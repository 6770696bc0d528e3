import HTTPServer
import Testing

@testable import Portal

@Suite struct InfographicPageTests {
    private static let path = "/strategies/start-well/infographic"

    @Test func `the vision stands among the goals, each with its number and its counts`() throws {
        let main = try get(Self.path).main
        #expect(
            main.first(class: "wall__aim")?.text == "Our vision Every child of the harbour thrives."
        )
        let cell = try #require(main.first(class: "wall__cell"))
        #expect(cell.first(class: "wall__top")?.text == "Goal 1 Every day counts")
        #expect(cell.first("h2")?.first("a")?["href"] == "/strategies/start-well/every-day-counts")
        #expect(cell.text.contains("7 measures 2 close to target 1 on target"))
        #expect(cell.first(class: "mix") != nil)
        #expect(main.all("section").count { $0.classes.contains("wall__cell") } == 2)
        #expect(main.first(class: "wall__sum")?.text.contains("10 measures in all") == true)
    }

    @Test func `where nothing is off target the newest change is shown`() throws {
        let one = try #require(try get(Self.path).main.first(class: "wall__one"))
        #expect(
            one.text
                == "Newest change 94.8% School attendance 2024/25; +0.8 better since 2023/24")
    }

    @Test func `where something is off target the furthest off is shown`() throws {
        var catalogue = Harbourside.catalogue
        // 1 short of 9 with nothing allowed, after 1.9 too many with 0.5 allowed.
        for measure in ["MOVES", "CENTRES"] {
            catalogue["Catalogue/placements.csv"].add([
                "measure": measure, "strategy": "start-well", "objective": "SW-G2",
            ])
        }
        let cells = try TestPortal(catalogue).get(Self.path).main.all("section")
        let one = try #require(cells.dropFirst().first?.first(class: "wall__one"))
        #expect(one.text.hasPrefix("Furthest off target 8 Family centres"))
        #expect(one.text.contains("2025/26, target 9"))
    }

    @Test func `where there are no figures stands what will be done`() throws {
        let cell = try #require(try get(Self.path).main.all("section").dropFirst().first)
        #expect(
            cell.first(class: "wall__actions")?.all("li").map(\.text)
                == ["Ask families", "Answer them"])
        #expect(cell.first(class: "wall__none")?.text == "No figures yet")
        #expect(cell.first(class: "mix") == nil)
    }

    @Test func `what children want to say, the day and the source stand at the foot`() throws {
        let main = try get(Self.path).main
        #expect(
            main.section("say")?.all("li").map(\.text)
                == ["I feel safe", "I am heard", "I feel at home"])
        let foot = try #require(main.first(class: "wall__foot")?.text)
        #expect(foot.hasPrefix("Made on 15 July 2026 from figures known at the end of Q1 2026/27"))
        #expect(foot.contains("Source of the plan: Start Well, printed 2025."))
    }

    @Test func `a plan with more than fits shows its first level and says what else it has`() throws
    {
        let portal = try TestPortal.real.get()
        let main = try portal.get("/strategies/corporate-parenting/infographic").main
        #expect(main.all("section").count { $0.classes.contains("wall__cell") } == 6)
        #expect(
            main.text.contains(
                "The plan also has 6 care leaver priorities, 1 pledge, 7 statutory principles."))
    }

    @Test func `the seven ambitions of the real plan stand around its vision`() throws {
        let main = try TestPortal.real.get().get("/strategies/cyp-plan/infographic").main
        #expect(main.first(class: "wall__grid--7") != nil)
        #expect(
            main.descendants.filter { $0.classes.contains("wall__no") }.map(\.text)
                == (1...7).map { "Ambition \($0)" })
        #expect(main.section("say")?.all("li").count == 7)
    }

    @Test func `what it shows can be downloaded`() throws {
        let lines = try get(Self.path + "?format=csv").source.split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(
            lines[1].contains(
                ",Newest change,ATTEND,School attendance,Higher is better,%,2024-25-AY,"))
        #expect(lines[0].split(separator: ",").count == 37)
    }

    @Test func `a strategy without objectives has none`() throws {
        let answer = try get("/strategies/schools/infographic")
        #expect(answer.status == .notFound)
        #expect(
            try answer.text.contains("Schools <Together> has no objectives to draw."))
    }
}

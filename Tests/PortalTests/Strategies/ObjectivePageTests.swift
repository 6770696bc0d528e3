import HTTPServer
import Testing

@testable import Portal

@Suite struct ObjectivePageTests {
    @Test func `an objective says where it stands and what it is for`() throws {
        let answer = try get("/strategies/start-well/every-day-counts")
        let main = try answer.main
        #expect(
            main.first(class: "eyebrow")?.text == "Goal 1, Start Well in Harbourside (2025-2028)")
        #expect(main.first("h1")?.text == "Every day counts")
        #expect(
            main.first(class: "lede")?.text == "Children are in school, and safe there")
        #expect(
            main.section("story")?.facts == ["Why it matters": "A day missed is a day not learned."]
        )
        let crumbs = try answer.page.first(class: "crumbs")?.all("a").map(\.text)
        #expect(crumbs == ["Home", "Strategies", "Start Well"])
    }

    @Test func `what, how and success are told one after the other`() throws {
        let story = try get("/strategies/start-well/heard").main.section("story")
        #expect(
            story?.facts == [
                "What we will do": "Ask families Answer them", "How": "Meet each term",
                "What success looks like": "Families say so",
            ])
    }

    @Test func `its measures are listed with those of the parts below it`() throws {
        let page = try get("/strategies/start-well/every-day-counts")
        #expect(try page.tally() == [0, 2, 1, 4])
        let table = try #require(try page.main.first(class: "brief"))
        #expect(
            table.cells[0] == [
                "School attendance Higher is better", "Latest 94.8% 2024/25",
                "Target 94.5% until August 2027", "Status On target",
                "Change +0.8 better since 2023/24",
            ])
        #expect(table.first(class: "grp")?.text == "Ready for school Outcome")
        #expect(table.all("tr").count { $0.first("td") != nil } == 7)
        #expect(
            try page.main.section("measures")?.all("a").contains {
                $0["href"] == "/scorecards/goal-1"
            } == true)
    }

    @Test func `what is withheld stands as its shorthand, which is explained`() throws {
        let measures = try #require(
            try get("/strategies/start-well/every-day-counts").main.section("measures"))
        #expect(measures.text.contains("Latest [c]"))
        #expect(measures.text.contains(Wording.confidential))
    }

    @Test func `an objective none of whose measures is judged says why`() throws {
        let measures = try get("/strategies/start-well/heard").main.section("measures")
        #expect(
            measures?.first(class: "inset")?.text
                == "The 3 measures are not judged: 1 is awaiting data, 1 is in development, "
                + "1 is to be defined. How we rate measures")
        #expect(measures?.first(class: "tally") == nil)
    }

    @Test func `an objective without measures leads to the nearest that has some`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/placements.csv"].removeRows(where: "objective", is: "SW-G1-O1")
        let measures = try TestPortal(catalogue).get("/strategies/start-well/ready").main
            .section("measures")
        #expect(
            measures?.text
                == "How are we doing? It has no measures of its own yet. They belong to "
                + "Goal 1: Every day counts .")
        #expect(
            measures?.first("a")?["href"] == "/strategies/start-well/every-day-counts#measures")
    }

    @Test func `it leads to its parts, its parent, its board, its statements and themes`() throws {
        let goal = try get("/strategies/start-well/every-day-counts").main
        #expect(goal.element(id: "parts")?.text == "Outcome")
        #expect(
            goal.section("parts")?.first("a")?["href"] == "/strategies/start-well/ready")
        let links = goal.section("ties")?.all("a").compactMap { $0["href"] }
        #expect(
            links == [
                "/strategies/start-well", "/boards/early-years-board", "/voice/safe",
                "/scorecards/themes/inclusion",
            ])
        let part = try get("/strategies/start-well/ready").main.section("ties")
        #expect(part?.facts["Part of"] == "Goal 1: Every day counts")
    }

    @Test func `it leads to the one before and the one after of its level`() throws {
        let first = try get("/strategies/start-well/every-day-counts").main.first(class: "steps")
        #expect(first?.text == "Next: Goal 2 Families are heard")
        let last = try get("/strategies/start-well/heard").main.first(class: "steps")
        #expect(last?.text == "Previous: Goal 1 Every day counts")
        #expect(try get("/strategies/start-well/ready").main.first(class: "steps") == nil)
    }

    @Test func `what was said about it and promised stands with it`() throws {
        let said = try get("/strategies/start-well/heard").main.section("you-said-we-will")
        #expect(said?.text.contains("Nobody asked us.") == true)
        #expect(
            try get("/strategies/start-well/ready").main.section("you-said-we-will") == nil)
    }

    @Test func `what is being done about it stands with who and when, the next to be done first`()
        throws
    {
        let doing = try get("/strategies/start-well/every-day-counts").main.section("doing")
        #expect(
            doing?.cells == [
                [
                    "Visit each school", "Who Head of schools", "By when 18 December 2026",
                    "State Under way Updated 30 June 2026",
                ],
                [
                    "Ask carers what they need", "Who Head of children in care",
                    "By when No date set", "State Not started Updated 20 May 2026",
                ],
            ])
        #expect(try get("/strategies/start-well/heard").main.section("doing") == nil)
    }

    @Test func `an objective of a strategy that ended says so`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/strategies.csv"].set("state", "archived", line: 2)
        let main = try TestPortal(catalogue).get("/strategies/start-well/heard").main
        #expect(main.text.contains("This strategy has ended. It is kept for the record."))
    }

    @Test func `its measures can be downloaded as the page shows them`() throws {
        let source = try get("/strategies/start-well/every-day-counts?format=csv").source
        let lines = source.split(separator: "\r\n")
        #expect(lines.count == 8)
        #expect(
            lines[1]
                == "Start Well in Harbourside (2025-2028),Goal,1,"
                + "\"Children are in school, and safe there\",ATTEND,School attendance,"
                + "Higher is better,%,2024-25-AY,2024/25 academic year,94.8,,,,94.5,at-least,1,"
                + "2027-08-31,On target,Green,0.8,2023-24-AY,better")
        #expect(
            source.contains(
                "Young people in custody,Lower is better,,2024-25-FY,2024/25 financial year,[c]"))
    }

    @Test func `one that is not there is answered with those that the strategy has`() throws {
        let answer = try get("/strategies/start-well/quiet")
        #expect(answer.status == .notFound)
        #expect(
            try answer.text.contains(
                "Start Well in Harbourside (2025-2028) has nothing called “quiet”."))
        #expect(
            try answer.page.section("choices")?.all("a").map(\.text) == [
                "Start Well in Harbourside (2025-2028)", "Goal 1: Every day counts",
                "Outcome: Ready for school", "Goal 2: Families are heard",
            ])
    }

    @Test func `every objective of the real strategies has a page of its own`() throws {
        let portal = try TestPortal.real.get()
        let site = try portal.site()
        let database = try portal.database()
        var count = 0
        for strategy in try database.strategies() {
            for objective in try database.outline(ofStrategy: strategy.id).objectives {
                let path = Links.objective(strategy: strategy.slug, objective: objective.slug)
                #expect(Answer(site.respond(to: Request(.get, path))).status == .ok, "\(path)")
                count += 1
            }
        }
        #expect(count == 116)
    }
}

import Testing

@testable import Portal

@Suite struct StrategyListPageTests {
    @Test func `strategies are listed by where they are in their life`() throws {
        let page = try get("/strategies").page
        #expect(page.section("draft") == nil)
        #expect(
            page.section("current")?.all("h3").map(\.text)
                == ["Start Well in Harbourside (2025-2028)", "Schools <Together>"])
        #expect(page.section("archived")?.all("h3").map(\.text) == ["First Steps (2019-2024)"])
    }

    @Test func `an entry tells years, purpose, counts and ways on`() throws {
        let current = try #require(try get("/strategies").page.section("current"))
        #expect(
            current.first(class: "plans__what")?.text
                == "Start Well in Harbourside (2025-2028) 2025 to 2028 "
                + "Says what is done for the youngest.")
        let how = try #require(current.first(class: "plans__how"))
        #expect(
            how.first(class: "plan__count")?.text
                == "10 measures 2 close to target 1 on target 1 target expired 1 too early "
                + "1 awaiting data 1 no new data 1 suppressed 1 in development 1 to be defined")
        #expect(
            how.all("a").compactMap { $0["href"] } == [
                "/strategies/start-well", "/scorecards/start-well",
                "/strategies/start-well/infographic",
            ])
    }

    @Test func `a strategy without objectives has no infographic to lead to`() throws {
        let links = try get("/strategies").page.all("a").compactMap { $0["href"] }
        #expect(!links.contains("/strategies/schools/infographic"))
    }

    @Test func `what took a strategy's place is named`() throws {
        let archived = try #require(try get("/strategies").page.section("archived"))
        #expect(archived.text.contains("Replaced by Start Well in Harbourside (2025-2028)."))
    }

    @Test func `a current strategy whose years are over says so`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/strategies.csv"].set("ends", "2025", line: 2)
        let text = try TestPortal(catalogue).get("/strategies").text
        #expect(text.contains("Its printed term ended in 2025."))
        #expect(try !get("/strategies").text.contains("Its printed term"))
    }

    @Test func `the counts can be downloaded`() throws {
        let lines = try get("/strategies?format=csv").source.split(separator: "\r\n")
        #expect(
            lines[0].hasSuffix(
                "strategy,state,starts,ends,measures,off_target,close,on_target,no_target,"
                    + "target_expired,too_early,awaiting_data,no_new_data,suppressed,"
                    + "in_development,to_be_defined,context_only"))
        #expect(
            lines.dropFirst().first
                == "Start Well in Harbourside (2025-2028),current,2025,2028,10,0,2,1,0,1,1,1,1,1,1,1,0"
        )
    }

    @Test func `an empty portal says that there are none`() throws {
        let portal = try TestPortal(.empty)
        #expect(try portal.get("/strategies").text.contains("No strategies have been added yet."))
        #expect(try portal.get("/measures").text.contains("No measures have been added yet."))
        #expect(
            try portal.get("/scorecards").text.contains("No scorecards have been published yet."))
    }
}

import SQLite
import Testing

@testable import Portal

/// What a report says of risks and of corrective action.
@Suite struct ReportActionsSectionTests {
    private func facts(
        _ texts: [String: String] = [:], over portal: TestPortal? = nil
    ) throws -> [ReportFact] {
        ReportActionsSection(source: try deliverySource(texts, over: portal)).facts
    }

    @Test func `a risk is told with its score and the rule`() throws {
        let facts = try facts(typedRisk)
        #expect(facts["risk/too-few-carers", "rating"] == "High")
        #expect(facts["risk/too-few-carers", "score"] == "Likely (4) × large (4) = 16")
        #expect(facts["risk/too-few-carers", "due"] == "31 March 2027")
        #expect(facts["risks", "rule"] == RiskScore.rule)
        #expect(facts["risks", "none"] == nil)
    }

    @Test func `without risks there is no rule, and that is said`() throws {
        let facts = try facts()
        #expect(facts["risks", "none"] == "No risks were entered for this report.")
        #expect(facts["risks", "rule"] == nil)
    }

    @Test func `light touch leaves low risks out and counts them`() throws {
        let facts = try facts([
            "touch": "light", "risk-1-what": "Rain", "risk-1-likelihood": "1",
            "risk-1-impact": "1",
        ])
        #expect(facts["risk/rain", "what"] == nil)
        #expect(facts["risks", "none"] == "1 low risk is not listed.")
    }

    @Test func `an action on a measure off target is told by names that stay`() throws {
        let facts = try facts().filter { $0.subject == "action/MOVES/e81ad254bcf1" }
        #expect(
            Dictionary(uniqueKeysWithValues: facts.map { ($0.name, $0.text) }) == [
                "what": "Open a third home", "measure": "Moves in care",
                "owner": "Head of property", "due": "1 June 2026", "state": "Under way",
                "overdue": "Overdue", "progress": "A house has been found.",
                "updated": "20 May 2026",
            ])
    }

    @Test func `a measure off target without an owner is named`() throws {
        #expect(try facts()["MOVES", "missing"] == "no owner is named")
    }

    @Test func `without any action that is said`() throws {
        let portal = try TestPortal()
        try portal.database().run("DELETE FROM action")
        let words = try #require(try facts(over: portal)["actions", "none"])
        #expect(words.hasPrefix("No corrective action is recorded for any of the "))
        try portal.database().run("DELETE FROM target")
        try portal.database().run(
            "DELETE FROM placement WHERE measure_id NOT IN (SELECT id FROM measure WHERE code = 'JOY')"
        )
        #expect(
            try facts(over: portal)["actions", "none"]
                == "No measure could be judged, so none is known to need corrective action.")
    }

    @Test func `the file shows all of it, with words beside every colour`() throws {
        var texts = typedProject.merging(typedRisk) { $1 }
        texts["scorecards"] = "start-well\nschools"
        texts["delivery/SW-G2"] = "We asked <families>."
        texts["promise/P1"] = "yes"
        texts["promise/P2"] = "yes"
        var desk = try ReportDesk(texts)
        let page = try desk.preview().page
        let text = page.text
        #expect(text.contains("We asked <families>."))
        #expect(page.all("h3").map(\.text).contains("You said, we will"))
        #expect(text.contains("No update yet. Next due 1 October 2026."))
        #expect(
            page.all("tr").map(\.text).contains {
                $0.hasPrefix("Too few carers Rating High Likely (4) × large (4) = 16")
            })
        #expect(
            page.all("tr").map(\.text).contains {
                $0.hasPrefix("Family hubs Two of four are open.")
                    && $0.hasSuffix("Under way: late Overdue")
            })
        #expect(
            page.all("li").map(\.text).contains("No owner is named: Moves in care."))
    }
}

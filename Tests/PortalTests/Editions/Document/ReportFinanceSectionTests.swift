import Mustache
import Scorecard
import Testing

@testable import Portal

@Suite struct ReportFinanceSectionTests {
    private func source(
        _ texts: [String: String], for audience: Audience = .everyone
    ) throws -> EditionSource {
        let desk = try ReportDesk(texts)
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: desk.slug).first)
        return try database.source(
            of: version, for: audience, on: desk.portal.settings.today(),
            EditionPortal(desk.portal.settings))
    }

    private func facts(_ section: ReportFinanceSection) -> [String: String] {
        Dictionary(
            section.facts.map { ("\($0.subject) \($0.name)", $0.text) },
            uniquingKeysWith: { _, _ in "a name that is there twice" })
    }

    @Test func `each figure, what is worked out and the rule are facts`() throws {
        let section = ReportFinanceSection(source: try source(MoneyTexts.all))
        let facts = facts(section)
        let due = [
            "headline text":
                "The portfolio forecasts £86.1m against a budget of £84.2m, £1.9m over (2.2%).",
            "words text": "The pressure is in placements.",
            "revenue/childrens-social-care heading": "Children’s social care",
            "revenue/childrens-social-care budget": "52,410",
            "revenue/childrens-social-care forecast": "54,185",
            "revenue/childrens-social-care variance": "+1,775",
            "revenue/childrens-social-care percent": "+3.4%",
            "revenue/childrens-social-care status": "Over budget",
            "revenue/childrens-social-care reason": "Residential placements",
            "revenue/education-and-inclusion status": "Close to budget",
            "revenue/early-help status": "Under budget", "revenue/early-help variance": "−235",
            "revenue/total budget": "84,245", "revenue/total variance": "+1,890",
            "revenue/total status": "Over budget",
            "savings/fewer-agency-staff variance": "+80",
            "savings/fewer-agency-staff status": "Behind plan",
            "savings/fewer-agency-staff risk": "High", "reserves/placements closing": "−50",
            "reserves/remarks remark-1": "More would be used than there is: Placements.",
            "grant/high-needs percent": "+2.9%", "grant/deficit in-year": "1,200",
            "grant/deficit brought-forward": "5,400", "grant/deficit cumulative": "6,600",
            "missing text": "No figures were given for the capital programme.",
            "rule rule": BudgetRule.usual.words,
        ]
        for (name, text) in due { #expect(facts[name] == text, "\(name)") }
        #expect(!facts.values.contains("a name that is there twice"))
        #expect(section.facts.allSatisfy { $0.section == "finance" })
    }

    @Test func `without figures the section says so, and has no rule`() throws {
        let section = ReportFinanceSection(source: try source([:]))
        #expect(
            facts(section) == ["missing text": "No finance figures were given for this report."])
    }

    @Test func `a total that cannot be worked out is not told`() throws {
        let facts = facts(
            ReportFinanceSection(
                source: try source(MoneyTexts.all.merging(["revenue-2-forecast": ""]) { $1 })))
        #expect(facts["headline text"] == nil)
        #expect(facts["revenue/total budget"] == "84,245")
        #expect(facts["revenue/total forecast"] == nil)
        #expect(facts["revenue/total status"] == nil)
        #expect(
            facts["revenue/remarks remark-1"]
                == "1 figure is not given. Totals that would need it are not worked out.")
    }

    @Test func `a light touch leaves out what is on budget`() throws {
        let facts = facts(
            ReportFinanceSection(
                source: try source(
                    MoneyTexts.all.merging(["touch": "light", "revenue-2-forecast": "21,960"]) {
                        $1
                    })))
        #expect(facts["revenue/childrens-social-care status"] == "Over budget")
        #expect(facts["revenue/education-and-inclusion budget"] == nil)
        #expect(facts["revenue/remarks remark-1"] == "1 line is on budget and not shown.")
        #expect(facts["revenue/total budget"] == "84,245")
    }

    @Test func `the file has a table for each that has figures, with its unit and its total`()
        throws
    {
        var desk = try ReportDesk(MoneyTexts.all)
        let page = try desk.preview().page
        let captions = page.all("caption").map(\.text).filter { $0.contains("£ thousand") }
        #expect(
            captions.map { String($0.prefix { $0 != "," }) } == [
                "Revenue budget", "Savings", "Reserves", "Dedicated Schools Grant",
            ])
        #expect(captions[0].hasSuffix("£ thousand. Overspends are shown as positive."))
        let table = try #require(
            page.all("table").first { $0.first("caption")?["id"] == "finance-revenue" })
        #expect(table.all("tr").last?.text.contains("Total") == true)
        #expect(table.all("tr").last?.text.contains("+1,890") == true)
        #expect(page.text.contains(BudgetRule.usual.words))
        #expect(page.text.contains("In the year there is a deficit of £1.2m."))
    }
}

import Testing

@testable import Portal

/// What a report says was done.
@Suite struct ReportDeliverySectionTests {
    private func facts(
        _ texts: [String: String] = [:]
    ) throws -> [ReportFact] {
        ReportDeliverySection(source: try deliverySource(texts)).facts
    }

    @Test func `an ambition is told with its counts, its words, its projects and its actions`()
        throws
    {
        var texts = typedProject
        texts["delivery/SW-G1"] = "We visited schools.\n\nWe will visit more."
        let facts = try facts(texts)
        #expect(facts["SW-G1", "text"] == "We visited schools.\nWe will visit more.")
        #expect(
            facts["SW-G1", "counts"]
                == "2 close to target, 1 on target, 1 target expired, 1 too early, 1 no new data, "
                + "1 suppressed")
        #expect(facts["SW-G1", "lead"] == "Led by Early Years Board")
        #expect(facts["project/family-hubs", "status"] == "Under way: late")
        #expect(facts["project/family-hubs", "overdue"] == "Overdue")
        #expect(facts["project/family-hubs", "objective"] == "Goal 1: Every day counts")
        let visits = facts.filter { $0.subjectTitle == "Visit each school" }
        #expect(visits.first { $0.name == "state" }?.text == "Under way")
        #expect(visits.first { $0.name == "overdue" } == nil)
    }

    @Test func `what nothing was written for is gathered in one sentence`() throws {
        #expect(
            try facts(["delivery/SW-G1": "Much."])["delivery", "nothing-written"]
                == "Nothing was written for: Goal 2: Families are heard.")
        #expect(
            try facts()["delivery", "nothing-written"]
                == "Nothing was written about what was done for any of the 2 priorities, and no "
                + "projects were entered for them.")
        let both = ["delivery/SW-G1": "Much.", "delivery/SW-G2": "More."]
        #expect(try facts(both)["delivery", "nothing-written"] == nil)
    }

    @Test func `scorecards without priorities say so`() throws {
        #expect(
            try facts(["scorecards": "schools"])["delivery", "nothing-written"]
                == "The scorecards of this report name no priorities to report on.")
    }

    @Test func `a promise is told when it is chosen, and otherwise not at all`() throws {
        let chosen = try facts(["promise/P1": "yes"])
        #expect(chosen["promise/P1", "evidence-from"] == "Start Well, printed 2025, May 2025")
        #expect(chosen["promise/P1", "done-date"] == "March 2026")
        #expect(!chosen.contains { $0.subject == "promise/P2" })
        #expect(try !facts().contains { $0.subject.hasPrefix("promise/") })
    }

    @Test func `light touch tells what is late, at risk or stopped, and counts the rest`() throws {
        var texts = typedProject
        texts["touch"] = "light"
        texts["project-2-what"] = "Quiet one"
        texts["project-2-objective"] = "SW-G1"
        texts["project-2-status"] = "done"
        let facts = try facts(texts)
        #expect(facts["project/family-hubs", "what"] == "Family hubs")
        #expect(facts["project/quiet-one", "what"] == nil)
        #expect(
            facts["SW-G1", "left-out"]
                == "1 project and 2 actions are not listed, because only what is late, at risk or "
                + "stopped is.")
    }

    @Test func `a project of no priority is told at the end`() throws {
        var texts = typedProject
        texts["project-1-objective"] = "GONE"
        #expect(try facts(texts)["project/family-hubs", "objective"] == "Other projects")
    }

    @Test func `no two facts of a report have one name`() throws {
        var texts = typedProject.merging(typedRisk) { $1 }
        texts["promise/P1"] = "yes"
        texts["project-2-what"] = "Family hubs"
        texts["risk-2-what"] = "Too few carers"
        let source = try deliverySource(texts)
        let names =
            (ReportDeliverySection(source: source).facts
            + ReportActionsSection(source: source).facts)
            .names
        #expect(Set(names).count == names.count)
    }
}

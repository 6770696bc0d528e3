import Testing

@testable import Portal

@Suite struct EditionFieldLabelsTests {
    @Test(arguments: [
        ("title", EditionStep.about, "Title"),
        ("without-sections", .measures, "Sections left out"),
        ("for-cabinet", .words, "Issues for Cabinet"),
        ("delivery/SW-1", .delivery, "What was done for SW-1"),
        ("project-2-what", .delivery, "Projects, row 2, what"),
        ("finance", .finance, "What finance says in words"),
        ("grant-12-year-end", .finance, "Dedicated Schools Grant, row 12, year end"),
        ("exception/SEND-07", .actions, "What is said of SEND-07"),
        ("risk-1-due", .actions, "Risks, row 1, due"),
        ("outcome/action/SEND-07/1", .lastTime, "What became of action/SEND-07/1"),
    ])
    func `a field has a step and a label`(name: String, step: EditionStep, label: String) {
        let field = EditionField(name: name)
        #expect(field.step == step)
        #expect(field.label == label)
    }

    @Test(arguments: [
        "", "nothing", "revenue-x-budget", "revenue-1", "/x", "x/", "touch/",
        "project-9223372036854775807-what", "revenue-61-budget", "risk-0-what", "risk--1-what",
        "risk-+1-what", "risk-01-what",
    ])
    func `a name that no form has is of no step`(name: String) {
        #expect(EditionField(name: name).step == nil)
        #expect(EditionField(name: name).label == name)
    }

    @Test(arguments: EditionField.financeSettings)
    func `what is set for money is of the step on money`(field: EditionField) {
        #expect(field.step == .finance)
        #expect(field.label != field.name)
    }

    @Test func `rows that no table has are no rows`() {
        let content = EditionContent(
            EntryContent([
                "project-9223372036854775807-what": "a", "project-99999999999999999999-what": "b",
                "project-61-what": "c", "project-0-what": "d", "project-3-what": "e",
            ]))
        #expect(content.rows(.project) == [3])
    }

    @Test func `what was chosen is said in words`() {
        let words = EditionWords(titles: ["harbour": "Harbour Committee"])
        #expect(words.words("harbour", of: .board) == "Harbour Committee")
        #expect(words.words("light", of: .touch) == "Light touch")
        #expect(words.words("finance\nx", of: .withoutSections) == "Finance\nx")
        #expect(words.words("quarters", of: .columns) == "Quarters of this year")
        #expect(words.words("", of: .promise("P")) == "Not ticked")
        #expect(words.words("finance", of: .overview) == "finance")
    }
}

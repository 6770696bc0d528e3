import SQLite
import Scorecard
import Testing

@testable import Portal

/// What a draft still lacks.
@Suite struct EditionChecklistTests {
    var desk: ReportDesk

    init() throws { desk = try ReportDesk() }

    /// The list for a draft with some texts besides.
    private func checklist(_ texts: [EditionField: String] = [:]) throws -> EditionChecklist {
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: desk.slug).first)
        var content = version.content
        for (field, text) in texts { content[field] = text }
        try database.keep(content, ofVersion: version.id, by: desk.lead.id, at: 1)
        let changed = try #require(try database.version(version.id))
        let source = try database.source(
            of: changed, for: .everyone, on: desk.portal.settings.today(),
            EditionPortal(desk.portal.settings))
        let mentions = MeasureMentions(source)
        let person = try #require(try database.people().first { $0.id == desk.lead.id })
        let account = Account(
            id: person.id, userName: person.userName, name: person.name, service: nil,
            grants: Set(person.grants))
        let withheld = try database.withheldNumbers(of: mentions.measures, for: account)
        return EditionChecklist(
            source, try database.checklistFacts(of: changed.edition),
            mentions: mentions.found(withheld))
    }

    private static func words(_ checklist: EditionChecklist) -> [String] {
        checklist.items.map(\.words)
    }

    @Test func `a draft with nothing lacks what it needs and what readers miss`() throws {
        let list = try checklist([.board: "", .scorecards: "nowhere"])
        #expect(!list.isReady)
        #expect(
            list.items(.needed).map(\.words) == [
                "A board or committee that receives it", "At least one measure",
            ])
        #expect(
            list.items(.needed).map(\.mend?.href) == [
                "/reports/\(desk.slug)/draft/about", "/reports/\(desk.slug)/draft/measures",
            ])
        let words = Self.words(list)
        for gap in [
            "The day of the meeting", "The portfolio holder’s overview", "Headlines",
            "What finance says", "What was done", "Risks",
        ] {
            #expect(words.contains(gap))
        }
    }

    @Test func `what is written is not missing`() throws {
        let list = try checklist([
            .meeting: "10 September 2026", .reportOf: "Director", .overview: "Good",
            .overviewBy: "Holder", .headlines: "One", .finance: "Fine",
            .delivery("x"): "Done", .cell(.risk, 1, "what"): "Risk",
        ])
        #expect(list.isReady)
        #expect(list.items.allSatisfy { $0.step == nil || $0.step == .actions })
    }

    @Test func `measures off target are named until something is said and done`() throws {
        let database = try desk.portal.database()
        try database.run("DELETE FROM commentary")
        let before = try checklist([.scorecards: "schools"])
        let silent = try #require(
            before.items.first { $0.words.hasSuffix("off target without commentary") })
        #expect(silent.step == .actions)
        let codes: [String] = try database.all("SELECT code FROM measure") {
            row throws(SQLError) in try row("code")
        }
        let after = try checklist(
            Dictionary(uniqueKeysWithValues: codes.map { (.exception($0), "Said") }))
        #expect(!Self.words(after).contains { $0.hasSuffix("off target without commentary") })
        try database.run(
            """
            INSERT INTO action (measure_id, what, owner_role, state, updated_on)
            SELECT id, 'Act', 'Head', 'under-way', 1 FROM measure
            """)
        let acted = try checklist([.scorecards: "schools"])
        #expect(!Self.words(acted).contains { $0.hasSuffix("without corrective action") })
    }

    @Test func `comments without an answer are counted`() throws {
        let database = try desk.portal.database()
        try database.run(
            """
            INSERT INTO committee_comment (edition_id, kind, said_on, words, recorded_by, recorded_at)
            SELECT id, 'request', 1, 'Why?', \(desk.lead.id), 1 FROM edition
            """)
        #expect(
            try Self.words(checklist()).contains("1 comment of the committee without an answer"))
    }

    @Test func `words that may tell a withheld number are pointed at`() throws {
        let number = Harbourside.Secret.custody
        try desk.portal.database().run(
            """
            INSERT OR REPLACE INTO true_figure (line_id, ends_on, period, status, value)
            SELECT figure.line_id, figure.ends_on, figure.period, figure.status, 6137000000
            FROM measure
            JOIN measure_series AS own ON own.measure_id = measure.id AND own.role = 'headline'
            JOIN line ON line.series_id = own.series_id
                AND line.breakdown_id = own.breakdown_id
            JOIN area ON area.id = line.area_id AND area.kind = 'local'
            JOIN figure ON figure.line_id = line.id AND figure.marker = 'c'
            WHERE measure.code = 'CUSTODY'
            """)
        let list = try checklist([
            .exception("CUSTODY"): "It came to \(number) in all", .overview: "All is 61.37",
        ])
        let warnings = list.items(.warning)
        #expect(
            warnings.map(\.words) == ["What is said of CUSTODY may tell a withheld number: look"])
        #expect(warnings.first?.step == .actions)
        #expect(warnings.first?.words.contains(number) == false)
        let progress = EditionField.cell(.project, 1, "progress")
        let told = try checklist([
            progress: "\(warnings.first?.subjects.first?.label ?? ""): \(number)"
        ]).items(.warning)
        #expect(told.contains { $0.step == .delivery })
        #expect(
            try checklist([.exception("CUSTODY"): "It rose.", progress: ""]).items(.warning).isEmpty
        )
    }

    @Test(arguments: [
        ("It fell from 12.5% to 1,234.", ["12.5", "1234"]),
        ("Three children in Q3 of 2025/26, ten more", ["3", "10"]),
        ("", []), ("4.", ["4"]), ("…٣", []),
    ])
    func `numbers are found in words and figures`(text: String, numbers: [String]) {
        #expect(MeasureMentions.numbers(in: text) == Set(numbers))
    }
}

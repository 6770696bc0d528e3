import Mustache
import SQLite
import Scorecard
import Testing

@testable import HTTPServer
@testable import Portal

/// Frozen reports, as readers get them.
@Suite struct FrozenReportRoutesTests {
    var desk: ReportDesk
    var portal: TestPortal { desk.portal }
    var slug: String { desk.slug }

    init() throws {
        desk = try ReportDesk()
    }

    @Test mutating func `a file is for good, and says what it may load`() throws {
        let file = try desk.freeze()
        let answer = try portal.get("/reports/\(slug)/1.0")
        let headers = answer.response.headers
        #expect(headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(headers["Cache-Control"] == "public, max-age=31536000, immutable")
        let print = try #require(ReportFingerprint(in: file))
        #expect(headers["ETag"] == "\"\(print.text)\"")
        let policy = try #require(headers["Content-Security-Policy"])
        #expect(policy.hasPrefix("default-src 'none'; style-src"))
        #expect(headers["Content-Disposition"] == "inline; filename=\"\(slug)-1.0.html\"")
        let kept = try portal.get("/reports/\(slug)/1.0?download")
        #expect(kept.response.headers["Content-Disposition"]?.hasPrefix("attachment;") == true)
        #expect(kept.response.body == file)
    }

    @Test mutating func `who has the file is not sent it again, and parts can be asked for`() throws
    {
        let file = try desk.freeze()
        var response = try portal.get("/reports/\(slug)/1.0").response
        let tag = try #require(response.headers["ETag"])
        Conditional.settle(
            Request(.get, "/", headers: ["If-None-Match": tag]), &response)
        #expect(response.status == .notModified)
        var whole = try portal.get("/reports/\(slug)/1.0").response
        Conditional.settle(Request(.get, "/", headers: ["Range": "bytes=0-9"]), &whole)
        #expect(whole.status == .partialContent)
        #expect(whole.headers["Content-Range"] == "bytes 0-9/\(file.count)")
    }

    @Test mutating func `a portal that is not public lets nobody keep it`() throws {
        try desk.freeze()
        var settings = portal.settings
        settings.isPublic = false
        let closed = try TestPortal(over: portal.folder, settings)
        #expect(try closed.get("/reports/\(slug)/1.0").status == .seeOther)
        var reader = try TestMember(closed, person: desk.lead.id)
        let answer = reader.get("/reports/\(slug)/1.0")
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
    }

    @Test mutating func `figures, titles and templates change, and the file does not`() throws {
        let file = try desk.freeze()
        let officers = try ReportOffice(portal.settings, user: "root")
            .export(slug, version: "1.0", forOfficers: true)
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("title", "Quite another title", line: 4)
        catalogue["Figures/births.csv"].set("value", "2311", line: 2)
        try catalogue.write(to: portal.folder)
        #expect(
            try CatalogueLoad(portal.settings, from: portal.folder).run() != .unchanged)
        var texts = try TemplateLibrary.texts(below: portal.settings.folder("Templates"))
        texts["editions/document/show"] = "Something else."
        let site = try Site(portal.plan, TestPortal.routes, TemplateLibrary(texts)) { _ in }
        let answer = site.respond(to: Request(.get, "/reports/\(slug)/1.0"))
        #expect(answer.body == file)
        let office = try ReportOffice(portal.settings, user: "root")
        #expect(try office.export(slug, version: nil, forOfficers: true) == officers)
        guard
            case .published(let found) = try ReportVerification(
                file, database: portal.settings.database)
        else {
            Issue.record("not known")
            return
        }
        #expect(found.version == "1.0" && !found.isForOfficers && found.withdrawal == nil)
    }

    @Test mutating func `one changed byte is found, wherever it is`() throws {
        let file = try desk.freeze()
        let print = try #require(ReportFingerprint(in: file))
        let text = String(decoding: file, as: UTF8.self)
        let inside = try #require(text.utf8.firstRange(of: print.text.utf8)).lowerBound
        let place = text.utf8.distance(from: text.utf8.startIndex, to: inside)
        let samples = [0, 1, file.count / 3, file.count / 2, place, place + 40, file.count - 1]
        for sample in samples {
            var changed = file
            changed[sample] ^= 1
            #expect(!ReportVerification(changed).isGood, "byte \(sample)")
        }
    }

    @Test mutating func `the officers’ edition is for those who may see every number`() throws {
        try desk.freeze()
        let path = "/reports/\(slug)/1.0/officers"
        var scoped = try TestMember(
            portal,
            person: portal.addPerson(
                "olga", grants: [Grant(role: .officer, scope: .measure("VISITS"))]))
        #expect(scoped.get(path).status == .forbidden)
        let answer = desk.lead.get(path)
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        #expect(try portal.get(path).status != .ok)
        // The measures it had are what counts, whatever scorecards name today.
        try portal.database().script(
            "DROP TRIGGER edition_version_is_frozen; UPDATE edition_version SET measures = 'VISITS'"
        )
        #expect(scoped.get(path).status == .ok)
        try portal.database().script("UPDATE edition_version SET measures = 'VISITS\nNO-MORE'")
        #expect(scoped.get(path).status == .forbidden)
        #expect(desk.lead.get(path).status == .ok)
    }

    @Test mutating func `an officers’ edition asks for the measures of the report before, too`()
        throws
    {
        let desk = try ReportDesk(["scorecards": "schools"])
        let database = try desk.portal.database()
        var scoped = try TestMember(
            desk.portal,
            person: desk.portal.addPerson(
                "una", grants: [Grant(role: .approver, scope: .strategy("schools"))]))
        let path = EditionLinks.officersPreview(desk.slug)
        #expect(scoped.get(path).status == .ok)
        let before = PublishedEdition(facts: [("measures", "ELSEWHERE", "latest", "[c]")])
        try before.add(to: desk.portal, by: desk.lead.id)
        try database.run(
            """
            INSERT INTO edition_fact
            SELECT version_id, 'service', position, section, subject, subject_title, name, '3'
            FROM edition_fact
            """)
        // Its differences say what the other measure was.
        #expect(scoped.get(path).status == .forbidden)
        var lead = desk.lead
        #expect(lead.get(path).status == .ok)
        let version = try #require(try database.versions(ofEdition: desk.slug).first)
        let content = try ReportOffice(desk.portal.settings, user: "root")
            .frozenContent(of: version)
        #expect(content.measures.contains("ELSEWHERE"))
    }

    @Test mutating func `a version that is not there is answered with those that are`() throws {
        try desk.freeze()
        for version in ["1.1", "1.9999999999999999999", "x", "1.00", "2.0", "%00", "日本"] {
            let answer = try portal.get("/reports/\(slug)/\(version)")
            #expect(answer.status == .notFound || answer.status == .badRequest, "\(version)")
        }
        let answer = try portal.get("/reports/\(slug)/1.1")
        #expect(
            try answer.page.section("choices")?.all("a").map { $0["href"] } == [
                "/reports/\(slug)/1.0"
            ])
        #expect(try portal.get("/reports/\(slug)/1.0/officers/more").status == .notFound)
    }

    @Test mutating func `values are shown page by page, and files have all of them`() throws {
        try desk.freeze()
        try desk.plant(
            (1...150).map { index in
                ReportFact(
                    section: index < 50 ? "measures" : "glance", subject: "M-\(index)",
                    subjectTitle: "Measure <\(index)>", name: "latest", text: "\(index)%")
            })
        let main = try portal.get("/reports/\(slug)/1.0/figures").main
        #expect(main.all("h2").map(\.text) == ["Measures by priority", "At a glance"])
        #expect(
            main.cells.first == [
                "Measure <1>", "Which value Latest figure", "What it says 1%",
            ])
        #expect(main.all("tbody").flatMap { $0.all("tr") }.count == 100)
        let second = try portal.get("/reports/\(slug)/1.0/figures?page=2").main
        #expect(second.all("tbody").flatMap { $0.all("tr") }.count == 50)
        let file = try portal.get("/reports/\(slug)/1.0/figures?page=2&format=csv").source
        #expect(file.split(separator: "\r\n").count == 151)
        for page in ["0", "3", "x", "-1", "99999999999999999999"] {
            #expect(try portal.get("/reports/\(slug)/1.0/figures?page=\(page)").status == .notFound)
        }
    }

    @Test mutating func `differences from the version before are told value by value`() throws {
        try desk.freeze()
        func fact(_ subject: String, _ text: String) -> ReportFact {
            ReportFact(
                section: "measures", subject: subject, subjectTitle: subject, name: "latest",
                text: text)
        }
        #expect(
            try portal.get("/reports/\(slug)/1.0/changes").main.text.contains(
                "nothing to compare it with"))
        try desk.correct()
        try desk.freeze()
        try desk.plant([fact("SAME", "1"), fact("OTHER", "2"), fact("GONE", "3")])
        try desk.plant([fact("SAME", "1"), fact("OTHER", "4"), fact("NEW", "5")], in: "1.1")
        let main = try portal.get("/reports/\(slug)/1.1/changes").main
        #expect(main.first(class: "inset")?.text.contains("A target was wrong.") == true)
        #expect(
            main.cells.map { $0.map { $0.split(separator: " ").last.map(String.init) } } == [
                ["priority", "figure", "2", "4"], ["priority", "figure", "there", "5"],
                ["priority", "figure", "3", "more"],
            ])
        let file = try portal.get("/reports/\(slug)/1.1/changes?format=csv").source
        #expect(file.contains("\(slug) 1.0,measures,OTHER,OTHER,latest,2,4"))
    }

    @Test mutating func `pages ask little`() throws {
        try desk.freeze()
        try desk.correct()
        try desk.freeze()
        let count = try StatementCount(portal)
        for path in [
            "/reports", "/reports/\(slug)", "/reports/\(slug)/1.1", "/reports/\(slug)/1.1/figures",
            "/reports/\(slug)/1.1/changes", "/reports/\(slug)/1.1/officers",
        ] {
            let (answer, statements) = count.answer(path, token: desk.lead.token)
            #expect(answer.status == .ok, "\(path)")
            #expect(statements <= StatementCount.most, "\(path): \(statements)")
        }
    }
}

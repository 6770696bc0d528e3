import HTTPServer
import Testing

@testable import Portal

/// The step that chooses what a report shows.
@Suite struct TemplateStepRoutesTests {
    var desk: ReportDesk
    private var path: String { EditionLinks.step(.measures, desk.slug) }

    init() throws { desk = try ReportDesk() }

    private func content() throws -> EditionContent {
        try #require(try desk.portal.database().versions(ofEdition: desk.slug).first).content
    }

    @Test mutating func `what a report shows unless somebody chooses is ticked`() throws {
        let form = try desk.lead.form(to: path, on: path)
        #expect(form["touch"] == "full")
        #expect(ReportSection.allCases.allSatisfy { form["section/\($0.rawValue)"] == "yes" })
        #expect(form["column/latest"] == "yes")
        #expect(form["column/code"] == nil)
        let ticked = form.keys.filter { $0.hasPrefix("scorecard/") }
        #expect(!ticked.isEmpty)
        #expect(form["listed"]?.items.contains("ATTEND") == true)
    }

    @Test mutating func `choices are kept, scorecards by their places`() throws {
        var form = try desk.lead.form(to: path, on: path)
        for name in form.keys where name.hasPrefix("scorecard/") { form[name] = nil }
        form["section/finance"] = nil
        form.merge([
            "touch": "light", "scorecard/schools": "yes", "place/schools": "1",
            "scorecard/start-well": "yes", "place/start-well": "2", "column/code": "yes",
            "without/ATTEND": "yes", "featured/SUSPEND": "yes",
        ]) { $1 }
        #expect(desk.lead.send(path, form).status == .seeOther)
        let template = EditionTemplate(try content())
        #expect(template.isLightTouch)
        #expect(template.scorecards == ["schools", "start-well"])
        #expect(!template.sections.contains(.finance))
        #expect(template.columns.first == .code)
        #expect(template.withoutMeasures == ["ATTEND"])
        #expect(template.featured == ["SUSPEND"])
        let again = try desk.lead.form(to: path, on: path)
        #expect(again["place/schools"] == "1")
        #expect(again["without/ATTEND"] == "yes")
        // Nothing changes where the same is sent again.
        _ = desk.lead.send(path, again)
        #expect(try desk.portal.trail(.editionSaved).count == 1)
    }

    @Test mutating func `what is said of measures that are not listed stays`() throws {
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: desk.slug).first)
        var content = version.content
        content[.withoutMeasures] = "ELSEWHERE\nATTEND"
        try database.keep(content, ofVersion: version.id, by: desk.lead.id, at: 1)
        var form = try desk.lead.form(to: path, on: path)
        form["without/ATTEND"] = nil
        form["without/UNKNOWN"] = "yes"
        #expect(desk.lead.send(path, form).status == .seeOther)
        #expect(try self.content()[.withoutMeasures] == "ELSEWHERE")
    }

    @Test mutating func `nonsense is told, and what was ticked stays`() throws {
        var form = try desk.lead.form(to: path, on: path)
        let slug = try #require(
            form.keys.filter { $0.hasPrefix("scorecard/") }.sorted().first?.dropFirst(10))
        form.merge([
            "touch": "soft", "place/\(slug)": "-1", "without/ATTEND": "yes",
            "featured/ATTEND": "yes",
        ]) { $1 }
        for name in form.keys where name.hasPrefix("section/") || name.hasPrefix("column/") {
            form[name] = nil
        }
        let answer = desk.lead.send(path, form)
        #expect(answer.status == .unprocessableContent)
        let faults = try answer.faults()
        try #require(faults.count == 5)
        #expect(faults[0] == "Choose full report or light touch")
        #expect(faults[1] == "Select at least one section")
        #expect(faults[2].hasSuffix("must be a whole number, like 2"))
        #expect(faults[3] == "Select at least one column")
        #expect(faults[4].hasSuffix("is left out or featured, not both"))
        let drawn = try #require(try answer.main.all("form").first).fields
        #expect(drawn["place/\(slug)"] == "-1")
        #expect(drawn["without/ATTEND"] == "yes")
        #expect(try content()[.touch].isEmpty)
        for name in form.keys where name.hasPrefix("scorecard/") { form[name] = nil }
        #expect(
            try desk.lead.send(path, form).faults().contains("Select at least one scorecard"))
    }
}

import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

/// What an officer of some measures is let do with the rest, and what nonsense does.
@Suite struct GridScopeTests {
    var desk: ReturnsDesk

    init() throws {
        desk = try ReturnsDesk()
    }

    @Test func `an officer has the rows of their own measures`() throws {
        var ann = try TestMember(
            desk.portal,
            person: desk.portal.addPerson(
                "ann", grants: [Grant(role: .officer, scope: .measure("AGREED"))]))
        let main = try ann.get(desk.path).main
        #expect(main.all("tr").compactMap { $0.first("th")?.text }.count == 2)
        #expect(main.text.contains("3 more measures are entered by others."))
        #expect(main.text.contains("From Plans in time"))
        #expect(ann.get(ReturnLinks.grid(desk.visits.returnID)).status == .notFound)
        // What is sent of others’ measures is not taken.
        let form = try ann.form(to: desk.path, on: desk.path)
        let answer = ann.send(
            desk.path,
            form.merging(
                [
                    desk.agreed.name(.numerator): "5", desk.calm.name(.value): "3",
                    EntryForm.revision(of: desk.calm): "0", desk.visits.name(.value): "4",
                    EntryForm.revision(of: desk.visits): "0",
                ]) { $1 })
        #expect(answer.status == .seeOther)
        #expect(try desk.kept(desk.agreed).content[.number(.numerator)] == "5")
        #expect(try desk.kept(desk.calm).content.isEmpty)
        #expect(try desk.kept(desk.visits).content.isEmpty)
    }

    @Test(arguments: [
        "/returns/0", "/returns/999", "/returns/-1", "/returns/x", "/returns/9223372036854775808",
        "/returns/1%00", "/returns?return=999", "/returns?return=%27", "/returns/1?order=sideways",
    ])
    mutating func `what there is not is not found`(path: String) {
        #expect(desk.olga.get(path).status == .notFound)
        #expect(desk.portal.log.lines == [])
    }

    @Test(arguments: [
        "saved=nonsense", "saved=check&merged=1.x.99999999999999999999.-1", "saved=draft&merged=",
        "order=columns&saved=check", "held=1", "held=x",
    ])
    mutating func `what an address says that makes no sense is passed over`(query: String) {
        #expect(desk.olga.get("\(desk.path)?\(query)").status == .ok)
        #expect(desk.portal.log.lines == [])
    }

    static let nonsense = [
        "", " ", "\0\u{1}\u{7F}", String(repeating: "9", count: 10_000), "−0", "1e309", "١٢٣",
        "<script>alert(1)</script>", "'); DROP TABLE person; --", "=1+1", "\u{202E}abc", "🧒🏽",
        "-9223372036854775808", "NaN", "0.000000001", "12,34,5", "31/02/2026", "final\0",
        "{{title}}", "\r\n\t", "yes",
    ]

    @Test(arguments: nonsense)
    mutating func `no field takes nonsense amiss`(text: String) throws {
        // Everything that can be asked is on the page.
        _ = try desk.olga.post(
            desk.path,
            [
                desk.plans.name(.numerator): "143", desk.plans.name(.denominator): "19",
                desk.plans.name(.figure): "final", desk.missing.name(.value): "90",
                desk.missing.name(.figure): "final", desk.calm.name(.figure): "nothing",
            ])
        let page = try desk.olga.get(desk.path).page
        let form = try #require(page.all("form").first { $0["action"] == desk.path }).fields
        var names = Set(form.keys).subtracting([FormToken.field, Submission.keyField])
        names.formUnion([
            desk.plans.name(.right), desk.plans.name(.progress), desk.plans.name(.forecast),
            desk.agreed.name(.denominator), "do", "merged", "saved",
        ])
        #expect(names.count > 25)
        var fields = try desk.olga.form(to: desk.path, on: desk.path)
        for name in names.sorted() where !name.hasSuffix("-revision") {
            fields[name] = text
        }
        let answer = desk.olga.send(desk.path, fields)
        let statuses: [HTTPStatus] = [.seeOther, .ok, .unprocessableContent, .conflict]
        #expect(statuses.contains(answer.status))
        for query in ["", "?saved=check", "?order=columns&saved=check"] {
            let shown = desk.olga.get(desk.path + query)
            #expect(shown.status == .ok)
            #expect(try shown.page.all("script").allSatisfy { $0["src"] != nil })
        }
        #expect(desk.olga.get("/returns").status == .ok)
        #expect(desk.portal.log.lines == [])
    }

    @Test(arguments: ["", "x", "-1", "99", "9223372036854775808", "0 ", "1.5"])
    mutating func `a revision that never was changes nothing`(text: String) throws {
        _ = try desk.olga.post(desk.path, [desk.calm.name(.value): "3"])
        var fields = try desk.olga.form(to: desk.path, on: desk.path)
        fields[EntryForm.revision(of: desk.calm)] = text
        fields[desk.calm.name(.value)] = "4"
        let answer = desk.olga.send(desk.path, fields)
        #expect([HTTPStatus.seeOther, .conflict].contains(answer.status))
        #expect(try desk.kept(desk.calm).content[.number(.value)] == "3")
        #expect(desk.portal.log.lines == [])
    }

    @Test mutating func `a grid asks few statements, and a form without a token is refused`() throws
    {
        let token = try #require(desk.olga.token)
        let (answer, statements) = try StatementCount(desk.portal).answer(desk.path, token: token)
        #expect(answer.status == .ok)
        // Besides who asks, and what they owe.
        #expect(statements <= StatementCount.most + 2)
        #expect(desk.olga.send(desk.path, [desk.calm.name(.value): "3"]).status == .forbidden)
        #expect(try desk.kept(desk.calm).content.isEmpty)
    }

    @Test mutating func `in the order of columns each column follows the one before`() throws {
        let main = try desk.olga.get(desk.path + "?order=columns").main
        let controls = main.descendants.filter { ["input", "select"].contains($0.name) }
            .compactMap { $0["id"] }
        #expect(
            controls == [
                desk.plans.name(.numerator), desk.agreed.name(.numerator),
                desk.missing.name(.value), desk.missing.name(.value, "FSM"),
                desk.missing.name(.value, "SEN"), desk.calm.name(.value),
                desk.plans.name(.denominator), desk.plans.name(.figure),
                desk.agreed.name(.figure), desk.missing.name(.figure), desk.calm.name(.figure),
            ])
        let ids = main.descendants.compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        let answer = try desk.olga.post(
            desk.path, [desk.calm.name(.value): "3", "do": "draft"],
            on: desk.path + "?order=columns")
        #expect(answer.response.headers["Location"] == "\(desk.path)?saved=draft&order=columns")
    }

    @Test mutating func `cells that were copied are laid into the boxes and not kept`() throws {
        let block = "70\t100\tFinal\n60\t\tprovisional\n12\n4\n8\n3.5\n"
        let answer = try desk.olga.post(
            desk.path, ["do": "paste", "pasted": block, desk.plans.name(.comment): "x"])
        #expect(answer.status == .ok)
        let page = try answer.page
        #expect(page.element(id: desk.plans.name(.denominator))?["value"] == "100")
        #expect(page.element(id: desk.missing.name(.value, "SEN"))?["value"] == "8")
        #expect(page.element(id: desk.calm.name(.value))?["value"] == "3.5")
        #expect(page.text.contains("9 cells that you pasted are filled in below."))
        #expect(page.text.contains("Children missing school, SEN children Column Top number"))
        #expect(try desk.kept(desk.calm).content.isEmpty)
        let form = try #require(page.all("form").first { $0["action"] == desk.path }).fields
        #expect(desk.olga.send(desk.path, form).status == .seeOther)
        #expect(try desk.kept(desk.agreed).readiness == .ready)
        #expect(try desk.kept(desk.plans).content[.figure] == "final")
    }

    @Test mutating func `what cannot be taken is named, and nothing else is lost`() throws {
        let block = "70\t1OO\n60"
        let answer = try desk.olga.post(
            desk.path, ["do": "paste", "pasted": block, desk.calm.name(.value): "2.5"])
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page
        let words = page.first(class: "errors")?.first("a")?.text ?? ""
        #expect(words.hasPrefix("Line 1, column 2: “1OO” must be"))
        #expect(page.element(id: "pasted")?.typedText == block)
        #expect(page.element(id: desk.calm.name(.value))?["value"] == "2.5")
        #expect(page.element(id: desk.plans.name(.numerator))?["value"] == "")
    }
}

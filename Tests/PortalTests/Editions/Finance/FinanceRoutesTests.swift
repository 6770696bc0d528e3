import HTTPServer
import Testing

@testable import Portal

@Suite struct FinanceRoutesTests {
    private func content(_ desk: ReportDesk) throws -> EditionContent {
        try #require(try desk.portal.database().versions(ofEdition: desk.slug).first).content
    }

    private func path(_ desk: ReportDesk) -> String { EditionLinks.step(.finance, desk.slug) }

    @Test func `an empty step has six rows in each table, and every box has a name of its own`()
        throws
    {
        var desk = try ReportDesk()
        let page = try desk.lead.get(path(desk)).page
        let boxes = page.all("input").filter { $0["type"] == "text" }
        #expect(boxes.count { $0["name"]?.hasSuffix("-heading") == true } == 30)
        for box in boxes where box["aria-labelledby"] != nil {
            let ids = (box["aria-labelledby"] ?? "").split(separator: " ")
            let words = ids.compactMap { page.element(id: String($0))?.text }
            #expect(words.count == 2 && words.allSatisfy { !$0.isEmpty }, "\(box["name"] ?? "")")
        }
        #expect(page.first(class: "errors") == nil)
        #expect(page.first("h1")?.text == "Finance")
    }

    @Test func `what is typed is kept as the portal writes it, and leads back to the steps`() throws
    {
        var desk = try ReportDesk()
        let answer = try desk.lead.post(
            path(desk),
            [
                "revenue-1-heading": " Social care ", "revenue-1-budget": "£52410",
                "revenue-1-forecast": "(1234.5)", "finance-on-amount": "25",
            ])
        #expect(answer.status == .seeOther)
        #expect(
            answer.response.headers["Location"]
                == "\(EditionLinks.draft(desk.slug))?done=finance")
        let kept = try content(desk)
        #expect(kept[.cell(.revenue, 1, .heading)] == "Social care")
        #expect(kept[.cell(.revenue, 1, .budget)] == "52,410")
        #expect(kept[.cell(.revenue, 1, .forecast)] == "−1,234.5")
        #expect(kept[.financeBasis] == "forecast")
        #expect(kept[.board] == "harbour-committee")
    }

    @Test func `what cannot be read is kept, and told with links to its boxes`() throws {
        var desk = try ReportDesk(MoneyTexts.all)
        let answer = try desk.lead.post(
            path(desk), ["revenue-1-budget": "52.4m", "savings-1-risk": "Low", "do": "save"])
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page
        let links = try #require(page.first(class: "errors")).all("a").map { $0["href"] }
        #expect(links == ["#revenue-1-budget"])
        let box = try #require(page.element(id: "revenue-1-budget"))
        #expect(box["value"] == "52.4m")
        #expect(box["aria-invalid"] == "true")
        #expect(page.element(id: box["aria-describedby"] ?? "") != nil)
        #expect(try content(desk)[.cell(.revenue, 1, .budget)] == "52.4m")
        // The form that came back is drawn from what is kept now.
        let form = try #require(page.all("form").first { $0["action"] == path(desk) }).fields
        let mended = desk.lead.send(
            path(desk), form.merging(["revenue-1-budget": "52,400"]) { $1 })
        #expect(mended.status == .seeOther)
        let kept = try content(desk)
        #expect(kept[.cell(.revenue, 1, .budget)] == "52,400")
        #expect(kept[.cell(.savings, 1, .risk)] == "Low")
    }

    @Test func `differences are worked out beside the boxes, and rows are added`() throws {
        var desk = try ReportDesk()
        var typed = MoneyTexts.all
        typed["do"] = "more-revenue"
        let answer = try desk.lead.post(path(desk), typed)
        let location = try #require(answer.response.headers["Location"])
        #expect(location == "\(path(desk))?saved=yes&more=revenue#revenue")
        let page = try desk.lead.get(String(location.prefix { $0 != "#" })).page
        #expect(page.element(id: "revenue-9-heading") != nil)
        #expect(page.element(id: "revenue-10-heading") == nil)
        #expect(page.element(id: "savings-7-heading") == nil)
        let total = try #require(page.all("tr").first { $0.classes.contains("total") })
        #expect(total.text.contains("84,245"))
        #expect(total.text.contains("Over budget"))
        #expect(page.text.contains("£1.9m over (2.2%)"))
    }

    @Test func `a pasted block fills boxes and keeps nothing`() throws {
        var desk = try ReportDesk()
        let answer = try desk.lead.post(
            path(desk),
            [
                "do": "paste", "paste-table": "reserves", "pasted": "Placements\t1200\t(300)",
                "finance": "Typed before.",
            ])
        #expect(answer.status == .ok)
        let page = try answer.page
        #expect(page.element(id: "reserves-1-opening")?["value"] == "1,200")
        #expect(page.element(id: "reserves-1-use")?["value"] == "−300")
        #expect(page.element(id: "finance")?.typedText == "Typed before.")
        #expect(page.text.contains("3 boxes are filled in"))
        #expect(try content(desk).rows(.reserves) == [])
        let refused = try desk.lead.post(
            path(desk), ["do": "paste", "paste-table": "reserves", "pasted": "a\t1\t2\t3"])
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.page.element(id: "pasted")?.typedText == "a\t1\t2\t3")
    }

    @Test func `a file is shown as what it would change, and then taken over whole`() throws {
        var desk = try ReportDesk(MoneyTexts.all)
        let file = EditionLinks.financeFile(desk.slug)
        let form = try desk.lead.form(to: file, on: file)
        let text =
            "Table,Heading,Target,Forecast,Risk to delivery\nSavings,Fewer agency staff,500,450,High\n"
        let answer = desk.lead.ask(request(Array(text.utf8), to: file, form, desk.lead))
        #expect(answer.status == .ok)
        let page = try answer.page
        let rows = try #require(page.first("tbody")).all("tr")
        #expect(rows.count == 1)
        #expect(rows[0].text.contains("420") && rows[0].text.contains("450"))
        #expect(try content(desk)[.cell(.savings, 1, .forecast)] == "420")
        let sent = try #require(page.all("form").first { $0["action"] == path(desk) }).fields
        let applied = desk.lead.send(path(desk), sent.merging(["do": "check"]) { $1 })
        #expect(applied.status == .seeOther)
        #expect(try content(desk)[.cell(.savings, 1, .forecast)] == "450")
        #expect(try content(desk)[.cell(.savings, 1, .risk)] == "High")
    }

    @Test func `a file that cannot be read is refused, and so is none`() throws {
        var desk = try ReportDesk()
        let file = EditionLinks.financeFile(desk.slug)
        for bytes in [
            Array("Table,Heading\nPensions,A\n".utf8), [0, 1, 2],
            [UInt8](repeating: 65, count: (1 << 20) + 1),
        ] {
            let form = try desk.lead.form(to: file, on: file)
            let answer = desk.lead.ask(request(bytes, to: file, form, desk.lead))
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.page.first(class: "errors")?.all("a").first?["href"] == "#file")
        }
        #expect(try desk.lead.post(file, [:]).status == .unprocessableContent)
    }

    @Test func `templates come in three forms, and in no other`() throws {
        var desk = try ReportDesk(MoneyTexts.all)
        let path = EditionLinks.financeTemplate(desk.slug)
        for form in SheetForm.allCases {
            let answer = desk.lead.get("\(path)?format=\(form.rawValue)")
            #expect(answer.status == .ok)
            #expect(answer.response.headers["Content-Type"] == form.contentType)
        }
        #expect(desk.lead.get("\(path)?format=pdf").status == .notFound)
    }

    @Test func `without a draft there is no step`() throws {
        var desk = try ReportDesk()
        #expect(desk.lead.get("/reports/no-such-report/draft/finance").status == .notFound)
    }

    private func request(
        _ bytes: [UInt8], to path: String, _ fields: [String: String], _ member: TestMember
    ) -> Request {
        var body: [UInt8] = []
        for (field, value) in fields {
            body += Array(
                "--m\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            ("--m\r\nContent-Disposition: form-data; name=\"file\"; filename=\"money.csv\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n").utf8)
        body += bytes + Array("\r\n--m--\r\n".utf8)
        return Request(
            .post, path,
            headers: [
                "Accept": "text/html", "Host": "localhost",
                "Cookie": "session=\(member.token?.text ?? "")",
                "Content-Type": "multipart/form-data; boundary=m",
            ], body: body)
    }
}

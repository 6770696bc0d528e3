import HTTPServer
import Testing

@testable import Portal

@Suite struct PageFormatTests {
    @Test(arguments: [
        ("/scorecards/send", "/scorecards/send?format=csv"),
        ("/scorecards/send?period=2025-26-Q4", "/scorecards/send?period=2025-26-Q4&format=csv"),
        ("/a?format=html&b=1", "/a?b=1&format=csv"),
        ("/a?format", "/a?format=csv"),
        ("/a?formats=2", "/a?formats=2&format=csv"),
        ("/a?b=%3F?c", "/a?b=%3F?c&format=csv"),
        ("/a?&b=1&", "/a?b=1&format=csv"),
    ])
    func `a file has the address of its page with the form at the end`(
        page: String, file: String
    ) {
        #expect(PageFormat.sheet(.csv).address(of: page) == file)
    }

    @Test(arguments: [("/a?format=csv", "/a"), ("/a?b=1&format=csv&c=2", "/a?b=1&c=2")])
    func `the page of a file is its address without the form`(file: String, page: String) {
        #expect(PageFormat.html.address(of: file) == page)
    }

    @Test func `a form that there is not is refused with those that there are`() throws {
        let answer = try get("/measures?format=xls&letter=A")
        #expect(answer.status == .notFound)
        #expect(try answer.text.contains("There is no form “xls” of this page."))
        let links = try answer.main.all("a").compactMap { $0["href"] }
        #expect(links.contains("/measures?letter=A"))
        for form in ["csv", "xlsx", "ods"] {
            #expect(links.contains("/measures?letter=A&format=\(form)"))
        }
    }

    @Test(arguments: [
        ("csv", "text/csv; charset=utf-8; header=present"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ])
    func `a page with figures offers them in each form`(form: String, type: String) throws {
        let path = "/scorecards/schools?status=close"
        let link = try get(path).main.first(class: "page-meta")?.all("a")
            .first { $0.text == form.uppercased() }
        #expect(link?["href"] == "\(path)&format=\(form)")
        let fields = try get("\(path)&format=\(form)").response.headers
        #expect(fields["Content-Type"] == type)
        let place = try #require(fields["Content-Disposition"])
        #expect(place.hasPrefix("attachment; filename=\"schools-"))
        #expect(place.hasSuffix(".\(form)\""))
        #expect(fields["ETag"] != nil)
    }

    @Test(arguments: ["xlsx", "ods"]) func `a workbook is the same each time`(form: String) throws {
        let answers = try (0..<2).map { _ in
            try get("/measures/custody?format=\(form)").response
        }
        #expect(answers[0].headers["ETag"] == answers[1].headers["ETag"])
        #expect(Array(answers[0].body.prefix(4)) == [0x50, 0x4B, 0x03, 0x04])
    }

    @Test func `a page without figures says that it has none to download`() throws {
        let answer = try get("/help?format=csv")
        #expect(answer.status == .notFound)
        #expect(try answer.text.contains("This page has no figures to download."))
        #expect(try answer.main.all("a").contains { $0["href"] == "/help" })
    }

    @Test func `a page without figures has no link to download them`() throws {
        #expect(try !get("/help").source.contains("format=csv"))
    }
}

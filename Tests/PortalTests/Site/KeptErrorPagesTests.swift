import HTTPServer
import Mustache
import Testing

@testable import Portal

@Suite struct KeptErrorPagesTests {
    private static let errors = HTTPStatus.allCases.filter { $0.rawValue >= 400 }
    private let pages: KeptErrorPages

    init() throws {
        let portal = try TestPortal.harbourside.get()
        pages = try KeptErrorPages(portal.plan.frame, TemplateLibrary(portal.plan.templateTexts))
    }

    @Test(arguments: errors)
    func `a page says what happened, what to do, and the number`(_ status: HTTPStatus) throws {
        let answer = page(status)
        #expect(answer.status == status)
        #expect(answer.response.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer.response.headers["Vary"] == "Accept")
        let wording = ErrorWording(status)
        let main = try answer.main
        #expect(try answer.page.all("h1").map(\.text) == [wording.heading])
        #expect(
            try answer.page.first("title")?.text
                == "\(wording.heading) – Children’s performance – Harbourside Council")
        #expect(main.text.contains(wording.explanation))
        #expect(main.text.contains(wording.advice))
        #expect(main.text.contains("ask the performance team at Harbourside Council"))
        #expect(main.first(class: "note")?.text == "Error \(status.rawValue)")
        #expect(try answer.page.all("script").isEmpty)
    }

    @Test(arguments: errors)
    func `a page leads to the others, unless they are no nearer`(_ status: HTTPStatus) throws {
        let links = try page(status).main.all("a").compactMap { $0["href"] }
        let others = ["/scorecards", "/measures", "/strategies", "/", "/help"]
        let isAlone = status == .misdirectedRequest || status == .serviceUnavailable
        #expect(links == (isAlone ? [] : others))
    }

    @Test(arguments: errors)
    func `a line says what was wrong, and is one`(_ status: HTTPStatus) {
        for id in [nil, "7f3a"] {
            let line = line(status, id)
            #expect(line.status == status)
            #expect(line.response.headers["Content-Type"] == "text/plain; charset=utf-8")
            #expect(line.response.headers["Vary"] == "Accept")
            #expect(line.source.hasPrefix("\(status.rawValue) \(status.reason): "))
            #expect(line.source.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
            #expect(line.source.hasSuffix("\n"))
            #expect(line.source.contains(ErrorWording(status).line))
        }
    }

    @Test(arguments: errors)
    func `nothing of what is inside is told`(_ status: HTTPStatus) throws {
        let portal = try TestPortal.harbourside.get()
        let inside = [
            portal.folder.path, portal.settings.root, "/tmp", ".swift", ".mustache", "SQL",
            "SELECT", "Error(", "Optional(", "\(HTTPStatus.self)", "\(status)(", "errors/show",
        ]
        for source in [page(status).source, line(status).source] {
            for word in inside { #expect(!source.contains(word), "\(word)") }
            #expect(!source.utf8.contains { $0 < 0x20 && $0 != 0x0a })
        }
    }

    @Test(arguments: errors)
    func `a request that has a number is told it`(_ status: HTTPStatus) throws {
        let page = page(status, "7f3a")
        #expect(try page.main.text.contains("If you report this, give this number: 7f3a"))
        #expect(try page.main.first("strong")?.text == "7f3a")
        #expect(line(status, "7f3a").source.hasSuffix(" give this number: 7f3a\n"))
        #expect(try !self.page(status).main.text.contains("this number"))
        #expect(!line(status).source.contains("this number"))
    }

    @Test(arguments: ["", "<b>", "a&amp;b", "a b", "a\nb", "é", "\u{1}"])
    func `a number that is not plain is left out`(_ id: String) {
        #expect(page(.badRequest, id).source == page(.badRequest).source)
        #expect(line(.badRequest, id).source == line(.badRequest).source)
    }

    @Test func `what is not an error is a line, and has no page`() {
        #expect(page(.noContent).source == "204 No Content\n")
    }

    @Test func `the line for content that is too large`() {
        #expect(
            line(.contentTooLarge).source
                == "413 Content Too Large: the content is larger than this address takes; "
                + "send less at a time.\n")
    }

    private func page(_ status: HTTPStatus, _ id: String? = nil) -> Answer {
        Answer(pages.response(status, wantsPage: true, requestID: id))
    }

    private func line(_ status: HTTPStatus, _ id: String? = nil) -> Answer {
        Answer(pages.response(status, wantsPage: false, requestID: id))
    }
}

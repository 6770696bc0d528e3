import HTTPServer
import Testing

@testable import Portal

@Suite struct KeptErrorPagesTests {
    private static let errors = HTTPStatus.allCases.filter { $0.rawValue >= 400 }
    private let pages: KeptErrorPages
    private let id: RequestID

    init() throws {
        pages = try TestPortal.harbourside.get().plan.content.current.errorPages
        id = try #require(RequestID("7f3a"))
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
        let others = ["/scorecards", "/measures", "/strategies", "/", "/help", "/contact"]
        let isAlone = status == .misdirectedRequest || status == .serviceUnavailable
        #expect(links == (isAlone ? [] : others))
    }

    @Test(arguments: errors)
    func `a line says what was wrong, and is one`(_ status: HTTPStatus) {
        let line = line(status)
        #expect(line.status == status)
        #expect(line.response.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(line.response.headers["Vary"] == "Accept")
        #expect(
            line.source
                == "\(status.rawValue) \(status.reason): \(ErrorWording(status).line) "
                + "(request 7f3a)\n")
        #expect(!line.source.dropLast().contains("\n"))
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
    func `a page gives the number of the request`(_ status: HTTPStatus) throws {
        let page = page(status)
        #expect(try page.main.text.contains("If you report this, give this number: 7f3a"))
        #expect(try page.main.first("strong")?.text == "7f3a")
    }

    @Test func `what is not an error is a line, and has no page`() {
        #expect(page(.noContent).source == "204 No Content\n")
    }

    @Test func `the line for content that is too large`() {
        #expect(
            line(.contentTooLarge).source
                == "413 Content Too Large: the content is larger than this address takes; "
                + "send less at a time. (request 7f3a)\n")
    }

    private func page(_ status: HTTPStatus) -> Answer {
        Answer(pages.response(status, wantsPage: true, id: id))
    }

    private func line(_ status: HTTPStatus) -> Answer {
        Answer(pages.response(status, wantsPage: false, id: id))
    }
}

import HTTPServer
import Testing

@testable import Portal

/// The first start of a portal that nobody looks after yet.
@Suite struct FirstRunTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func serve() throws -> PortalProcess {
        try PortalProcess([
            "serve", "--metrics", "--listen", "127.0.0.1:0", "--root", Settings.project,
            "--database",
            folder.file("portal.sqlite"),
        ])
    }

    /// What is answered by the server that said this.
    private func answer(
        _ method: String, _ path: String, from said: String, cookie: String = "", body: String = ""
    ) throws -> String {
        let address = try #require(said.split(separator: "http://127.0.0.1:").dropFirst().first)
        let port = try #require(UInt16(address.prefix(while: \.isNumber)))
        return Conversation.answer(
            from: port,
            to: "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
                + "Accept: text/html\r\nConnection: close\r\nCookie: \(cookie)\r\n"
                + (body.isEmpty
                    ? "" : "Content-Type: application/x-www-form-urlencoded\r\n")
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    @Test func `the link that is printed makes the first administrator, and is not printed again`()
        throws
    {
        let process = try serve()
        let said = try process.output(saying: "to set one up.")
        #expect(said.contains("No administrator has been set up yet. Open http://127.0.0.1:"))
        let path =
            try "/link/" + #require(
                said.split(separator: "/link/").last?.prefix { $0 != " " })
        let page = try answer("GET", path, from: said)
        #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(page.contains("\r\nCache-Control: no-store\r\n"))
        let cookie = try #require(
            page.split(separator: "Set-Cookie: ").last?.prefix { $0 != ";" })
        let markup = try #require(page.split(separator: "\r\n\r\n", maxSplits: 1).last)
        let form = try #require(
            try MarkupReader.read(Array(markup.utf8)).first("main")?.first("form")
        ).fields
        let typed = [
            "name": "Anna Ashe", "user_name": "anna", "email": "anna@example.org",
            "password": "seven lanterns under a bridge",
        ]
        let pairs = form.merging(typed) { $1 }.map { (name: $0.key, value: $0.value) }
        let body = AddressQuery(path: "", pairs).text.dropFirst()
        let done = try answer(
            "POST", path, from: said, cookie: String(cookie), body: String(body))
        #expect(done.hasPrefix("HTTP/1.1 303 See Other\r\n"))
        #expect(done.contains("\r\nLocation: /sign-in?done=password\r\n"))
        let numbers = try answer("GET", "/metrics", from: said)
        #expect(numbers.contains("\nhttp_worker_queue_length 0\n"))
        #expect(numbers.contains("route=\"/link/:token\""))
        #expect(!numbers.contains(path))
        #expect(process.stop() == 0)
        #expect(try process.errors.contains("/link/") == false)

        let second = try serve()
        let again = try second.output(saying: "Serving on")
        #expect(try answer("GET", path, from: again).hasPrefix("HTTP/1.1 410 Gone\r\n"))
        #expect(try !second.output.contains("/link/"))
        #expect(second.stop() == 0)
    }
}

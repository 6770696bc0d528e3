import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What is noted of those who are not let through, and what is not told of where they were.
@Suite struct SiteDoorTests {
    private let portal: TestPortal
    private let site: Site
    private let log = Log()

    init() throws {
        portal = try TestPortal { $0.requiresSecondFactor = false }
        var routes = Routes()
        routes.get("/people/:person", .managePeople) { _, _, _ in .text("") }
        routes.get("/strategies/:strategy", .readWithheld) { _, _, member in
            try member.require(
                .readWithheld,
                MeasureOwnership(measure: "A-01", service: nil, strategies: ["one"]))
            return .text("")
        }
        routes.post("/people/:person", .managePeople) { _, _, _ in .text("") }
        routes.get("/link/:token", .enter) { _, visit in
            if try visit.parameter("token") == "broken" { throw SQLFault() }
            throw Refusal.notFound
        }
        routes.post("/link/:token", .enter) { _, _ in .seeOther("/") }
        routes.get("/help", .readAlways) { _, visit in try visit.page(ContactPage()) }
        site = try Site(portal.plan, routes, TestPortal.templates) { [log] in log.add($0) }
    }

    private struct SQLFault: Error {}

    private func get(_ path: String, _ token: SessionToken? = nil) -> Response {
        var headers: Headers = ["Accept": "text/html"]
        if let token { headers.add("Cookie", "session=\(token.text)") }
        return site.respond(to: Request(.get, path, headers: headers, peerAddress: "192.0.2.9"))
    }

    private func signIn(_ grants: [Grant]) throws -> SessionToken {
        let token = SessionToken(portal.settings.random)
        try portal.database().begin(
            NewSession(
                token: token, person: portal.addPerson("anna", grants: grants), method: .password,
                isComplete: true, at: portal.settings.now(), address: "", agent: ""))
        return token
    }

    /// What was noted: by whom, of what, why and how often.
    private func noted() -> [String] {
        portal.plan.refusals.take(at: 0, isLast: true).map { note in
            "\(note.kind.actor.name) \(note.kind.address) \(note.kind.subject.name) "
                + "\(note.kind.reason) \(note.count)"
        }
    }

    @Test func `who lacks a permission is noted with the address asked for`() throws {
        let token = try signIn([Grant(role: .auditor, scope: .everything)])
        #expect(get("/people/bert", token).status == .forbidden)
        #expect(get("/people/bert?x=1", token).status == .forbidden)
        #expect(
            noted() == [
                "anna 192.0.2.9 /people/bert GET: a role is needed that may: look after people: add them, give them roles, keep them out 2"
            ])
    }

    @Test func `who has the permission for other measures is noted, too`() throws {
        let token = try signIn([Grant(role: .officer, scope: .strategy("two"))])
        #expect(get("/strategies/one", token).status == .forbidden)
        #expect(
            noted() == [
                "anna 192.0.2.9 /strategies/one GET: a role is needed that may: see the true numbers where others see that one is withheld 1"
            ])
    }

    @Test func `a form of a stranger is noted by the pattern of its address`() {
        for number in 0..<50 {
            let request = Request(.post, "/people/\(number)", peerAddress: "192.0.2.9")
            #expect(site.respond(to: request).status == .forbidden)
        }
        #expect(
            noted() == [
                " 192.0.2.9 /people/:person POST: the form was not drawn for this browser 50"
            ])
    }

    @Test func `what is let through, not there or to be signed in for is not noted`() throws {
        let token = try signIn([Grant(role: .administrator, scope: .everything)])
        #expect(get("/people/bert", token).status == .ok)
        #expect(get("/nowhere", token).status == .notFound)
        #expect(get("/people/bert").status == .seeOther)
        #expect(noted() == [])
    }

    @Test(arguments: [
        Request(.get, "/link/secret"), Request(.head, "/link/secret?a=b"),
        Request(.post, "/link/secret"), Request(.delete, "/link/secret"),
        Request(.get, "/link/secret/more"), Request(.get, "/link/"), Request(.get, "/link/broken"),
    ])
    func `an address that holds a secret is told to no log and to no trail`(_ request: Request) {
        let response = site.respond(to: request)
        #expect(response.status.rawValue >= 400)
        #expect(response.isConfidential)
        #expect(response.route == "/link/:token")
        #expect(noted().allSatisfy { !$0.contains("secret") })
        #expect(log.lines.allSatisfy { !$0.contains("/link/broken") })
        #expect(log.lines.allSatisfy { $0.contains(" /link/:token: ") })
    }

    @Test func `other addresses are told as they are`() {
        let response = get("/help")
        #expect(response.status == .ok)
        #expect(!response.isConfidential)
        #expect(!get("/nowhere").isConfidential)
    }

    @Test func `a blocked sign-in is noted without the name that was typed`() throws {
        var routes = Routes()
        routes.get("/blocked", .enter) { _, visit in
            visit.noteBlockedSignIn()
            return .text("")
        }
        let site = try portal.site(routes)
        for _ in 0..<3 { _ = site.respond(to: Request(.get, "/blocked")) }
        #expect(noted() == [" 127.0.0.1 /blocked too many attempts 3"])
    }
}

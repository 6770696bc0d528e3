import HTTPServer
import SQLite
import Synchronization
import Testing

@testable import Portal

@Suite struct LinkRoutesTests {
    let portal: TestPortal
    let token = LinkToken { [UInt8](repeating: 7, count: $0) }
    private let password = "seven lanterns adrift"

    init() throws {
        portal = try TestPortal()
    }

    private var now: Int { portal.settings.now() }

    private func keep(
        _ person: Int64?, _ purpose: OneTimeLink.Purpose, at moment: Int? = nil
    ) throws {
        try portal.database().keep(token, for: person, purpose, at: moment ?? now)
    }

    @Test func `a link sets a password once`() throws {
        let ben = try portal.addPerson("ben", .officer)
        var signedIn = try TestMember(portal, person: ben)
        try keep(ben, .reset)
        var visitor = try TestMember(visitor: portal)
        let page = visitor.get(token.path)
        #expect(page.status == .ok)
        #expect(page.response.headers["Cache-Control"] == "no-store")
        #expect(try page.main.text.contains("Your user name is ben"))
        #expect(!page.source.contains(token.text) || !page.source.contains("canonical"))
        let answer = try visitor.post(token.path, ["password": password])
        #expect(answer.response.headers["Location"] == "/sign-in?done=password")
        let hash: String? = try portal.database().first(
            "SELECT password_hash FROM person WHERE id = \(ben)")
        #expect(PasswordHash(text: try #require(hash)).isOf(password))
        #expect(try portal.sessionEnds(of: ben) == ["password-changed"])
        #expect(signedIn.get("/admin").status == .seeOther)
        #expect(try portal.trail().map(\.action) == ["used a one-time link", "changed a password"])
        #expect(try portal.trail().map(\.actor) == ["ben", "ben"])
        #expect(visitor.get(token.path).status == .gone)
    }

    @Test func `looking at a link does not use it up`() throws {
        try keep(portal.addPerson("ben"), .firstPassword)
        var visitor = try TestMember(visitor: portal)
        for _ in 1...3 { #expect(visitor.get(token.path).status == .ok) }
    }

    @Test func `a form that is sent twice has the same answer`() throws {
        try keep(portal.addPerson("ben"), .reset)
        var visitor = try TestMember(visitor: portal)
        let form = try visitor.form(to: token.path, on: token.path)
            .merging(["password": password]) { $1 }
        let answers = [visitor.send(token.path, form), visitor.send(token.path, form)]
        #expect(answers.map(\.status) == [.seeOther, .seeOther])
        #expect(try portal.trail(.linkUsed).count == 1)
    }

    @Test func `a form that comes twice at the same time uses the link once`() throws {
        try keep(portal.addPerson("ben"), .reset)
        var visitor = try TestMember(visitor: portal)
        let form = try visitor.form(to: token.path, on: token.path)
            .merging(["password": password]) { $1 }
        let locations = try [String?](inParallel: 4) { [portal, visitor = visitor.token, token] in
            var other = try TestMember(visitor: portal)
            other.token = visitor
            return other.send(token.path, form).location
        }
        #expect(locations == Array(repeating: "/sign-in?done=password", count: 4))
        #expect(try portal.trail(.linkUsed).count == 1)
    }

    @Test func `of two who use one link at the same time one does`() throws {
        try keep(portal.addPerson("ben"), .reset)
        let waiting = Mutex(
            try (0..<4).map { _ in
                var visitor = try TestMember(visitor: portal)
                _ = visitor.get(token.path)
                let shown = try #require(visitor.token)
                return TestForm(token.path, shown, ["password": password]).request
            })
        let statuses = try [HTTPStatus](inParallel: 4) { [portal] in
            guard let request = waiting.withLock({ $0.popLast() }) else { return .notFound }
            return try portal.ask(request).status
        }
        #expect(statuses.count { $0 == .seeOther } == 1)
        #expect(statuses.count { $0 == .gone } == 3)
        #expect(try portal.trail(.linkUsed).count == 1)
        #expect(portal.log.lines == [])
    }

    @Test func `of two who open one link the first has it`() throws {
        try keep(portal.addPerson("ben"), .reset)
        var one = try TestMember(visitor: portal)
        var other = try TestMember(visitor: portal)
        let form = try other.form(to: token.path, on: token.path)
        #expect(try one.post(token.path, ["password": password]).status == .seeOther)
        let late = other.send(
            token.path, form.merging(["password": "another long password"]) { $1 })
        #expect(late.status == .gone)
        let hash: String? = try portal.database().first("SELECT password_hash FROM person")
        #expect(PasswordHash(text: try #require(hash)).isOf(password))
    }

    @Test(arguments: [
        ("", "Enter a password"), ("short", "Password must have 12 characters or more"),
        ("twelve letters\u{0}", "Password must be made of characters that can be typed"),
    ])
    func `a password that is not taken leaves the link as it is`(
        _ typed: String, _ words: String
    ) throws {
        try keep(portal.addPerson("ben"), .reset)
        var visitor = try TestMember(visitor: portal)
        let answer = try visitor.post(token.path, ["password": typed])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.main.first(class: "errors")?.text.contains(words) == true)
        #expect(try answer.page.element(id: "password")?["value"] == "")
        #expect(try visitor.post(token.path, ["password": password]).status == .seeOther)
    }

    @Test(arguments: [
        (-86_399, HTTPStatus.ok), (-86_400, .gone), (-1_000_000, .gone),
        // A clock that was set back a little, and one that was wrong.
        (200, .ok), (10_000, .gone),
    ])
    func `a link is good for a day`(_ made: Int, _ status: HTTPStatus) throws {
        try keep(portal.addPerson("ben"), .reset, at: now + made)
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get(token.path).status == status)
    }

    @Test func `a link for a first password is good for a week`() throws {
        try keep(portal.addPerson("ben"), .firstPassword, at: now - 604_000)
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get(token.path).status == .ok)
    }

    @Test func `links that open nothing all say the same`() throws {
        let ben = try portal.addPerson("ben")
        try keep(ben, .reset, at: now - 90_000)
        var visitor = try TestMember(visitor: portal)
        let expired = visitor.get(token.path)
        try keep(ben, .reset)
        try portal.database().run("UPDATE person SET state = 'disabled'")
        let disabled = visitor.get(token.path)
        let paths = [
            "/link/" + token.text.dropLast(), "/link/x", "/link/" + token.text + "A",
            "/link/" + LinkToken { [UInt8](repeating: 8, count: $0) }.text,
        ]
        let unknown = paths.map { visitor.get($0) }
        #expect([expired, disabled].map(\.status) == [.gone, .gone])
        #expect(unknown.allSatisfy { $0.status == .notFound })
        let texts = try Set(([expired, disabled] + unknown).map { try $0.main.text })
        #expect(texts.count == 1)
        #expect(texts.first?.contains("Ben") == false)
    }

    @Test func `a link of somebody who was disabled meanwhile sets nothing`() throws {
        try keep(portal.addPerson("ben"), .reset)
        var visitor = try TestMember(visitor: portal)
        let form = try visitor.form(to: token.path, on: token.path)
        try portal.database().run("UPDATE person SET state = 'disabled'")
        let answer = visitor.send(token.path, form.merging(["password": password]) { $1 })
        #expect(answer.status == .gone)
        #expect(try portal.person("ben")?.hasPassword == false)
    }

    @Test func `a form that another browser was given is refused`() throws {
        try keep(portal.addPerson("ben"), .reset)
        var one = try TestMember(visitor: portal)
        var other = try TestMember(visitor: portal)
        let form = try one.form(to: token.path, on: token.path)
        _ = other.get(token.path)
        let answer = other.send(token.path, form.merging(["password": password]) { $1 })
        #expect(answer.status == .forbidden)
    }

    private static let first = [
        "name": "Anna Bell", "user_name": "anna", "email": "anna@example.org",
        "password": "seven lanterns adrift",
    ]

    @Test func `the first administrator is set up`() throws {
        try keep(nil, .setUp)
        var visitor = try TestMember(visitor: portal)
        let answer = try visitor.post(token.path, Self.first)
        #expect(answer.response.headers["Location"] == "/sign-in?done=password")
        let anna = try #require(try portal.person("anna"))
        #expect(anna.grants.text == "administrator")
        #expect(anna.hasPassword)
        #expect(!anna.mustChangePassword)
        #expect(
            try portal.trail().map(\.action)
                == ["used a one-time link", "added a person", "changed roles"])
        #expect(visitor.get(token.path).status == .gone)
    }

    @Test func `all that is wrong with the first administrator is told at once`() throws {
        try keep(nil, .setUp)
        try portal.addPerson("ben")
        var visitor = try TestMember(visitor: portal)
        let answer = try visitor.post(
            token.path, ["name": "Anna", "user_name": "A B", "password": "short"])
        #expect(answer.status == .unprocessableContent)
        let links = try answer.main.first(class: "errors")?.all("a").compactMap { $0["href"] }
        #expect(links == ["#user_name", "#email", "#password"])
        #expect(try answer.page.element(id: "name")?["value"] == "Anna")
        let taken = try visitor.post(token.path, Self.first.merging(["user_name": "ben"]) { $1 })
        #expect(taken.status == .unprocessableContent)
        #expect(try taken.main.text.contains("already taken by Ben"))
    }

    @Test func `with an administrator there is nothing to set up`() throws {
        try keep(nil, .setUp)
        var visitor = try TestMember(visitor: portal)
        let form = try visitor.form(to: token.path, on: token.path)
        let carl = try portal.addPerson("carl", .administrator)
        #expect(visitor.get(token.path).status == .ok)
        try portal.database().run("UPDATE person SET password_hash = 'x' WHERE id = \(carl)")
        #expect(visitor.get(token.path).status == .gone)
        #expect(visitor.send(token.path, form.merging(Self.first) { $1 }).status == .gone)
        #expect(try portal.person("anna") == nil)
    }

    @Test func `a link that sets a password leaves no browser known`() throws {
        let ben = try portal.addPerson("ben", .officer)
        try portal.database().know(device: SessionToken(Randomness.bytes), of: ben, at: now)
        try keep(ben, .reset)
        var visitor = try TestMember(visitor: portal)
        _ = try visitor.post(token.path, ["password": password])
        #expect(try portal.database().first("SELECT count(*) FROM known_device", as: Int.self) == 0)
    }

    @Test func `no password is hashed for a link that opens nothing`() throws {
        let salts = Log()
        let portal = try TestPortal {
            $0.random = { count in
                if count == 16 { salts.add("16 bytes") }
                return Randomness.bytes(count)
            }
        }
        let ben = try portal.addPerson("ben", .officer)
        try portal.database().keep(token, for: ben, .reset, at: portal.settings.now())
        var visitor = try TestMember(visitor: portal)
        var form = try visitor.form(to: token.path, on: token.path)
        form["password"] = password
        #expect(visitor.send(token.path, form).status == .seeOther)
        form[Submission.keyField] = Submission.newKey(Randomness.bytes)
        let before = salts.lines.count
        #expect(visitor.send(token.path, form).status == .gone)
        // One for the key of the page that says so.
        #expect(salts.lines.count == before + 1)
    }

    @Test func `a set-up link opens nothing where an administrator signs in elsewhere`() throws {
        let portal = try TestPortal {
            $0.signOn.header = "X-Remote-User"
            $0.signOn.proxy = PeerAddresses(["127.0.0.1"])
        }
        try portal.database().keep(token, for: nil, .setUp, at: portal.settings.now())
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get(token.path).status == .ok)
        try portal.addPerson("anna", .administrator)
        #expect(visitor.get(token.path).status == .gone)
        #expect(try PeopleOffice.setUpLink(portal.settings) == nil)
    }
}

import HTTPServer
import SQLite
import Testing

@testable import Portal

/// Forms of strangers, of other browsers and of other times.
@Suite struct SubmissionTests {
    private let portal: TestPortal
    private let site: Site
    private let token: SessionToken

    /// A place that takes notes and counts how often it was at work.
    private static var routes: Routes {
        var routes = Routes()
        routes.post("/notes", .useAccount) { _, visit, member in
            try visit.once {
                let words = visit.fields["words"] ?? ""
                try visit.record(
                    .personChanged, TrailEntry.Subject(kind: .person, name: words))
                if words == "fails" { throw Broken() }
                if words == "refused" { throw Refusal.forbidden(nil) }
                return .seeOther("/notes/\(words)")
            }
        }
        // Somebody else ends the session or disables its person before the work begins.
        routes.post("/late", .useAccount) { _, visit, member in
            switch visit.fields["words"] {
            case "ended":
                try visit.database.endSessions(of: member.account.id, .rolesChanged, at: visit.now)
            case "disabled": try visit.database.save(isActive: false, of: member.account.id)
            default: break
            }
            return try visit.once {
                try visit.record(.personChanged, TrailEntry.Subject(kind: .person, name: "late"))
                return .seeOther("/late/done")
            }
        }
        routes.post("/open", .enter) { _, visit in .seeOther("/open/done") }
        return routes
    }

    private struct Broken: Error {}

    init() throws {
        portal = try TestPortal()
        site = try portal.site(Self.routes)
        token = try portal.session(of: portal.addPerson("anna", .reader))
    }

    private func send(_ form: TestForm) -> Answer { Answer(site.respond(to: form.request)) }

    /// What was written, in its order.
    private func notes() throws -> [String] {
        try portal.database().all(
            "SELECT subject FROM audit_entry WHERE subject_kind <> 'catalogue' ORDER BY number"
        ) { row throws(SQLError) in try row("subject") }
    }

    private func expectForged(_ form: TestForm, _ comment: Comment) throws {
        let answer = send(form)
        #expect(answer.status == .forbidden, comment)
        #expect(answer.source.contains(ErrorWording.forged.heading), comment)
        #expect(answer.response.headers["Cache-Control"] == "no-store", comment)
        #expect(try notes() == [], comment)
    }

    // MARK: Whose form it is

    @Test func `a form of ours is taken`() throws {
        let answer = send(TestForm("/notes", token, ["words": "one"]))
        #expect(answer.status == .seeOther)
        #expect(answer.response.headers["Location"] == "/notes/one")
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        #expect(try notes() == ["one"])
    }

    @Test func `a form that does not show whose it is is refused`() throws {
        let good = TestForm("/notes", token, ["words": "one"])
        let other = try portal.session(of: portal.addPerson("ben", .administrator))
        let secret = try #require(good[FormToken.field])
        for (name, value) in [
            (FormToken.field, nil), (FormToken.field, ""), (FormToken.field, token.text),
            (FormToken.field, String(secret.dropLast())), (FormToken.field, secret + "A"),
            (FormToken.field, FormToken.text(other, Randomness.bytes)),
            (Submission.keyField, nil), (Submission.keyField, ""), (Submission.keyField, "1"),
            (Submission.keyField, Base64URL.text([UInt8](repeating: 1, count: 17))),
        ] as [(String, String?)] {
            var form = good
            form[name] = value
            try expectForged(form, "\(name): \(value ?? "none")")
        }
        for name in [FormToken.field, Submission.keyField] {
            for second in ["", "x", good[name] ?? ""] {
                var form = good
                form.pairs.append((name, second))
                try expectForged(form, "\(name) twice")
            }
        }
    }

    @Test func `a form needs the browser that it was drawn for`() throws {
        var form = TestForm("/notes", token, ["words": "one"])
        form.headers.remove("Cookie")
        try expectForged(form, "no cookie")
        let other = try portal.session(of: portal.addPerson("ben", .reader))
        form.headers.set("Cookie", "session=\(other.text)")
        try expectForged(form, "another's cookie")
    }

    @Test func `a form of a browser without a session is asked to sign in`() throws {
        let stranger = SessionToken(Randomness.bytes)
        let answer = send(TestForm("/notes", stranger, ["words": "one"]))
        #expect(answer.status == .seeOther)
        #expect(
            answer.response.headers["Location"]?.hasPrefix(AccountLinks.signIn) == true)
        #expect(try notes() == [])
    }

    @Test(arguments: [
        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", ""),
        ("Sec-Fetch-Site", "Same-Origin"), ("Origin", "null"), ("Origin", ""),
        ("Origin", "https://harbourside.example"), ("Origin", "http://evil.example"),
        ("Origin", "http://harbourside.example.evil.example"),
        ("Origin", "http://harbourside.example:8080"), ("Origin", "http://harbourside.example:443"),
        ("Origin", "http://harbourside.example/"), ("Origin", "harbourside.example"),
    ])
    func `a form from another site is refused, however good it is`(
        _ name: String, _ value: String
    ) throws {
        var form = TestForm("/notes", token, ["words": "one"])
        form.headers.add(try #require(HeaderName(name)), value)
        try expectForged(form, "\(name): \(value)")
    }

    @Test(arguments: [
        ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none"),
        ("Origin", "http://harbourside.example"), ("Origin", "http://HARBOURSIDE.example"),
        ("Origin", "http://harbourside.example:80"),
    ])
    func `a form from here is taken`(_ name: String, _ value: String) throws {
        var form = TestForm("/notes", token, ["words": "one"])
        form.headers.add(try #require(HeaderName(name)), value)
        #expect(send(form).status == .seeOther)
    }

    @Test(arguments: [
        ("https", "a.example", "https://a.example", false),
        ("https", "a.example:443", "https://a.example", false),
        ("https", "a.example:8443", "https://a.example:8443", false),
        ("http", "a.example:80", "http://a.example", false),
        ("http", "[::1]:80", "http://[::1]", false),
        ("https", "a.example:80", "https://a.example", true),
        ("http", "a.example:443", "http://a.example", true),
        ("http", "a.example", "https://a.example", true),
        ("https", "a.example:8443", "https://a.example", true),
        ("https", "a.example", "https://b.example", true),
        ("https", "", "https://", false), ("https", "", "null", true),
    ])
    func `behind a proxy the address is compared that the browser knows`(
        _ scheme: String, _ host: String, _ origin: String, _ isElsewhere: Bool
    ) {
        var request = Request(.post, "/notes", headers: ["Host": host, "Origin": origin])
        request.scheme = scheme
        #expect(request.comesFromElsewhere == isElsewhere)
    }

    // MARK: Once

    @Test func `a form that is sent twice is answered twice and does its work once`() throws {
        let form = TestForm("/notes", token, ["words": "one"])
        let (first, second) = (send(form), send(form))
        #expect(first.status == .seeOther && second.status == .seeOther)
        #expect(
            first.response.headers["Location"] == second.response.headers["Location"])
        #expect(try notes() == ["one"])
        // Drawn anew it is another form.
        _ = send(TestForm("/notes", token, ["words": "one"]))
        #expect(try notes() == ["one", "one"])
    }

    @Test func `a form that was taken is not taken again with other content`() throws {
        var form = TestForm("/notes", token, ["words": "one"])
        _ = send(form)
        form["words"] = "two"
        let answer = send(form)
        #expect(answer.status == .conflict)
        #expect(answer.source.contains(ErrorWording.sentBefore.heading))
        #expect(try notes() == ["one"])
    }

    @Test func `one key is good in one browser and at one address`() throws {
        let form = TestForm("/notes", token, ["words": "one"])
        _ = send(form)
        let other = try portal.session(of: portal.addPerson("ben", .reader))
        var same = TestForm("/notes", other, ["words": "two"])
        same[Submission.keyField] = form[Submission.keyField]
        #expect(send(same).response.headers["Location"] == "/notes/two")
        #expect(try notes() == ["one", "two"])
    }

    @Test(arguments: [("fails", HTTPStatus.internalServerError), ("refused", .forbidden)])
    func `work that fails leaves nothing, and the form can be sent again`(
        _ words: String, _ status: HTTPStatus
    ) throws {
        var form = TestForm("/notes", token, ["words": words])
        #expect(send(form).status == status)
        #expect(send(form).status == status)
        #expect(try notes() == [])
        form["words"] = "one"
        #expect(send(form).status == .seeOther)
        #expect(try notes() == ["one"])
    }

    @Test func `a form that comes twice at the same time does its work once`() throws {
        for _ in 0..<10 {
            let form = TestForm("/notes", token, ["words": "one"])
            let before = try notes().count
            let statuses = try [HTTPStatus](inParallel: 4) { [portal] in
                try portal.site(Self.routes).respond(to: form.request).status
            }
            #expect(statuses == Array(repeating: .seeOther, count: 4))
            #expect(try notes().count == before + 1)
        }
        #expect(portal.log.lines == [])
    }

    // MARK: What is no form

    @Test(arguments: [
        ("multipart/form-data; boundary=x", HTTPStatus.unsupportedMediaType),
        ("text/plain", .unsupportedMediaType), ("application/json", .unsupportedMediaType),
        ("application/x-www-form-urlencoded; charset=latin1", .unsupportedMediaType),
        ("", .badRequest), ("application/x-www-form-urlencoded; charset=utf-8", .seeOther),
        ("APPLICATION/X-WWW-FORM-URLENCODED", .seeOther),
    ])
    func `content of another kind is told apart`(_ type: String, _ status: HTTPStatus) throws {
        var form = TestForm("/notes", token, ["words": "one"])
        form.headers.set("Content-Type", type)
        let answer = send(form)
        #expect(answer.status == status)
        if status == .unsupportedMediaType {
            #expect(try answer.page.first("h1")?.text == "We cannot read that kind of file")
        }
        #expect(try notes().count == (status == .seeOther ? 1 : 0))
    }

    @Test func `a form without a type or with two is none`() throws {
        var form = TestForm("/notes", token, ["words": "one"])
        form.headers.add("Content-Type", "application/x-www-form-urlencoded")
        #expect(send(form).status == .unsupportedMediaType)
        form.headers.remove("Content-Type")
        #expect(send(form).status == .unsupportedMediaType)
        #expect(Answer(site.respond(to: form.request([]))).status == .forbidden)
        #expect(try notes() == [])
    }

    @Test func `a form of ten thousand fields is too much`() throws {
        var form = TestForm("/notes", token, ["words": "one"])
        form.pairs += (0..<10_000).map { ("field\($0)", "x") }
        #expect(send(form).status == .contentTooLarge)
        #expect(try notes() == [])
    }

    @Test(arguments: [
        ("%00", "\u{fffd}"), ("a%00b", "a\u{fffd}b"), ("%ff%fe", "\u{fffd}\u{fffd}"),
        ("%c3", "\u{fffd}"),
        ("%zz", "%zz"), ("%F0%9F%91%A9%E2%80%8D%F0%9F%9A%80", "👩‍🚀"),
        ("%e2%80%ae", "\u{202e}"),
    ])
    func `any bytes in a field are text, and harm nothing`(
        _ sent: String, _ text: String
    ) throws {
        let form = TestForm("/notes", token)
        let answer = Answer(
            site.respond(to: form.request(form.body + Array("&words=\(sent)".utf8))))
        #expect(answer.status == .seeOther)
        #expect(try notes() == [text])
        let location = try #require(answer.response.headers["Location"])
        #expect(!location.utf8.contains(0))
    }

    @Test func `what is said of a form says nothing of what was in it`() throws {
        var form = TestForm("/notes", token, ["words": "hush-hush"])
        form[FormToken.field] = nil
        #expect(!send(form).source.contains("hush-hush"))
        form = TestForm("/notes", token, ["words": "fails"])
        _ = send(form)
        #expect(portal.log.lines.count == 1)
        #expect(!portal.log.lines.joined().contains(token.text))
    }

    @Test(arguments: ["ended", "disabled"])
    func `nothing is done for somebody whose session ends while their form is on its way`(
        _ how: String
    ) throws {
        #expect(send(TestForm("/late", token, ["words": how])).status == .forbidden)
        #expect(try notes() == [])
    }

    @Test func `what takes its time is done while the session goes on`() throws {
        #expect(send(TestForm("/late", token, ["words": "in time"])).status == .seeOther)
        #expect(try notes() == ["late"])
    }
}

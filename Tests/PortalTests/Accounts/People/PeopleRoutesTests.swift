import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct PeopleRoutesTests {
    let portal: TestPortal
    var anna: TestMember

    init() throws {
        portal = try TestPortal()
        anna = try portal.colleague("anna", .administrator)
    }

    static let typed = [
        "name": "Ben Okafor", "user_name": "ben", "email": "ben@example.org",
        "service": "Early help",
    ]

    @Test(arguments: Role.allCases.filter { $0 != .administrator })
    func `only administrators look after people`(role: Role) throws {
        var other = try portal.colleague("other", role)
        for page in ["/admin", "/admin/people", "/admin/people/new", "/admin/people/anna/roles"] {
            #expect(other.get(page).status == .forbidden)
        }
    }

    @Test mutating func `people are listed from A to Z, whatever they begin with`() throws {
        try portal.addPerson("zoe")
        try portal.addPerson("émile_".filter(\.isASCII))
        try portal.addPerson("ben", .officer, service: "Early help")
        let page = try anna.get("/admin/people").page
        let names = page.cells.map { $0[0] }
        try #require(names.count == 4)
        #expect(names[0].hasPrefix("Anna"))
        #expect(names[1].hasPrefix("Ben"))
        #expect(names[3].hasPrefix("Zoe"))
        #expect(page.first("caption")?.text.hasPrefix("4 people") == true)
    }

    @Test(arguments: [
        ("q=BEN", ["ben"]), ("q=example.org+zo", ["zoe"]), ("role=officer", ["ben"]),
        ("state=disabled", ["zoe"]), ("state=no-role", ["carl"]), ("service=Early+help", ["ben"]),
        ("state=no-second-factor", ["ben", "carl"]), ("q=nobody", []), ("state=link", []),
        ("state=away", []),
    ])
    mutating func `people are chosen by what is known of them`(
        _ query: String, _ expected: [String]
    ) throws {
        try portal.addPerson("ben", .officer, service: "Early help")
        try portal.addPerson("carl")
        try portal.addPerson("zoe", .reader)
        try portal.database().run("UPDATE person SET state = 'disabled' WHERE user_name = 'zoe'")
        let page = try anna.get("/admin/people?\(query)").page
        let links = page.all("tbody").flatMap { $0.all("a") }.compactMap { $0["href"] }
        #expect(links == expected.map { "/admin/people/\($0)" })
        #expect(page.text.contains("Nobody matches.") == expected.isEmpty)
    }

    @Test(arguments: ["role=boss", "state=x", "page=0", "page=2", "page=x"])
    mutating func `what cannot be chosen is not found`(_ query: String) {
        #expect(anna.get("/admin/people?\(query)").status == .notFound)
    }

    @Test mutating func `long lists have pages of fifty, and the file has all`() throws {
        for number in 10..<80 { try portal.addPerson("p\(number)") }
        #expect(try anna.get("/admin/people").page.cells.count == 50)
        #expect(try anna.get("/admin/people?page=2").page.cells.count == 21)
        let file = anna.get("/admin/people?format=csv")
        #expect(file.source.split(separator: "\r\n").count == 72)
        #expect(file.source.contains("anna,Anna,anna@example.org,,active,administrator,yes,no,"))
    }

    @Test mutating func `a form that comes twice at the same time adds one person`() throws {
        let path = "/admin/people/new"
        let form = try anna.form(to: path, on: path).merging(Self.typed) { $1 }
        let locations = try [String?](inParallel: 4) { [portal, token = anna.token] in
            var browser = try TestMember(visitor: portal)
            browser.token = token
            return browser.send(path, form).location
        }
        #expect(Set(locations).count == 1)
        #expect(locations.first??.hasPrefix("/admin/people/ben/link?key=") == true)
        #expect(try portal.trail(.personAdded).count == 1)
        #expect(try portal.trail(.linkMade).count == 1)
        #expect(portal.log.lines == [])
    }

    @Test mutating func `a new person gets a link that is shown`() throws {
        let answer = try anna.post("/admin/people/new", Self.typed)
        #expect(answer.status == .seeOther)
        let address = try #require(answer.response.headers["Location"])
        #expect(address.hasPrefix("/admin/people/ben/link?key="))
        let shown = anna.get(address)
        #expect(
            try shown.main.first(class: "once")?.text.contains("http://localhost/link/") == true)
        #expect(shown.response.headers["Cache-Control"] == "no-store")
        let ben = try #require(try portal.person("ben"))
        #expect(ben.details.service == "Early help")
        #expect(ben.grants.isEmpty)
        #expect(!ben.hasPassword)
        #expect(try portal.trail(.personAdded).map(\.subject) == ["ben"])
        #expect(try portal.trail(.linkMade).map(\.actor) == ["anna"])
    }

    @Test mutating func `a link is shown to nobody else, and is not in the trail`() throws {
        let answer = try anna.post("/admin/people/new", Self.typed)
        let address = try #require(answer.response.headers["Location"])
        let link = try #require(try anna.get(address).main.first(class: "once")?.text)
        let token = try #require(link.split(separator: "/").last.map(String.init))
        var other = try portal.colleague("other", .administrator)
        #expect(other.get(address).status == .notFound)
        #expect(anna.get(address + "x").status == .notFound)
        #expect(anna.get("/admin/people/anna/link?key=x").status == .notFound)
        #expect(anna.get("/admin/people/ben/link").status == .notFound)
        for entry in try portal.trail() { #expect(!"\(entry)".contains(token)) }
        #expect(portal.log.lines.allSatisfy { !$0.contains(token) })
    }

    @Test mutating func `a form that is sent twice adds one person and shows one link`() throws {
        let form = try anna.form(to: "/admin/people/new", on: "/admin/people/new")
            .merging(Self.typed) { $1 }
        let first = anna.send("/admin/people/new", form)
        let second = anna.send("/admin/people/new", form)
        #expect(first.response.headers["Location"] == second.response.headers["Location"])
        #expect(try portal.database().people().count == 2)
        #expect(try portal.trail(.linkMade).count == 1)
    }

    @Test mutating func `what is wrong is told beside what was typed`() throws {
        let answer = try anna.post(
            "/admin/people/new",
            ["name": "", "user_name": "Ben Okafor", "email": "<b>nobody</b>", "service": "X"])
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page
        #expect(page.first("title")?.text.hasPrefix("Error: Add a person") == true)
        #expect(
            page.first(class: "errors")?.all("a").compactMap { $0["href"] }
                == ["#name", "#user_name", "#email"])
        #expect(page.element(id: "email")?["value"] == "<b>nobody</b>")
        #expect(page.element(id: "email")?["aria-invalid"] == "true")
        #expect(page.element(id: "service")?["value"] == "X")
        #expect(try portal.trail().isEmpty)
    }

    @Test(arguments: [("user_name", "ANNA"), ("email", "Anna@example.org ")])
    mutating func `a name that another has is refused in words`(
        _ field: String, _ text: String
    ) throws {
        let answer = try anna.post(
            "/admin/people/new", Self.typed.merging([field: text]) { $1 })
        #expect(answer.status == .unprocessableContent)
        let words = try answer.main.first(class: "errors")?.text ?? ""
        #expect(words.contains("Anna"))
        #expect(try answer.page.element(id: field)?["value"] == text)
        #expect(try portal.person("ben") == nil)
    }

    @Test mutating func `details are changed, and what they were is kept`() throws {
        try portal.addPerson("ben", .officer, service: "Early help")
        let answer = try anna.post(
            "/admin/people/ben/edit", ["name": "Benjamin", "user_name": "benjamin"])
        #expect(answer.response.headers["Location"] == "/admin/people/benjamin?done=changed")
        let page = anna.get("/admin/people/benjamin?done=changed")
        #expect(try page.main.first(class: "banner")?.text == "The details of Benjamin are saved.")
        let entry = try #require(try portal.trail(.personChanged).first)
        #expect(entry.before == #"{"user_name":"ben","name":"Ben"}"#)
        #expect(entry.after == #"{"user_name":"benjamin","name":"Benjamin"}"#)
    }

    @Test mutating func `nothing is written where nothing is changed`() throws {
        #expect(try anna.post("/admin/people/anna/edit", [:]).status == .seeOther)
        #expect(try portal.trail().isEmpty)
    }

    @Test mutating func `who comes second sees both and can save what they typed`() throws {
        try portal.addPerson("ben", service: "Early help")
        let old = try anna.form(to: "/admin/people/ben/edit", on: "/admin/people/ben/edit")
        _ = try anna.post("/admin/people/ben/edit", ["service": "SEND"])
        let answer = anna.send("/admin/people/ben/edit", old.merging(["name": "Benjamin"]) { $1 })
        #expect(answer.status == .conflict)
        let page = try answer.main
        #expect(
            page.cells.contains([
                "Service (optional) Not the same", "Saved now SEND", "You typed Early help",
            ]))
        #expect(page.element(id: "name")?["value"] == "Benjamin")
        #expect(try portal.person("ben")?.name == "Ben")
        let form = try #require(page.first("form")).fields
        let again = anna.send("/admin/people/ben/edit", form.merging(["service": "SEND"]) { $1 })
        #expect(again.status == .seeOther)
        #expect(try portal.person("ben")?.name == "Benjamin")
        #expect(try portal.person("ben")?.details.service == "SEND")
    }

    @Test(arguments: [false, true])
    mutating func `who may read the trail is led to what it says of a person`(
        isAuditor: Bool
    ) throws {
        try portal.addPerson("ben")
        if isAuditor {
            try portal.database().run(
                "INSERT INTO person_role VALUES (\(anna.id), 'auditor', 'everything', '')")
        }
        let links = try anna.get("/admin/people/ben").main.all("a").compactMap { $0["href"] }
        let trail = ["/audit?kind=person&subject=ben", "/audit?person=ben"]
        #expect(links.filter { $0.hasPrefix("/audit") } == (isAuditor ? trail : []))
    }

    @Test mutating func `a browser is called what people call it`() throws {
        try portal.database().run(
            "UPDATE session SET agent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/128.0'")
        let cells = try anna.get("/admin/people/anna").page.cells
        #expect(cells.map { $0[0] } == ["Firefox on Windows"])
    }

    @Test(arguments: ["nobody", "Anna", "%00", "..%2fanna", "a%27--"])
    mutating func `a person that there is not is not found`(_ name: String) {
        for part in ["", "/edit", "/roles", "/state", "/reset", "/sessions", "/link?key=x"] {
            let status = anna.get("/admin/people/\(name)\(part)").status
            #expect(status == .notFound || status == .badRequest)
        }
    }

    @Test mutating func `names are text on every page`() throws {
        try portal.database().run(
            """
            INSERT INTO person (user_name, email, name, service, created_at)
            VALUES ('eve', 'e@e', '<script>"&', '</td>', 0)
            """)
        for page in [
            "/admin/people", "/admin/people/eve", "/admin/people/eve/edit",
            "/admin/people/eve/roles", "/admin/people/eve/state", "/admin/people/eve/reset",
        ] {
            let answer = anna.get(page)
            #expect(answer.status == .ok)
            #expect(try answer.text.contains("<script>\"&"), "\(page)")
            #expect(!answer.source.contains("<script>"))
        }
    }

    @Test mutating func `all pages are whole, lead somewhere and ask few questions`() throws {
        _ = try portal.addPerson(
            "ben",
            grants: [
                Grant(role: .officer, scope: .strategy("schools")),
                Grant(role: .approver, scope: .measure("HEARD")),
            ], service: "Early help")
        let counted = try StatementCount(portal)
        var waiting = ["/admin"]
        var seen: Set<String> = []
        while let path = waiting.popLast() {
            guard !Crawl.isWorkbook(path), seen.insert(path).inserted else { continue }
            let (answer, statements) = counted.answer(path, token: anna.token)
            let page = CrawledPage(path, answer, statements: statements)
            #expect(page.status == .ok, "\(path)")
            #expect(page.fault == nil, "\(path)")
            #expect(page.headings.count == 1 || page.isSheet, "\(path)")
            #expect(Set(page.ids).count == page.ids.count, "\(path)")
            #expect(
                page.references.subtracting(page.ids).isEmpty,
                "\(path) \(page.references.subtracting(page.ids))")
            // The session is asked for, too.
            #expect(statements <= StatementCount.most + 1, "\(path): \(statements)")
            waiting += page.links.filter { $0.hasPrefix("/admin") }
        }
        #expect(seen.count > 20)
        #expect(seen.contains("/admin/people/ben/reset"))
    }
}

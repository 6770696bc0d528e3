import HTTPServer
import SQLite

@testable import Portal

/// Somebody who has signed in, in a browser that keeps their token.
struct TestMember {
    let portal: TestPortal
    let site: Site
    /// The number of the person.
    let id: Int64
    var token: SessionToken?
    /// By what the browser is known once somebody has signed in from it.
    private(set) var device: SessionToken?

    /// A field that a form carries besides what is typed.
    struct NoForm: Error, CustomStringConvertible {
        let description: String
    }

    /// A browser of a visitor.
    init(visitor portal: TestPortal) throws {
        self.portal = portal
        site = try portal.site()
        id = 0
        token = nil
    }

    /// A browser of a person who has signed in.
    init(_ portal: TestPortal, person: Int64) throws {
        self.portal = portal
        site = try portal.site()
        id = person
        let token = SessionToken(portal.settings.random)
        try portal.database().begin(
            NewSession(
                token: token, person: person, method: .password, isComplete: true,
                at: portal.settings.now(), address: "192.0.2.1", agent: "test"))
        self.token = token
    }

    /// What a page answers; cookies that are set are kept, and redirects are not followed.
    mutating func get(_ path: String) -> Answer {
        ask(Request(.get, path, headers: fields))
    }

    /// Sends the form on `page` that goes to `path`, with what is typed in the place of what it
    /// holds.
    mutating func post(
        _ path: String, _ typed: [String: String], on page: String? = nil
    ) throws -> Answer {
        let form = try form(to: path, on: page ?? path)
        return send(path, form.merging(typed) { $1 })
    }

    /// Sends fields as they are, with whatever else the browser says.
    mutating func send(
        _ path: String, _ fields: [String: String], saying others: Headers = [:]
    ) -> Answer {
        var headers = self.fields
        headers.set(contentsOf: others)
        headers.add("Content-Type", "application/x-www-form-urlencoded")
        let pairs = fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        // An address's query is written as a form is; a path is needed to write one.
        let body = AddressQuery(path: "", pairs).text.dropFirst()
        return ask(Request(.post, path, headers: headers, body: Array(body.utf8)))
    }

    /// Sends fields of which several may have one name.
    mutating func sendPairs(_ path: String, _ pairs: [(name: String, value: String)]) -> Answer {
        var headers = self.fields
        headers.add("Content-Type", "application/x-www-form-urlencoded")
        let body = AddressQuery(path: "", pairs).text.dropFirst()
        return ask(Request(.post, path, headers: headers, body: Array(body.utf8)))
    }

    /// What the form on `page` that goes to `path` holds as it was drawn.
    mutating func form(to path: String, on page: String) throws -> [String: String] {
        let answer = get(page)
        guard
            let form = try answer.page.all("form").first(where: {
                $0["method"] == "post" && ($0["action"] ?? page) == path
            })
        else { throw NoForm(description: "no form to \(path) on \(page): \(answer.status)") }
        return form.fields
    }

    mutating func ask(_ request: Request) -> Answer {
        let answer = Answer(site.respond(to: request))
        for cookie in answer.response.headers.all("Set-Cookie")
        where cookie.hasPrefix("session=") {
            token = SessionToken(String(cookie.dropFirst(8).prefix { $0 != ";" }))
        }
        for cookie in answer.response.headers.all("Set-Cookie") where cookie.hasPrefix("device=") {
            device = SessionToken(String(cookie.dropFirst(7).prefix { $0 != ";" }))
        }
        return answer
    }

    private var fields: Headers {
        var headers: Headers = ["Accept": "text/html", "Host": "localhost"]
        let cookies = [token.map { "session=\($0.text)" }, device.map { "device=\($0.text)" }]
        let cookie = cookies.compactMap { $0 }.joined(separator: "; ")
        if !cookie.isEmpty { headers.add("Cookie", cookie) }
        return headers
    }
}

extension TestPortal {
    /// A person with these roles, each for everything.
    @discardableResult
    func addPerson(_ userName: String, _ roles: Role..., service: String? = nil) throws -> Int64 {
        try addPerson(
            userName, grants: roles.map { Grant(role: $0, scope: .everything) }, service: service)
    }

    /// A person with these roles.
    func addPerson(_ userName: String, grants: [Grant], service: String? = nil) throws -> Int64 {
        let database = try database()
        try database.run(
            """
            INSERT INTO person (user_name, email, name, service, created_at)
            VALUES (\(userName), \("\(userName)@example.org"), \(userName.capitalisedFirst),
                    \(service), \(settings.now()))
            """)
        let id = try database.first("SELECT last_insert_rowid() AS id") { row throws(SQLError) in
            try row("id", as: Int64.self)
        }
        let person = id ?? 0
        for grant in grants {
            try database.run(
                """
                INSERT INTO person_role (person_id, role, scope_kind, scope)
                VALUES (\(person), \(grant.role.rawValue), \(grant.scope.kind), \(grant.scope.name))
                """)
        }
        return person
    }

    /// A person with these roles, signed in.
    func member(_ userName: String, _ roles: Role...) throws -> TestMember {
        let grants = roles.map { Grant(role: $0, scope: .everything) }
        return try TestMember(self, person: addPerson(userName, grants: grants))
    }
}

extension Element {
    /// The names and values of a form's controls as they would be sent, buttons left out.
    var fields: [String: String] {
        var fields: [String: String] = [:]
        walk { control in
            guard let name = control["name"] else { return }
            switch control.name {
            case "input":
                let type = control["type"] ?? "text"
                if ["checkbox", "radio"].contains(type), control["checked"] == nil { return }
                if ["submit", "button", "file"].contains(type) { return }
                fields[name] = control["value"] ?? (type == "checkbox" ? "on" : "")
            case "textarea": fields[name] = control.text
            case "select":
                let options = control.all("option")
                let chosen = options.first { $0["selected"] != nil } ?? options.first
                fields[name] = chosen?["value"] ?? ""
            default: return
            }
        }
        return fields
    }
}

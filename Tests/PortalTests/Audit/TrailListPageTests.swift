import SQLite
import Testing

@testable import HTTPServer
@testable import Portal

@Suite struct TrailListPageTests {
    private let portal: TestPortal
    private var auditor: TestMember

    init() throws {
        portal = try TestPortal()
        auditor = try portal.member("olive", .auditor)
    }

    private func add(
        _ actor: String, _ action: TrailAction = .signIn,
        _ kind: TrailEntry.Subject.Kind = .person, _ subject: String = "anna",
        address: String = "192.0.2.1", at moment: Int = 1_700_000_000, reason: String? = nil
    ) throws {
        let entry = TrailEntry(
            actor: TrailEntry.Actor(person: nil, name: actor), action: action,
            subject: TrailEntry.Subject(kind: kind, name: subject), reason: reason,
            address: address)
        try portal.database().append(entry, at: moment)
    }

    /// The numbers of the entries on a page, from the top.
    private mutating func numbers(_ path: String) throws -> [Int] {
        let answer = auditor.get(path)
        #expect(answer.status == .ok, "\(path)")
        return try answer.main.all("th").filter { $0["scope"] == "row" }
            .compactMap { $0.first("a")?.text }.compactMap { Int($0.dropFirst("Entry ".count)) }
    }

    @Test(arguments: [TrailLinks.trail, "/audit/1", TrailLinks.export])
    func `only an auditor reads the trail`(path: String) throws {
        for role in Role.allCases where role != .auditor {
            var member = try portal.member("a\(role.rawValue)", role)
            // Roles of power are led to what they must do first.
            #expect(member.get(path).status == (role.isPowerful ? .seeOther : .forbidden))
        }
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get(path).status == .seeOther)
        var auditor = auditor
        #expect(auditor.get(path).status == .ok)
    }

    @Test mutating func `the newest entry is first, with who, what, when, where and why`() throws {
        try add("anna", .rolesChanged, .person, "ben", reason: "Asked for by the lead")
        let row = try auditor.get("/audit").main.all("tr")[1].text
        for words in [
            "Entry 2", "14 November 2023 22:13:20", "anna", "Changed roles", "ben", "Person",
            "192.0.2.1", "Asked for by the lead",
        ] { #expect(row.contains(words), "\(words) in \(row)") }
        #expect(try numbers("/audit") == [2, 1])
    }

    @Test mutating func `each filter leaves its entries`() throws {
        try add("anna", .signIn, .person, "anna", address: "192.0.2.7")
        try add("ben", .rolesChanged, .person, "anna", reason: "100% sure_thing, agreed")
        try add("", .refusal, .page, "/admin", at: 1_600_000_000)
        try add("command line (root)", .figureRevised, .figure, "MOVES/2024-25", reason: "agreed")
        try add("command line (root)", .figureRevised, .measure, "MOVES")
        try add("command line (root)", .figureRevised, .measure, "MOVES-2")
        let expected: [(String, [Int])] = [
            ("person=anna", [2]), ("person=ANNA", [2]), ("person=ann", []),
            ("action=changed+roles", [3]), ("kind=figure", [5]), ("kind=person", [3, 2]),
            ("subject=anna", [3, 2]), ("subject=MOVES", [6, 5]), ("subject=MOVES%2F2024-25", [5]),
            ("kind=measure&subject=MOVES", [6]), ("address=192.0.2.7", [2]),
            ("words=agreed", [5, 3]), ("words=AGREED", [5, 3]), ("words=sure+agreed", [3]),
            ("words=100%25", [3]), ("words=%25", [3]), ("words=sure_", [3]),
            ("words=agre__", []), ("words=%5C", []), ("to=2020-12-31", [4]),
            ("from=2020-09-13&to=2020-09-13", [4]),
            ("from=14+November+2023&to=2023-11-14", [7, 6, 5, 3, 2]),
            ("person=anna&from=2023-11-15", []), ("subject=anna&person=ben&words=sure", [3]),
            ("person=%27+OR+1%3D1+--", []),
        ]
        for (query, wanted) in expected {
            #expect(try numbers("/audit?\(query)") == wanted, "\(query)")
        }
    }

    @Test mutating func `entries are paged by their numbers, there and back`() throws {
        // Later than the load, which is the first.
        for second in 0..<119 { try add("anna", at: 4_000_000_000 + second) }
        for query in ["", "&from=2000-01-01"] {
            let first = try auditor.get("/audit?\(query)").main
            #expect(try numbers("/audit?\(query)") == Array((71...120).reversed()))
            #expect(first.link("Newer entries") == nil)
            let second = try #require(first.link("Older entries"))
            #expect(try numbers(second) == Array((21...70).reversed()))
            let third = try #require(try auditor.get(second).main.link("Older entries"))
            #expect(try numbers(third) == Array((1...20).reversed()))
            let last = try auditor.get(third).main
            #expect(last.link("Older entries") == nil)
            let back = try #require(last.link("Newer entries"))
            #expect(try numbers(back) == Array((21...70).reversed()))
            let top = try #require(try auditor.get(back).main.link("Newer entries"))
            #expect(try numbers(top) == Array((71...120).reversed()))
            #expect(try auditor.get(top).main.link("Newer entries") == nil)
        }
        #expect(try auditor.get("/audit?after=120").main.text.contains("There are no more entries"))
    }

    @Test mutating func `a filter that nothing fits says so and can be cleared`() throws {
        let main = try auditor.get("/audit?person=nobody").main
        #expect(main.text.contains("No entries match."))
        #expect(main.link("Clear all filters") == "/audit")
    }

    @Test(arguments: [
        ("from=someday", "First day must be a real date"), ("to=2026-02-30", "Last day must be a"),
        ("from=2026-03-02&to=2026-03-01", "Last day must be the same as or after the first day"),
    ])
    func `days that are none are told with what was typed`(query: String, words: String) throws {
        var auditor = auditor
        let answer = auditor.get("/audit?\(query)")
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.main.text.contains(words))
        #expect(try answer.page.first("title")?.text.hasPrefix("Error: ") == true)
    }

    @Test(arguments: [
        "before=0", "before=x", "after=-1", "after=99999999999999999999", "action=flew",
        "kind=star", "before=01",
    ])
    func `what is no place or choice is not found`(query: String) throws {
        var auditor = auditor
        #expect(auditor.get("/audit?\(query)").status == .notFound)
    }

    @Test mutating func `what strangers typed does no harm`() throws {
        for text in NaughtyStrings.all {
            try add(text, .signInFailure, .person, text, reason: text)
        }
        let answer = auditor.get("/audit")
        #expect(answer.status == .ok)
        _ = try answer.page
        for text in NaughtyStrings.all {
            let query = AddressQuery(path: "/audit", [("person", text), ("words", text)])
            #expect(auditor.get(query.text).status == .ok)
        }
    }

    // MARK: One entry

    @Test mutating func `an entry is shown whole, with what differs`() throws {
        let entry = TrailEntry(
            actor: TrailEntry.Actor(person: nil, name: "anna"), action: .personChanged,
            subject: TrailEntry.Subject(kind: .person, name: "olive"),
            before: JSONObject(["name": "Olive", "email": "o@example.org"]),
            after: JSONObject(["name": "Olivia", "email": "o@example.org", "service": nil]),
            reason: "Married", address: "192.0.2.9", request: "abc")
        try portal.database().append(entry, at: 1_700_000_000)
        let answer = auditor.get("/audit/2")
        let rows = try answer.main.all("tr").dropFirst().map(\.text)
        #expect(
            rows == [
                "Name Changed Before Olive After Olivia",
                "Email Before o@example.org After o@example.org", "Service Before None After None",
            ])
        for words in ["14 November 2023, 22:13:20 UTC", "Married", "192.0.2.9", "Request abc"] {
            #expect(try answer.main.text.contains(words), "\(words)")
        }
        let head = try #require(try portal.database().trailHead())
        #expect(try answer.main.text.contains("Hash of this entry \(head.hash)"))
        #expect(try answer.main.link("Older entry") == "/audit/1")
        #expect(try answer.main.link("Newer entry") == nil)
        #expect(try auditor.get("/audit/1").main.link("Newer entry") == "/audit/2")
        // Only who may look after people is led to their pages.
        #expect(try answer.main.link("olive") == nil)
        let row = try #require(try portal.database().trailEntry(2))
        #expect(row.subjectLink(mayManagePeople: true) == "/admin/people/olive")
    }

    @Test(arguments: ["0", "9", "-1", "x", "01", "99999999999999999999"])
    func `an entry that is not there is not found`(number: String) throws {
        var auditor = auditor
        #expect(auditor.get("/audit/\(number)").status == .notFound)
    }

    @Test mutating func `a change in another form is shown as it is written`() throws {
        let database = try portal.database()
        try database.script("DROP TRIGGER audit_entry_is_not_changed")
        try database.script("UPDATE audit_entry SET after = '{\"a\":1}' WHERE number = 1")
        #expect(try auditor.get("/audit/1").main.text.contains("After, as written {\"a\":1}"))
    }

    // MARK: Export

    private mutating func export(_ query: String, format: String) throws -> Answer {
        try auditor.post(TrailLinks.export, ["format": format], on: TrailLinks.export + query)
    }

    private func content(_ answer: Answer) throws -> String {
        let file = try #require(answer.response.file)
        return String(decoding: try file.bytes(from: 0, count: file.size), as: UTF8.self)
    }

    @Test mutating func `an export holds what was chosen and is written down`() throws {
        try add("anna")
        try add("ben")
        let answer = try export("?person=anna", format: "jsonl")
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Content-Disposition"]?.hasSuffix(".jsonl\"") == true)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        let lines = try content(answer).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines[0].contains("\"actor\":\"anna\""))
        let entry = try #require(try portal.database().trailEntry(4)?.entry)
        #expect(entry.actor == "olive")
        #expect(entry.action == "exported the audit trail")
        #expect(entry.after == #"{"person":"anna","format":"jsonl","entries":"1"}"#)
    }

    @Test mutating func `a table is another form of the same`() throws {
        let answer = try export("", format: "csv")
        #expect(try content(answer).split(separator: "\r\n").count == 2)
        #expect(answer.response.headers["Content-Type"]?.hasPrefix("text/csv") == true)
    }

    @Test mutating func `an export without a form or with days that are none is refused`() throws {
        #expect(try export("", format: "xlsx").status == .unprocessableContent)
        let typed = ["format": "csv", "from": "someday"]
        let answer = try auditor.post(TrailLinks.export, typed)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.main.text.contains("First day must be a real date"))
        #expect(auditor.get("/audit/export?from=someday").status == .unprocessableContent)
        #expect(try portal.database().trailHead()?.number == 1)
    }

    @Test mutating func `a form from elsewhere exports nothing`() throws {
        #expect(auditor.send(TrailLinks.export, ["format": "csv"]).status == .forbidden)
        #expect(try portal.database().trailHead()?.number == 1)
    }

    @Test mutating func `an export leaves no file behind`() throws {
        _ = try export("", format: "csv")
        let folder = Folder(path: portal.folder.path)
        #expect(try folder.names(endingIn: "").allSatisfy { !$0.contains("export") })
    }

    // MARK: Questions

    /// How SQLite would answer.
    private func plan(_ filter: TrailFilter) throws -> String {
        try portal.database().all("EXPLAIN QUERY PLAN \(filter.statement(count: 51))") {
            row throws(SQLError) in try row("detail", as: String.self)
        }.joined(separator: "\n")
    }

    @Test(arguments: [
        ("", "SCAN audit_entry\n"), ("before=9", "SEARCH audit_entry USING INTEGER PRIMARY KEY"),
        ("after=9", "SEARCH audit_entry USING INTEGER PRIMARY KEY"),
        ("person=anna", "INDEX audit_entry_of_actor"),
        ("person=anna&before=9&kind=person&action=signed+in&from=2026-01-01", "_of_actor"),
        ("subject=A%2F2025", "INDEX audit_entry_of_subject"),
        ("subject=A%2F2025&kind=figure&to=2026-01-01", "INDEX audit_entry_of_subject"),
        ("address=192.0.2.1&words=x", "INDEX audit_entry_of_address"),
        ("action=signed+in&kind=person", "INDEX audit_entry_of_action"),
        ("kind=person&before=7", "INDEX audit_entry_of_kind"),
        ("from=2026-01-01", "INDEX audit_entry_of_time"),
        ("to=2026-01-01&before=4&kind=person", "INDEX audit_entry_of_time"),
        ("from=2026-01-01&to=2026-01-01&action=signed+in&after=4", "INDEX audit_entry_of_time"),
        ("words=agreed", "audit_entry_with_reason"),
        ("words=agreed&from=2026-01-01", "audit_entry_with_reason"),
    ])
    func `no page sorts or looks through more than it needs`(query: String, way: String) throws {
        let fields = Query(formEncoded: Array(query.utf8))
        let plan = try plan(TrailFilter { fields[$0] })
        #expect(plan.contains(way), "\(query): \(plan)")
        #expect(!plan.contains("TEMP B-TREE"), "\(query): \(plan)")
    }

    /// A measure and its figures are a few entries of many subjects: these are sorted.
    @Test func `a measure and its figures are found by their names`() throws {
        let fields = Query(formEncoded: Array("subject=MOVES".utf8))
        #expect(
            try plan(TrailFilter { fields[$0] }).contains(
                "INDEX audit_entry_of_subject (subject>? AND subject<?)"))
    }
}

extension Element {
    /// Where a link with these words leads.
    fileprivate func link(_ words: String) -> String? {
        all("a").first { $0.text == words }?["href"]
    }
}

import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

/// What becomes of forms with several entries, sent by one or two officers.
@Suite struct EntrySavingTests {
    private var desk: ReturnDesk

    init() throws { desk = try ReturnDesk() }

    /// The entries of a form.
    ///
    /// Unchecked, since `MeasureFacts` is a class and not marked as one that threads may share;
    /// all that it holds is constant, and the route is asked by the test's own thread alone.
    private struct Drawn: @unchecked Sendable {
        let entries: [ReturnEntry]
    }

    /// Sends fields of some entries, drawn from these revisions, and answers what came of it.
    private func save(
        _ fields: [(ReturnEntry, base: Int, fields: [String: String])],
        by member: TestMember? = nil, cause: EntryCause = .typed
    ) throws -> String {
        var routes = Routes()
        let drawn = Drawn(entries: fields.map(\.0))
        routes.post("/save", .enterFigures, keeping: .nothing) { _, visit, member in
            try visit.once {
                let changes = EntryForm(visit.fields, drawn.entries).changes
                let words =
                    switch try visit.save(changes, cause: cause, by: member) {
                    case .saved(let changed, let merged):
                        "saved \(changed.count) merged \(merged.count)"
                    case .clash(let clashes):
                        "clash "
                            + clashes.flatMap(\.clashes).map { "\($0.theirs)/\($0.yours)" }
                            .joined(separator: " ")
                    case .locked(let entries):
                        "locked " + entries.map(\.measure.facts.code).joined(separator: " ")
                    }
                return .html(Array(words.utf8), status: .ok)
            }
        }
        let token = try #require((member ?? desk.officer).token)
        var form = TestForm("/save", token)
        for (entry, base, fields) in fields {
            form[EntryForm.revision(of: entry)] = "\(base)"
            for (name, text) in ReturnDesk.names(fields, in: entry) { form[name] = text }
        }
        let answer = Answer(try desk.portal.site(routes).respond(to: form.request))
        return answer.status == .ok ? answer.source : "\(answer.status.rawValue)"
    }

    private func content(_ entry: ReturnEntry) throws -> [String: String] {
        try desk.now(entry).content.fields
    }

    @Test func `a shared number goes to the others, also to those typed with it`() throws {
        #expect(
            try save([
                (desk.plans, 0, ["n": "70", "d": "100"]), (desk.agreed, 0, ["n": "40"]),
            ]) == "saved 2 merged 0")
        #expect(try content(desk.agreed) == ["n": "40", "d": "100"])
        #expect(try desk.now(desk.agreed).revision == 1)
        #expect(try save([(desk.plans, 1, ["d": "120"])]) == "saved 1 merged 0")
        #expect(try content(desk.agreed) == ["n": "40", "d": "120"])
    }

    @Test func `a number that came from elsewhere starts nothing`() throws {
        #expect(try save([(desk.plans, 0, ["d": "100"])]) == "saved 1 merged 0")
        let agreed = try desk.now(desk.agreed)
        #expect(agreed.state == .notStarted)
        #expect(agreed.content.fields == ["d": "100"])
        #expect(try desk.now(desk.plans).state == .draft)
    }

    @Test func `what was sent back stays so until its own officer mends it`() throws {
        _ = try save([(desk.plans, 0, ["n": "70", "d": "100"]), (desk.agreed, 0, ["n": "40"])])
        try desk.move(desk.agreed, to: .sentBack, .sentBack, "Count again.")
        #expect(try save([(desk.plans, 1, ["d": "110"])]) == "saved 1 merged 0")
        var agreed = try desk.now(desk.agreed)
        #expect(agreed.state == .sentBack)
        #expect(agreed.sentBackWords == "Count again.")
        #expect(agreed.content[.number(.denominator)] == "110")
        #expect(try save([(agreed, agreed.revision, ["n": "41"])]) == "saved 1 merged 0")
        agreed = try desk.now(desk.agreed)
        #expect(agreed.state == .draft)
        #expect(agreed.sentBackWords == "Count again.")
    }

    @Test func `what waits for approval keeps the number it was submitted with`() throws {
        _ = try save([(desk.plans, 0, ["n": "70", "d": "100"]), (desk.agreed, 0, ["n": "40"])])
        try desk.move(desk.agreed, to: .submitted, .submitted)
        #expect(try save([(desk.plans, 1, ["d": "110"])]) == "saved 1 merged 0")
        #expect(try content(desk.agreed) == ["n": "40", "d": "100"])
        #expect(
            try save([(desk.agreed, 1, ["n": "41"]), (desk.plans, 2, ["n": "71"])])
                == "locked AGREED")
        #expect(try content(desk.plans)["n"] == "70")
        // When it is taken back and changed, it has the number of now.
        try desk.move(desk.agreed, to: .draft, .withdrawn)
        #expect(try save([(desk.agreed, 1, ["n": "41"])]) == "saved 1 merged 0")
        #expect(try content(desk.agreed) == ["n": "41", "d": "110"])
    }

    @Test func `a number reaches a measure that somebody else answers for`() throws {
        let ben = try desk.officer("ben", of: "PLANS")
        let eve = try desk.officer("eve", of: "AGREED")
        #expect(
            try save([(desk.plans, 0, ["n": "70", "d": "100"])], by: ben) == "saved 1 merged 0")
        #expect(try content(desk.agreed) == ["d": "100"])
        // On the ground of nothing: the shared number is merged.
        #expect(try save([(desk.agreed, 0, ["n": "40"])], by: eve) == "saved 1 merged 1")
        #expect(try content(desk.agreed) == ["n": "40", "d": "100"])
        #expect(try save([(desk.agreed, 2, ["n": "41"])], by: ben) == "403")
        #expect(
            try save([(desk.plans, 1, ["n": "9"]), (desk.agreed, 2, ["n": "9"])], by: eve) == "403")
        #expect(try content(desk.plans)["n"] == "70")
    }

    @Test func `of two who change one field the second is asked, and nothing is written`() throws {
        #expect(try save([(desk.calm, 0, ["v": "5", "figure": "final"])]) == "saved 1 merged 0")
        #expect(
            try save([(desk.calm, 0, ["v": "6"]), (desk.missing, 0, ["v": "9"])]) == "clash 5/6")
        #expect(try content(desk.missing) == [:])
        #expect(try content(desk.calm)["v"] == "5")
        #expect(try save([(desk.calm, 0, ["comment": "Calm."])]) == "saved 1 merged 1")
        #expect(try save([(desk.calm, 0, ["v": "5"])]) == "saved 0 merged 0")
    }

    @Test(arguments: [-1, 99, Int.max, Int.min])
    func `a revision that never was is refused`(base: Int) throws {
        #expect(try save([(desk.calm, base, ["v": "5"])]) == "409")
        #expect(try content(desk.calm) == [:])
    }

    @Test func `each change is kept with its cause and told in the trail`() throws {
        _ = try save([(desk.plans, 0, ["n": "70", "d": "100"])])
        _ = try save([(desk.plans, 1, ["n": "71"])], cause: .uploaded)
        let database = try desk.portal.database()
        let versions = try database.all(
            """
            SELECT entry_id || ' ' || revision || ' ' || cause AS line FROM return_entry_version
            ORDER BY entry_id, revision
            """
        ) { row throws(SQLError) in try row("line", as: String.self) }
        let (plans, agreed) = (desk.plans.id, desk.agreed.id)
        #expect(versions == ["\(plans) 1 typed", "\(plans) 2 uploaded", "\(agreed) 1 shared"])
        let trail = try database.all(
            """
            SELECT subject || ' ' || before || ' ' || after AS line FROM audit_entry
            WHERE action = 'saved figures' ORDER BY number
            """
        ) { row throws(SQLError) in try row("line", as: String.self) }
        #expect(
            trail == [
                #"PLANS/2026-27-Q1 {"d":"","n":""} {"d":"100","n":"70"}"#,
                #"AGREED/2026-27-Q1 {"d":""} {"d":"100"}"#,
                #"PLANS/2026-27-Q1 {"n":"70"} {"n":"71"}"#,
            ])
    }

    @Test func `what can be read is kept as the portal writes it, and the rest as it was typed`()
        throws
    {
        _ = try save([
            (desk.plans, 0, ["n": "1070", "d": " 1 100 ", "by": "2027-03-31"]),
            (desk.missing, 0, ["v": "many", "v/FSM": "007"]),
        ])
        #expect(try content(desk.plans) == ["n": "1,070", "d": "1,100", "by": "31 March 2027"])
        #expect(try content(desk.missing) == ["v": "many", "v/FSM": "7"])
        // Sent again as it was typed first, it is no change.
        #expect(try save([(desk.plans, 1, ["n": "1070"])]) == "saved 0 merged 0")
    }
}

import HTTPServer
import Scorecard
import Testing

@testable import Portal

/// What committees said, recorded and answered; it is 15 July 2026.
@Suite struct CommitteeRoutesTests {
    private var desk: CommitteeDesk
    private let new: String

    init() throws {
        desk = try CommitteeDesk(
            PublishedEdition(
                meeting: "17 June 2026",
                facts: [
                    ("measures", "MOVES", "latest", "4"), ("measures", "MOVES", "target", "5"),
                    ("measures", "HEARD", "latest", "70%"), ("glance", "ATTEND", "latest", "1"),
                ]))
        new = EditionLinks.newComment(desk.slug)
    }

    private static let typed = [
        "kind": "request", "words": "Show last year beside it.\r\nAnd the neighbours.",
        "said-on": "17 June 2026", "measure": "MOVES", "assigned": "Head of Inclusion",
        "due": "31 August 2026",
    ]

    @Test mutating func `an officer of some measures answers for no others`() throws {
        let own = Grant(role: .officer, scope: .measure("HEARD"))
        var olaf = try TestMember(
            desk.portal, person: desk.portal.addPerson("olaf", grants: [own]))
        let path = EditionLinks.comment(try desk.record("Why?", measure: "MOVES"))
        #expect(try olaf.post(path, ["answer": "Because"]).status == .forbidden)
        #expect(try olaf.post(new, Self.typed).status == .forbidden)
        #expect(try desk.comment(1).record.answer == nil)
        let theirs = Self.typed.merging(["measure": "HEARD"]) { $1 }
        #expect(try olaf.post(new, theirs).status == .seeOther)
        #expect(try olaf.post(new, Self.typed.merging(["measure": ""]) { $1 }).status == .seeOther)
    }

    @Test mutating func `what was said is recorded, with what is asked of whom`() throws {
        let answer = try desk.officer.post(new, Self.typed)
        #expect(answer.location == "/comments/1?done=recorded")
        let comment = try desk.comment(1)
        #expect(
            comment.record
                == CommentRecord(
                    kind: .request, saidOn: try #require(Day("2026-06-17")),
                    words: "Show last year beside it.\nAnd the neighbours.", measure: "MOVES",
                    assignedTo: "Head of Inclusion", due: Day("2026-08-31"), answer: nil,
                    answeredOn: nil))
        #expect(comment.report.title == "Children: year-end report 2025/26")
        #expect(comment.report.board == "Harbour Committee")
        let entry = try #require(try desk.portal.trail(.commentRecorded).first)
        #expect(entry.subject == "1")
        #expect(entry.actor == "olga")
        #expect(entry.after?.contains("And the neighbours.") == true)
        #expect(entry.after?.contains("children-year-end-2025-26") == true)
    }

    @Test mutating func `the form offers the report’s measures and the meeting’s day`() throws {
        let page = try desk.officer.get(new).main
        #expect(page.first("form")?.fields["said-on"] == "17 June 2026")
        let codes = page.all("option").compactMap { $0["value"] }
        #expect(codes == ["", "MOVES", "HEARD"])
        #expect(page.all("optgroup").allSatisfy { $0["label"]?.isEmpty == false })
        #expect(page.text.contains("Everybody can read this."))
    }

    @Test(arguments: ["kind", "words", "said-on", "measure", "assigned", "due"])
    mutating func `nonsense in a field is told, kept and not recorded`(field: String) throws {
        for text in Nonsense.texts + ["31 December 9999", "2026-07-16"] {
            var typed = Self.typed
            typed[field] = text
            let answer = try desk.officer.post(new, typed)
            // Words may say anything, and what is optional may be left out.
            if answer.status == .seeOther {
                #expect(field != "kind" && field != "said-on", "\(text.prefix(20))")
                continue
            }
            #expect(answer.status == .unprocessableContent, "\(field): \(text.prefix(20))")
            let page = try answer.page
            #expect(page.first("title")?.text.hasPrefix("Error: ") == true)
            #expect(page.first(class: "errors")?.first("a")?["href"] == "#\(field)")
            #expect(page.element(id: field) != nil)
        }
        #expect(desk.portal.log.lines == [])
    }

    @Test mutating func `what cannot be is refused in words`() throws {
        for (field, text, words) in [
            ("words", " ", "Enter what the committee said"),
            ("words", String(repeating: "x", count: 2_001), "It has 2,001"),
            ("said-on", "16 July 2026", "must be today or in the past"),
            ("said-on", "", "Enter the date on which it was said"),
            ("due", "16 June 2026", "must not be before the day on which it was said"),
            ("due", "soon", "must be a date"), ("measure", "ATTEND", "Choose a measure"),
            ("kind", "order", "Choose whether it is a comment or a request"),
            ("assigned", String(repeating: "x", count: 101), "100 characters or fewer"),
        ] {
            var typed = Self.typed
            typed[field] = text
            let answer = try desk.officer.post(new, typed)
            #expect(answer.status == .unprocessableContent, "\(field) \(text.prefix(20))")
            #expect(try answer.text.contains(words), "\(field) \(text.prefix(20))")
        }
        #expect(try desk.portal.database().comments().isEmpty)
    }

    @Test mutating func `a form that is sent twice records once`() throws {
        let form = try desk.officer.form(to: new, on: new).merging(Self.typed) { $1 }
        #expect(desk.officer.send(new, form).status == .seeOther)
        #expect(desk.officer.send(new, form).location == "/comments/1?done=recorded")
        #expect(try desk.portal.database().comments().count == 1)
    }

    @Test mutating func `only what has been published can be spoken of`() throws {
        #expect(desk.officer.get("/reports/nowhere/comments/new").status == .notFound)
        let desk = try ReportDesk(over: self.desk.portal)
        var lead = desk.lead
        let answer = lead.get(EditionLinks.newComment(desk.slug))
        #expect(answer.status == .notFound)
        #expect(try answer.text.contains("The report has not been published"))
    }

    @Test mutating func `an answer is given, changed and found in the history`() throws {
        let id = try desk.record("Why?", due: "2026-07-14")
        let path = EditionLinks.comment(id)
        #expect(try desk.officer.get(path).main.text.contains("Overdue"))
        #expect(
            try desk.officer.post(path, ["answer": "It was the winter."]).location
                == "\(path)?done=saved")
        let page = try desk.officer.get(path + "?done=saved").main
        #expect(page.facts["Answer"] == "It was the winter. Answered on 15 July 2026")
        #expect(page.facts["State"] == "Answered")
        _ = try desk.officer.post(path, ["answer": "It was the flu."])
        #expect(try desk.comment(id).record.answer == "It was the flu.")
        #expect(try desk.comment(id).revision == 3)
        let history = try #require(try desk.officer.get(path).main.section("history")?.text)
        #expect(history.contains("It was the winter. → It was the flu."))
        let entries = try desk.portal.trail(.commentAnswered)
        #expect(entries.map(\.subject) == ["\(id)", "\(id)"])
        #expect(entries.last?.before?.contains("winter") == true)
        #expect(entries.last?.after?.contains("flu") == true)
    }

    @Test mutating func `what is as it was is not written down`() throws {
        let id = try desk.record("Why?", answer: "Because.")
        #expect(try desk.officer.post(EditionLinks.comment(id), [:]).status == .seeOther)
        #expect(try desk.comment(id).revision == 1)
        #expect(try desk.comment(id).record.answeredOn == Day("2026-07-01"))
        #expect(try desk.portal.trail(.commentChanged).isEmpty)
    }

    @Test mutating func `others can be asked, and what was recorded put right`() throws {
        let id = try desk.record("Why", measure: "GONE")
        let path = EditionLinks.comment(id)
        _ = try desk.officer.post(
            path, ["assigned": "Head of SEND", "due": "1 Sept 2026", "words": "Why?"])
        // September is named by its first three letters.
        #expect(try desk.comment(id).revision == 1)
        _ = try desk.officer.post(
            path, ["assigned": "Head of SEND", "due": "1 sep 2026", "words": "Why?"])
        let record = try desk.comment(id).record
        #expect(record.assignedTo == "Head of SEND")
        #expect(record.due == Day("2026-09-01"))
        #expect(record.words == "Why?")
        #expect(record.measure == "GONE", "kept though the catalogue has it no more")
        #expect(try desk.portal.trail(.commentChanged).count == 1)
    }

    @Test mutating func `who comes second is shown both, and loses nothing`() throws {
        let id = try desk.record("Why?")
        let path = EditionLinks.comment(id)
        let old = try desk.officer.form(to: path, on: path)
        _ = try desk.officer.post(path, ["answer": "Theirs"])
        let answer = desk.officer.send(path, old.merging(["answer": "Mine"]) { $1 })
        #expect(answer.status == .conflict)
        let clash = try #require(try answer.main.first(class: "committee-clash")?.text)
        #expect(clash.contains("Theirs") && clash.contains("Mine"))
        #expect(try desk.comment(id).record.answer == "Theirs")
        let form = try #require(try answer.main.first("form")).fields
        #expect(desk.officer.send(path, form).status == .seeOther)
        #expect(try desk.comment(id).record.answer == "Mine")
    }

    @Test(arguments: ["answer", "due", "revision", "said-on", "kind", "measure", "words"])
    mutating func `nonsense for a comment that there is never breaks the page`(
        field: String
    ) throws {
        let id = try desk.record("Why?")
        for text in Nonsense.texts {
            let answer = try desk.officer.post(
                EditionLinks.comment(id), ["answer": "x"].merging([field: text]) { $1 })
            #expect(
                [.seeOther, .unprocessableContent, .conflict].contains(answer.status),
                "\(field): \(text.prefix(20))")
            if answer.status != .seeOther { _ = try answer.page }
        }
        #expect(desk.portal.log.lines == [])
    }

    @Test mutating func `there is no comment under another address`() throws {
        for text in ["0", "1", "01", "x", "99999999999999999999", "-1"] {
            #expect(desk.officer.get("/comments/\(text)").status == .notFound, "\(text)")
        }
    }

    @Test mutating func `the list has what is late first and what is answered last`() throws {
        try desk.record("Answered long ago", answer: "Yes", on: "2026-06-20")
        try desk.record("No date")
        try desk.record("In time", due: "2026-08-01")
        try desk.record("Late", due: "2026-07-01")
        try desk.record("Answered lately", answer: "Yes", on: "2026-07-14")
        let page = try desk.officer.get("/comments").main
        #expect(
            page.all("tbody").flatMap { $0.all("tr") }.map { $0.first(class: "sub")?.text } == [
                "Late", "In time", "No date", "Answered lately", "Answered long ago",
            ])
        #expect(
            page.first(class: "lede")?.text
                == "3 without an answer, 1 of them overdue. 2 answered.")
        for (query, count) in [
            ("state=open", 3), ("state=overdue", 1), ("state=answered&portfolio=Children", 2),
        ] {
            let chosen = try desk.officer.get("/comments?\(query)").main
            #expect(chosen.all("tbody").flatMap { $0.all("tr") }.count == count, "\(query)")
        }
        let file = desk.officer.get("/comments?state=overdue&format=csv").source
        #expect(file.split(separator: "\r\n").count == 2)
        #expect(file.contains("2026-07-01,Overdue"))
    }

    @Test mutating func `nonsense for a filter is not found, and nothing recorded is said`() throws
    {
        #expect(
            try desk.officer.get("/comments").main.text.contains("Nothing has been recorded yet."))
        for query in ["state=x", "portfolio=x", "page=0", "page=2", "page=x"] {
            #expect(desk.officer.get("/comments?\(query)").status == .notFound, "\(query)")
        }
    }

    @Test mutating func `the pages ask few questions, however much was said`() throws {
        for number in 1...60 { try desk.record("Number \(number)", measure: "MOVES") }
        let count = try StatementCount(desk.portal)
        for path in [
            "/comments", "/comments?page=2", "/comments/1", new, "/measures/moves-in-care",
        ] {
            let (answer, statements) = count.answer(path, token: desk.officer.token)
            #expect(answer.status == .ok, "\(path)")
            #expect(statements <= StatementCount.most + 2, "\(path): \(statements)")
        }
    }
}

import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct ReminderRoutesTests {
    private static let path = "/rounds/1/reminders"

    private func rounds(
        _ program: TestMailProgram? = nil, today: String = "2026-07-15"
    ) throws -> RoundTesting {
        let rounds = try RoundTesting(today: today) { settings in
            settings.sendmail = program?.program
            settings.origin = "https://portal.example.org"
        }
        try rounds.officer("ana", for: .service("Family service"))
        try rounds.officer("ben", for: .measure("PLANS"))
        try rounds.portal.openRound(by: rounds.lead)
        return rounds
    }

    @Test func `officers are listed with what is not in yet`() throws {
        var rounds = try rounds(today: "2026-08-20")
        try rounds.portal.database().run(
            "UPDATE return_entry SET due_on = due_on + 30 WHERE measure = 'PLANS'")
        let main = try rounds.lead.get(Self.path).main
        let rows = main.first("tbody")?.all("tr").map(\.text) ?? []
        #expect(rows.count == 2)
        #expect(rows.first?.contains("1 late") == true)
        #expect(rows.last?.contains("1 due") == true)
        #expect(
            rows.first?.contains("Home visits: due 14 August 2026, 6 days late") == true)
        #expect(rows.first?.contains("https://portal.example.org/returns") == true)
        #expect(main.text.contains("Nobody enters 3 of these figures"))
    }

    @Test func `without a mail program there is a list to copy, and links`() throws {
        var rounds = try rounds()
        let main = try rounds.lead.get(Self.path).main
        #expect(main.text.contains("ana@example.org, ben@example.org"))
        let link = main.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("mailto:ana@") }
        #expect(link?.contains("?subject=1%20figure%20to%20enter") == true)
        #expect(link?.contains("%0D%0A") == true)
        let token = try #require(rounds.lead.token)
        let form = TestForm(Self.path, token, ["do": "all"])
        let answer = rounds.lead.ask(form.request)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults().first?.hasPrefix("This portal sends no mail.") == true)
    }

    @Test func `all are mailed, and it is written down`() throws {
        let program = try TestMailProgram()
        var rounds = try rounds(program)
        let answer = try rounds.lead.post(Self.path, ["do": "all"])
        #expect(answer.location == "\(Self.path)?done=sent")
        let mails = try program.mails
        #expect(mails.count == 2)
        #expect(mails.contains { $0.contains("To: \"Ana\" <ana@example.org>") })
        #expect(mails.allSatisfy { $0.hasPrefix("-t -oi\n") })
        let page = try rounds.lead.get("\(Self.path)?done=sent").main
        #expect(page.first(class: "banner")?.text == "2 reminders sent.")
        #expect(page.section("sent")?.all("tr").count == 3)
        let trail = try rounds.portal.trail(.remindersSent)
        #expect(trail.map(\.after) == [#"{"people":"ana, ben"}"#])
    }

    @Test func `only those ticked are mailed, and once`() throws {
        let program = try TestMailProgram()
        var rounds = try rounds(program)
        let form = try rounds.lead.form(to: Self.path, on: Self.path)
            .merging(["do": "chosen", "to/ben": "yes"]) { $1 }
        #expect(rounds.lead.send(Self.path, form).status == .seeOther)
        #expect(rounds.lead.send(Self.path, form).status == .seeOther)
        #expect(try program.mails.count == 1)
        #expect(try program.mails.first?.contains("ben@example.org") == true)
    }

    @Test func `what failed is shown with the reason`() throws {
        let program = try TestMailProgram("exit 75")
        var rounds = try rounds(program)
        _ = try rounds.lead.post(Self.path, ["do": "all"])
        let page = try rounds.lead.get("\(Self.path)?done=sent").main
        #expect(
            page.first(class: "banner")?.text.hasPrefix("0 reminders sent, 2 not sent.") == true)
        #expect(
            page.section("sent")?.text.contains("could not take it now. Try again later.") == true)
    }

    @Test func `a name is no field, and an address that is none is not mailed to`() throws {
        let program = try TestMailProgram()
        var rounds = try rounds(program)
        let database = try rounds.portal.database()
        try database.run(
            "UPDATE person SET name = \("Ana\r\nBcc: all@example.org") WHERE user_name = 'ana'")
        try database.run("UPDATE person SET email = 'ben,x@example.org' WHERE user_name = 'ben'")
        _ = try rounds.lead.post(Self.path, ["do": "all"])
        let mails = try program.mails
        #expect(mails.count == 1)
        let head =
            mails.first?.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty } ?? []
        #expect(!head.contains { $0.hasPrefix("Bcc") })
        #expect(
            try rounds.lead.get(Self.path).text.contains(
                "The mail program cannot be given this address."))
    }

    @Test func `nonsense is told in plain words, and nobody is mailed`() throws {
        let program = try TestMailProgram()
        var rounds = try rounds(program)
        for text in Nonsense.texts {
            let act = try rounds.lead.post(Self.path, ["do": text])
            #expect(act.status == .unprocessableContent, "\(text.prefix(20))")
            let person = try rounds.lead.post(Self.path, ["do": "chosen", "to/\(text)": "yes"])
            #expect(person.status == .unprocessableContent, "\(text.prefix(20))")
        }
        #expect(
            try rounds.lead.post(Self.path, ["do": "chosen"]).faults()
                == ["Tick who is to be reminded"])
        // Somebody who is there and enters nothing of it.
        #expect(
            try rounds.lead.post(Self.path, ["do": "chosen", "to/lea": "yes"]).status
                == .unprocessableContent)
        #expect(try program.mails.isEmpty)
        #expect(try rounds.count("SELECT count(*) AS n FROM reminder") == 0)
    }

    @Test func `nobody is reminded of a round that is closed or not open yet`() throws {
        let program = try TestMailProgram()
        var rounds = try rounds(program)
        let form = try rounds.lead.form(to: Self.path, on: Self.path).merging(["do": "all"]) { $1 }
        _ = try rounds.lead.post("/rounds/1/close", [:])
        #expect(try rounds.lead.get(Self.path).text.contains("closed on"))
        #expect(rounds.lead.send(Self.path, form).status == .unprocessableContent)
        try rounds.portal.database().run(
            "UPDATE collection_round SET state = 'open', opens_on = closes_on")
        #expect(try rounds.lead.get(Self.path).text.contains("open on 14 August 2026"))
        #expect(try program.mails.isEmpty)
    }

    @Test func `when all is in there is nobody to remind`() throws {
        var rounds = try rounds()
        try rounds.portal.database().run("UPDATE return_entry SET state = 'submitted'")
        #expect(try rounds.lead.get(Self.path).text.contains("There is nobody to remind."))
    }

    @Test func `a lead reminds of what they approve`() throws {
        let program = try TestMailProgram()
        let rounds = try rounds(program)
        var part = try rounds.lead(for: .service("Family service"))
        _ = try part.post(Self.path, ["do": "all"])
        #expect(try program.mails.count == 1)
        #expect(try program.mails.first?.contains("ana@example.org") == true)
    }

    @Test func `a disabled officer is not reminded`() throws {
        var rounds = try rounds()
        try rounds.portal.database().run(
            "UPDATE person SET state = 'disabled' WHERE user_name = 'ana'")
        let text = try rounds.lead.get(Self.path).text
        #expect(!text.contains("ana@example.org"))
        #expect(text.contains("Nobody enters 4 of these figures"))
    }

    @Test func `mails that no time is left for are said to be so`() throws {
        let rounds = try rounds()
        let program = MailProgram(path: "/bin/true")
        var settings = rounds.portal.settings
        settings.sendmail = program
        let post = ReminderPost(settings: settings, now: 0, address: "https://x.example/returns")
        var told: [String?] = []
        let round = try #require(try rounds.portal.database().round(1))
        let entries = try rounds.portal.database().entries(.ofRound(1), on: settings.today())
        let officers = FigureOfficers(try rounds.portal.database().people())
        let all = Reminder.all(round, entries, officers, on: settings.today())
        post.send(all, within: 0) { told.append($1) }
        #expect(
            told == [
                "There was no time left for it. Send it again.",
                "There was no time left for it. Send it again.",
            ])
    }
}

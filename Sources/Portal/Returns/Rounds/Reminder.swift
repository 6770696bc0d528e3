import Scorecard

/// What an officer is to be reminded of: their figures of a round that are not in yet.
struct Reminder {
    /// More measures than these are only counted in a mail.
    static let most = 20

    let person: Person
    let round: CollectionRound
    let entries: [ReturnEntry]
    let today: Day

    /// The reminders of a round, by the names of officers.
    ///
    /// An entry that several officers may enter is in the reminder of each.
    static func all(
        _ round: CollectionRound, _ entries: [ReturnEntry], _ officers: FigureOfficers, on day: Day
    ) -> [Reminder] {
        let unfinished = entries.filter(\.state.isOpen)
        return officers.all.compactMap { person in
            let own = unfinished.filter { entry in
                officers.covering(entry.measure.ownership).contains { $0.id == person.id }
            }
            guard !own.isEmpty else { return nil }
            return Reminder(person: person, round: round, entries: own, today: day)
        }
    }

    var late: [ReturnEntry] { entries.filter { $0.isLate(on: today) } }
    var sentBack: [ReturnEntry] {
        entries.filter { $0.state == .sentBack && !$0.isLate(on: today) }
    }
    var due: [ReturnEntry] {
        entries.filter { $0.state != .sentBack && !$0.isLate(on: today) }
    }

    var subject: String {
        let label = round.period.shortLabel
        return late.isEmpty
            ? "\(entries.count.counted("figure")) to enter for \(label) by \(round.closesOn.label)"
            : "\(late.count.counted("figure")) for \(label) \(late.count == 1 ? "is" : "are") late"
    }

    /// The text of the mail: titles and days, and no figure.
    ///
    /// - Parameters:
    ///   - address: Where returns are entered.
    ///   - sender: Who sends it.
    /// - Returns: Its lines.
    func body(address: String, sender: String) -> String {
        var lines = [
            "Hello \(person.name)", "",
            "\(entries.count == 1 ? "1 figure" : "\(entries.count) figures") that you enter for "
                + "\(round.period.label) \(entries.count == 1 ? "is" : "are") not in yet.",
        ]
        for (heading, entries) in [("Late", late), ("Sent back to you", sentBack), ("Due", due)]
        where !entries.isEmpty {
            lines += ["", heading] + entries.prefix(Self.most).map(line)
            if entries.count > Self.most {
                lines.append("- and \((entries.count - Self.most).counted("other"))")
            }
        }
        lines += ["", "Enter them at \(address)", "", "Returns close on \(round.closesOn.label)."]
        if let note = round.note { lines += ["", note] }
        return (lines + ["", sender]).joined(separator: "\n")
    }

    private func line(_ entry: ReturnEntry) -> String {
        let title = entry.measure.facts.title
        let period = entry.period == round.period ? "" : " \(entry.period.inSentence)"
        let late = entry.dueOn.lateness(on: today).map { ", \($0)" } ?? ""
        return "- \(title)\(period): due \(entry.dueOn.label)\(late)"
    }
}

/// A mail of a reminder, and what became of it.
struct SentReminder {
    let person: Int64
    let name: String
    let at: Int
    /// What went wrong, if it was not taken.
    let problem: String?

    /// What is kept until the mail program has answered.
    static let underWay = "Sending was interrupted."
}

/// Writes reminders as mails and hands them to the system.
struct ReminderPost {
    /// How long sending may keep a thread, in milliseconds; each mail has less.
    static let patience = 30_000

    let settings: Settings
    let now: Int
    /// Where returns are entered.
    let address: String

    var sender: String { settings.contact.team ?? settings.service }

    func body(_ reminder: Reminder) -> String { reminder.body(address: address, sender: sender) }

    func mail(_ reminder: Reminder) -> MailMessage {
        let person = reminder.person
        let host = address.split(separator: "/").dropFirst().first.map { text in
            String(text.prefix { $0 != ":" })
        }
        return MailMessage(
            from: settings.contact.email.map { MailMessage.Mailbox(name: sender, address: $0) },
            to: MailMessage.Mailbox(name: person.name, address: person.details.email),
            subject: reminder.subject, body: body(reminder), date: now,
            identity: Base64URL.text(settings.random(16)), host: host ?? "localhost")
    }

    /// Sends reminders one after the other, and tells of each what went wrong, if anything did.
    func send(
        _ reminders: [Reminder], within patience: Int = patience,
        _ tell: (Reminder, String?) throws -> Void
    ) rethrows {
        guard let program = settings.sendmail else { return }
        let stopwatch = Stopwatch()
        for reminder in reminders {
            let mail = mail(reminder)
            let left = patience - stopwatch.milliseconds
            if !mail.to.isPlain {
                try tell(reminder, "The mail program cannot be given this address.")
            } else if left <= 0 {
                try tell(reminder, "There was no time left for it. Send it again.")
            } else {
                try tell(reminder, program.send(mail, within: min(left, MailProgram.patience)))
            }
        }
    }
}

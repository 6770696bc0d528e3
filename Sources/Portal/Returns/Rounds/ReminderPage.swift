import Mustache
import Scorecard

/// Whom to remind of a round, in which words, and who was reminded when.
struct ReminderPage: Page {
    static let template = "returns/reminders"
    let section: Section? = nil
    var address: String? { ReturnLinks.reminders(ofRound: round.id) }
    var summary: String { "Who is to be reminded of returns for \(round.period.label)." }
    let round: CollectionRound
    let reminders: [Reminder]
    let sent: [SentReminder]
    let post: ReminderPost
    var ticked: Set<String> = []
    var faults = FieldFaults(all: [])
    /// Whether reminders have just been sent.
    var isDone = false
    /// How many figures that are not in yet nobody enters.
    let lonely: Int

    var values: TemplateRecord {
        let last = Dictionary(sent.map { ($0.person, $0) }) { first, _ in first }
        let today = reminders.first?.today ?? post.settings.today()
        let isOpen = round.isOpen(on: today)
        var values: TemplateRecord = [
            "crumbs": [Links.home, Visit.rounds, round.link].template,
            "label": .text(round.period.label),
            "action": .text(ReturnLinks.reminders(ofRound: round.id)),
            "sends": .flag(post.settings.sendmail != nil),
            "isOpen": .flag(isOpen),
            "notOpenWords": .text(
                round.closedWords
                    ?? "Returns for \(round.period.label) open on \(round.opensOn.label)."),
            "nobodyWords": lonely == 0 ? .absent : .text(RoundChoiceSection.nobody(lonely)),
            "nobodyHref": .text(
                AddressQuery(path: ReturnLinks.round(round.id), [("show", "nobody")]).text),
            "done": isDone ? .text(doneWords) : .absent,
            "hasRows": .flag(!reminders.isEmpty && isOpen),
            "caption": .text(
                reminders.count == 1 ? "1 person to remind" : "\(reminders.count) people to remind"
            ),
            "rows": .list(reminders.map { row($0, last[$0.person.id]) }),
            "addresses": .text(
                reminders.map(\.person.details.email).joined(separator: ", ")),
            "hasSent": .flag(!sent.isEmpty),
            "sent": .list(
                sent.map { sent in
                    [
                        "name": .text(sent.name), "at": .text(MomentWords.dayAndTime(sent.at)),
                        "problem": sent.problem.template,
                    ]
                }),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    /// What became of those sent together last.
    private var doneWords: String {
        let moment = sent.first?.at
        let batch = sent.filter { $0.at == moment }
        let failed = batch.count { $0.problem != nil }
        let taken = (batch.count - failed).counted("reminder")
        return failed == 0
            ? "\(taken) sent."
            : "\(taken) sent, \(failed) not sent. The list below says why."
    }

    private func row(_ reminder: Reminder, _ last: SentReminder?) -> TemplateValue {
        let (person, body) = (reminder.person, post.body(reminder))
        let email = person.details.email
        return [
            "id": .text(ReminderForm.name(of: person)),
            "name": .text(person.name),
            "email": .text(email),
            "ticked": .flag(ticked.contains(person.userName)),
            "late": reminder.late.isEmpty ? .absent : .text("\(reminder.late.count)"),
            "sentBack": reminder.sentBack.isEmpty
                ? .absent : .text("\(reminder.sentBack.count) sent back"),
            "due": reminder.due.isEmpty ? .absent : .text("\(reminder.due.count) due"),
            "last": last.map { .text(MomentWords.dayAndTime($0.at)) } ?? .absent,
            "problem": (last?.problem).template,
            "subject": .text(reminder.subject),
            "body": .text(body),
            "mailto": .text(Self.mailto(email, reminder.subject, body)),
        ]
    }

    /// An address that begins a mail in the reader's own program (RFC 6068).
    private static func mailto(_ email: String, _ subject: String, _ body: String) -> String {
        let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .joined(separator: "\r\n")
        return "mailto:\(escaped(email, "@"))?subject=\(escaped(subject))&body=\(escaped(lines))"
    }

    private static func escaped(_ text: String, _ plain: Character? = nil) -> String {
        let digits = Array("0123456789ABCDEF")
        var escaped = ""
        for byte in text.utf8 {
            let character = Character(Unicode.Scalar(byte))
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: escaped.append(character)
            case _ where byte < 0x80 && character == plain: escaped.append(character)
            default:
                escaped += "%"
                escaped.append(digits[Int(byte >> 4)])
                escaped.append(digits[Int(byte & 15)])
            }
        }
        return escaped
    }
}

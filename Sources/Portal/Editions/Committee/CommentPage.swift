import Mustache
import Scorecard

/// What a committee said, what was answered, and how both came to be as they are; with a form for
/// the answer.
struct CommentPage: Page {
    /// What has just been done.
    enum Done: String {
        case recorded
        case saved

        var words: String {
            switch self {
            case .recorded:
                "It is recorded. Everybody can read it on the page of the report."
            case .saved: "It is saved. Everybody can read it as it stands now."
            }
        }

        func address(_ comment: Int64) -> String {
            AddressQuery(path: EditionLinks.comment(comment), [("done", rawValue)]).text
        }
    }

    static let template = "committee/show"
    let section: Section? = .reports
    var address: String? { EditionLinks.comment(comment.id) }
    var summary: String { "\(comment.heading), said of \(comment.report.title)." }
    let comment: CommitteeComment
    let measures: [CommentableMeasure]
    /// The newest first.
    let history: [CommentEvent]
    let form: CommentForm
    let today: Day
    var faults = FieldFaults(all: [])
    /// Whether somebody else has changed the comment since the form was drawn.
    var isClash = false
    var done: Done?

    var values: TemplateRecord {
        let (record, state) = (comment.record, comment.state(on: today))
        let fields = section(form)
        var values: TemplateRecord = [
            "crumbs": [Links.home, Links.reports, EditionLinks.comments].template,
            "title": .text("\(comment.heading), number \(comment.id)"),
            "heading": .text(
                isClash ? "Somebody else has changed this meanwhile" : comment.heading),
            "done": (done?.words).template,
            "words": .text(record.words),
            "reportHref": .text(Links.report(comment.report.slug)),
            "report": .text(comment.report.title),
            "board": comment.report.board.template,
            "about": (comment.about?.words).template,
            "aboutHref": (comment.about?.slug).map { .text(Links.measure($0)) } ?? .absent,
            "assigned": .text(record.assignedTo ?? "Nobody yet"),
            "due": .text(record.due?.label ?? "No date set"),
            "late": record.answer == nil ? (record.due?.lateness(on: today)).template : .absent,
            "tag": .text(state.words),
            "look": .text(state.look),
            "answer": record.answer.template,
            "answeredOn": (record.answeredOn?.label).template,
            "action": .text(EditionLinks.comment(comment.id)),
            // After a clash the form is drawn over the comment as it is now.
            "revision": .text("\((isClash ? comment.revision : form.revision) ?? 0)"),
            "isClash": .flag(isClash),
            "differences": .list(isClash ? differences : []),
            "answering": .list([fields.answer, fields.assigned, fields.due].map(\.values)),
            "isOpen": .flag(isClash || !faults.all.isEmpty),
            "cancelHref": .text(EditionLinks.comments.href),
            "history": .list(history.map(Self.event)),
        ]
        values.append(contentsOf: fields.values)
        values.append(contentsOf: faults.values)
        return values
    }

    private func section(_ form: CommentForm) -> CommentFieldsSection {
        CommentFieldsSection(
            form: form, measures: measures, about: comment.about, faults: faults)
    }

    /// What is saved and what was typed, field by field.
    private var differences: [TemplateValue] {
        zip(section(CommentForm(comment)).shown, section(form).shown).map { saved, typed in
            [
                "label": .text(saved.label), "saved": .text(saved.text),
                "typed": .text(typed.text), "differs": .flag(saved.text != typed.text),
            ]
        }
    }

    private static func event(_ event: CommentEvent) -> TemplateValue {
        let members = (event.after ?? event.before)?.members ?? []
        return [
            "at": .text(MomentWords.dayAndTime(event.at)),
            "who": .text(event.who),
            "action": .text(event.action.capitalisedFirst),
            "changes": .list(
                members.compactMap { member in
                    let (old, new) = (event.before?[member.name], event.after?[member.name])
                    guard old != new else { return nil }
                    return [
                        "label": .text(labels[member.name] ?? member.name),
                        "before": event.before == nil ? .absent : .text(shown(old)),
                        "after": .text(shown(new)),
                    ]
                }),
        ]
    }

    private static func shown(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "Nothing" }
        return Day(text)?.label ?? text
    }

    private static let labels: [String: String] = [
        "report": "Report", "kind": "It is a", "said_on": "Said on",
        "words": "What the committee said", "measure": "About measure",
        "assigned_to": "Who is to answer", "due_on": "Answer by",
        "answer": "Answer", "answered_on": "Answered on",
    ]
}

import Mustache
import Scorecard

/// A return in a list of what is owed.
struct TaskSection {
    let task: ReturnTask
    let today: Day

    /// What the row of the list and the first page name.
    var values: TemplateRecord {
        let progress = task.progress
        let sentBack = task.entries.filter { $0.step.isEditable && $0.step.state == .sentBack }
        return [
            "href": .text(ReturnLinks.grid(task.id)),
            "title": .text(task.title),
            "period": .text(task.round.period.label),
            "due": .text((progress.dueOn ?? task.round.closesOn).label),
            "dueWords": .text(
                progress.dueOn?.dueWords(on: today) ?? task.round.closesOn.label),
            "isLate": .flag(progress.isLate(on: today)),
            "stateWords": .text(progress.tag.words),
            "stateLook": .text(progress.tag.look),
            "progress": .text(progress.words),
            "isOwed": .flag(progress.isOwed),
            "canBeSubmitted": .flag(progress.canBeSubmitted),
            "checkHref": .text(ReturnLinks.check(task.id)),
            "historyHref": .text(ReturnLinks.history(task.id)),
            "figuresHref": .text(
                AddressQuery(
                    path: ReturnLinks.returns, [("return", "\(task.id)")]
                ).text + "#figures"),
            "templateHref": .text(
                AddressQuery(
                    path: ReturnLinks.template, [("format", "xlsx"), ("return", "\(task.id)")]
                ).text),
            "hasSentBack": .flag(!sentBack.isEmpty),
            "sentBack": .list(
                sentBack.map { entry in
                    [
                        "href": .text(ReturnLinks.entry(entry.id, in: task.id)),
                        "title": .text(entry.title),
                        "words": entry.sentBackWords.template,
                    ]
                }),
        ]
    }
}

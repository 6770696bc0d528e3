import Mustache
import Scorecard

/// What an officer owes: their returns, and the figures of one of them.
struct TaskListPage: Page {
    static let template = "returns/index"
    let section: Section? = .returns
    let address: String? = ReturnLinks.returns
    let summary = "The returns that you enter figures for, and when they are due."
    let tasks: [ReturnTask]
    let today: Day
    /// The return whose figures are told, with what is known of each.
    let figures: TaskFigures?

    var values: TemplateRecord {
        let groups = ReturnTask.Group.allCases.compactMap(group)
        let opening = tasks.filter { $0.round.opensOn > today }.min {
            $0.round.opensOn < $1.round.opensOn
        }
        return [
            "crumbs": [Links.home].template,
            "isNothingDue": .flag(tasks.owed(on: today).isEmpty),
            "opening": opening.map {
                TemplateValue.text(
                    "Returns for \($0.round.period.label) open on \($0.round.opensOn.label).")
            } ?? .absent,
            "groups": .list(groups),
            "figures": figures.map { .record($0.values(on: today)) } ?? .absent,
            "uploadHref": .text(ReturnLinks.newUpload),
            "uploadsHref": .text(ReturnLinks.uploads),
            "calendarHref": .text(ReturnLinks.calendar),
        ]
    }

    private func group(_ group: ReturnTask.Group) -> TemplateValue? {
        let due = tasks.due(group, on: today)
        guard !due.isEmpty else { return nil }
        return [
            "id": .text("\(group)"),
            "heading": .text(group.heading),
            "caption": .text(due.count.counted("return")),
            "tasks": .list(due.map { .record(TaskSection(task: $0, today: today).values) }),
        ]
    }
}

/// The figures of one return that somebody enters, with what is known of each.
struct TaskFigures {
    let task: ReturnTask
    let entries: [ReturnEntry]
    let pasts: EntryPasts

    fileprivate func values(on today: Day) -> TemplateRecord {
        let shared = SharedNumbers(entries)
        return [
            "returnTitle": .text(task.title),
            "returnHref": .text(ReturnLinks.grid(task.id)),
            "returnPeriod": .text(task.round.period.label),
            "count": .text(entries.count.counted("measure")),
            "entries": .list(
                entries.map { entry in
                    let past = pasts[entry.measure.facts.id] ?? EntryPast()
                    let section = EntrySection(
                        check: EntryCheck(entry, past), past: past, shared: shared,
                        isChecked: false, today: today)
                    return .record(section.values)
                }),
        ]
    }
}

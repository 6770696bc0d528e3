import Charts
import Mustache
import Scorecard

/// How far a round is: for the lead who looks after it.
struct RoundPage: SheetPage {
    /// What has just been done.
    enum Done: String {
        case opened
        case changed
        case closed
        case reopened
        case added
        case published

        var words: String {
            switch self {
            case .opened: "The round is open. Its officers find it under “Your returns”."
            case .changed: "The dates and the note are saved."
            case .closed: "The round is closed. Officers can no longer enter figures."
            case .reopened: "The round is open again."
            case .added: "The measures are added."
            case .published: "The figures are published. Everybody can see them now."
            }
        }

        /// The page of a round that says so.
        func address(_ round: Int64) -> String {
            AddressQuery(path: ReturnLinks.round(round), [("done", rawValue)]).text
        }
    }

    static let template = "returns/round"
    let section: Section? = nil
    var address: String? { ReturnLinks.round(progress.round.id) }
    var summary: String { "How far the returns for \(progress.round.period.label) are." }
    let progress: RoundProgress
    let grouping: RoundProgress.Grouping
    let choice: RoundProgress.Choice
    /// Whether the round asks for nothing that others approve.
    let isWhole: Bool
    let done: Done?

    private var round: CollectionRound { progress.round }
    private var today: Day { progress.today }

    var values: TemplateRecord {
        let (counts, course) = (progress.counts, round.course(on: today))
        let lonely = progress.chosen(.nobody).count
        let listed = progress.chosen(choice)
        var values: TemplateRecord = [
            "crumbs": [Links.home, Visit.rounds].template,
            "done": (done?.words).template,
            "label": .text(round.period.label),
            "opens": .text(round.opensOn.label),
            "opensDistance": round.opensOn > today
                ? .text(round.opensOn.distance(from: today)) : .absent,
            "closes": .text(round.closesOn.label),
            "closesDistance": course == .closed
                ? .absent : .text(round.closesOn.distance(from: today)),
            "tag": .text(course.words),
            "look": .text(course.look),
            "closedOn": round.closedAt.map { .text(MomentWords.day($0)) } ?? .absent,
            "sent": .text("\(counts.sent) of \(counts.all) figures"),
            "note": round.note.template,
            "isPart": .flag(!isWhole),
            "nobodyWords": lonely == 0 ? .absent : .text(RoundChoiceSection.nobody(lonely)),
            "nobodyHref": .text(query(grouping, .nobody)),
            "bar": counts.all == 0 ? .absent : .drawing(counts.bar),
            "tally": .list(tally(counts)),
            "isEmpty": .flag(counts.all == 0),
            "groupings": .list(RoundProgress.Grouping.allCases.map(groupingLink)),
            "groupingTitle": .text(grouping.words),
            "groupingWord": .text(grouping.rawValue),
            "countsTwice": .flag(grouping != .byReturn),
            "groups": .list(progress.groups(grouping).map(group)),
            "choices": .list(RoundProgress.Choice.allCases.map(choiceLink)),
            "caption": .text(
                "\(choice.words): \(listed.isEmpty ? "none" : listed.count.counted("figure"))"),
            "hasRows": .flag(!listed.isEmpty),
            "rows": .list(listed.map(row)),
        ]
        values.append(contentsOf: links(counts))
        return values
    }

    /// What can be done with the round.
    private func links(_ counts: RoundCounts) -> TemplateRecord {
        let id = round.id
        return [
            "approvalsHref": counts[.submitted] == 0 ? .absent : .text(ReturnLinks.approvals),
            "approvalsCount": .text("\(counts[.submitted])"),
            "publicationHref": counts[.approved] == 0
                ? .absent : .text(ReturnLinks.publication(id)),
            "publicationCount": .text("\(counts[.approved])"),
            "remindersHref": counts.unfinished > 0 && round.isOpen(on: today)
                ? .text(ReturnLinks.reminders(ofRound: id)) : .absent,
            "measuresHref": round.state == .open
                ? .text(ReturnLinks.measures(ofRound: id)) : .absent,
            "datesHref": isWhole ? .text(ReturnLinks.dates(ofRound: id)) : .absent,
            "closeHref": isWhole && round.state == .open ? .text(ReturnLinks.close(id)) : .absent,
            "reopenHref": isWhole && round.state == .closed
                ? .text(ReturnLinks.reopen(id)) : .absent,
        ]
    }

    private func tally(_ counts: RoundCounts) -> [TemplateValue] {
        RoundCounts.order.map { state in
            [
                "count": .text("\(counts[state])"), "words": .text(state.words.lowercasedFirst),
                "look": .text("far-\(state.rawValue)"),
            ]
        }
    }

    private func group(_ group: RoundProgress.Group) -> TemplateValue {
        let waiting = group.counts[.submitted]
        return [
            "title": .text(group.title),
            "href": waiting > 0
                ? group.returnID.map { .text(ReturnLinks.approval($0)) } ?? .absent : .absent,
            "sent": .text("\(group.counts.sent) of \(group.counts.all)"),
            "bar": .drawing(group.counts.bar),
            "counts": .text(group.counts.words),
            "late": group.counts.late == 0 ? .absent : .text("\(group.counts.late)"),
        ]
    }

    private func row(_ entry: ReturnEntry) -> TemplateValue {
        [
            "title": .text(entry.measure.facts.title),
            "code": .text(entry.measure.facts.code),
            "period": entry.period == round.period ? .absent : .text(entry.period.shortLabel),
            "returned": .text(progress.returns[entry.returnID] ?? ""),
            "due": .text(entry.dueOn.label),
            "late": entry.state.isOpen ? entry.dueOn.lateness(on: today).template : .absent,
            "officers": progress.officers.names(covering: entry.measure.ownership).template,
            "tag": .text(entry.state.words),
            "look": .text(entry.state.look),
            "words": entry.sentBackWords.template,
        ]
    }

    private func query(
        _ grouping: RoundProgress.Grouping, _ choice: RoundProgress.Choice
    ) -> String {
        AddressQuery(
            path: ReturnLinks.round(round.id),
            [
                ("by", grouping == .byReturn ? "" : grouping.rawValue),
                ("show", choice == progress.usualChoice ? "" : choice.rawValue),
            ]
        ).text
    }

    private func groupingLink(_ other: RoundProgress.Grouping) -> TemplateValue {
        [
            "href": .text(query(other, choice)), "label": .text(other.words),
            "current": .flag(other == grouping),
        ]
    }

    private func choiceLink(_ other: RoundProgress.Choice) -> TemplateValue {
        [
            "href": .text(query(grouping, other) + "#figures"),
            "label": .text("\(other.words) (\(progress.chosen(other).count))"),
            "current": .flag(other == choice),
        ]
    }

    var sheet: Sheet {
        Sheet(
            name: "returns-\(round.period)",
            columns: [
                "round", "return", "measure_code", "measure", "period_code", "period", "due_on",
                "days_late", "state", "officers", "sent_back_because",
            ],
            rows: progress.chosen(choice).map { entry in
                let isLate = entry.isLate(on: today)
                return [
                    round.period.description, progress.returns[entry.returnID] ?? "",
                    entry.measure.facts.code, entry.measure.facts.title,
                    entry.period.description, entry.period.label, entry.dueOn.description,
                    isLate ? "\(today.days(since: entry.dueOn))" : "", entry.state.words,
                    progress.officers.names(covering: entry.measure.ownership) ?? "",
                    entry.sentBackWords ?? "",
                ]
            })
    }
}

import Mustache
import Scorecard

/// What was done for each priority.
struct ReportDeliverySection: ReportPart {
    let source: EditionSource
    private let blocks: [DeliveryBlock]
    /// The promises that were chosen.
    private let promises: [ReportedPromise]

    init(source: EditionSource) {
        self.source = source
        blocks = source.deliveryBlocks
        promises = source.delivery.promises.filter { source.content.has(.promise($0.code)) }
    }

    var values: TemplateRecord {
        [
            "blocks": .list(blocks.filter(\.isTold).enumerated().map(values)),
            "nothing": nothing.template,
            "hasPromises": .flag(!promises.isEmpty),
            "promises": .list(promises.map(values)),
        ]
    }

    var facts: [ReportFact] {
        var all = blocks.filter(\.isTold).flatMap(facts)
        if let nothing { all.append(fact("delivery", "Delivery", "nothing-written", nothing)) }
        return all + promises.flatMap(facts)
    }

    /// Of what nothing was written, in one sentence.
    private var nothing: String? {
        let ambitions = blocks.filter { $0.ambition != nil }
        guard !ambitions.isEmpty else {
            return "The scorecards of this report name no priorities to report on."
        }
        let silent = ambitions.filter { !$0.isWritten }.map(\.title)
        guard !silent.isEmpty else { return nil }
        if silent.count == ambitions.count, silent.count > 1 {
            return "Nothing was written about what was done for any of the \(silent.count) "
                + "priorities, and no projects were entered for them."
        }
        return "Nothing was written for: \(silent.joined(separator: "; "))."
    }

    private func values(_ index: Int, _ block: DeliveryBlock) -> TemplateValue {
        [
            "id": .text("delivery-\(index + 1)"),
            "title": .text(block.title),
            "lead": lead(block).template,
            "hasCounts": .flag(!block.standings.isEmpty),
            "counts": RollUp(block.standings.map(\.judgement.status)).tally,
            "paragraphs": .list(block.paragraphs.map { .text($0) }),
            "hasProjects": .flag(!block.projects.isEmpty),
            "projects": .list(block.projects.map { $0.values(on: source.day) }),
            "hasActions": .flag(!block.actions.isEmpty),
            "actions": .list(
                block.actions.map {
                    [
                        "measure": $0.measureTitle.template,
                        "action": $0.action.values(on: source.day),
                    ]
                }),
            "quiet": block.quietWords.template,
        ]
    }

    private func lead(_ block: DeliveryBlock) -> String? {
        guard let boards = block.ambition?.boards, !boards.isEmpty else { return nil }
        return "Led by \(Wording.list(boards, "and"))"
    }

    private func values(_ promise: ReportedPromise) -> TemplateValue {
        promise.promise.values(on: source.day)
    }
}

extension ReportDeliverySection {
    private func fact(
        _ subject: String, _ title: String, _ name: String, _ text: String
    ) -> ReportFact {
        ReportFact(
            section: ReportSection.delivery.rawValue, subject: subject, subjectTitle: title,
            name: name, text: text)
    }

    private func facts(_ block: DeliveryBlock) -> [ReportFact] {
        var facts: [ReportFact] = []
        let subject = block.ambition?.code ?? "other-projects"
        func add(_ name: String, _ text: String) {
            facts.append(fact(subject, block.title, name, text))
        }
        if let lead = lead(block) { add("lead", lead) }
        if !block.standings.isEmpty {
            add("counts", RollUp(block.standings.map(\.judgement.status)).words)
        }
        if !block.paragraphs.isEmpty { add("text", block.paragraphs.joined(separator: "\n")) }
        if let quiet = block.quietWords { add("left-out", quiet) }
        for project in block.projects {
            facts += project.facts(of: block.title, on: source.day).map { name, text in
                fact(project.key, project.what, name, text)
            }
        }
        for action in block.actions {
            facts += action.facts(on: source.day).map { name, text in
                fact(action.key, action.action.what, name, text)
            }
        }
        return facts
    }

    private func facts(_ chosen: ReportedPromise) -> [ReportFact] {
        let promise = chosen.promise
        let texts: [(String, String?)] = [
            ("you-said", promise.youSaid), ("evidence", promise.evidence),
            ("evidence-from", promise.evidenceFrom), ("we-will", promise.weWill),
            ("done", promise.done), ("done-date", promise.doneDate),
            ("update-due", promise.due(on: source.day)), ("measure", promise.measureTitle),
        ]
        return texts.compactMap { name, text in
            text.map { fact("promise/\(chosen.code)", promise.title, name, $0) }
        }
    }
}

extension RollUp {
    /// Every status that some measure has, worst first: `2 off target, 1 on target`.
    fileprivate var words: String {
        TargetStatus.allCases.filter { self[$0] > 0 }
            .map { "\(self[$0]) \($0.words.lowercased())" }.joined(separator: ", ")
    }
}

extension ReportProject {
    /// The values of a row of `editions/delivery-projects`.
    fileprivate func values(on day: Day) -> TemplateValue {
        [
            "what": .text(what), "owner": .text(owner.isEmpty ? "Nobody named" : owner),
            "due": .text(due.words), "status": .text(statusWords),
            "statusLook": .text(status?.look ?? "plain"), "isOverdue": .flag(isOverdue(on: day)),
            "progress": progress.isEmpty ? .absent : .text(progress),
        ]
    }

    fileprivate func facts(of objective: String, on day: Day) -> [(String, String)] {
        let texts = [
            ("what", what), ("objective", objective), ("owner", owner), ("due", due.words),
            ("status", statusWords), ("overdue", isOverdue(on: day) ? "Overdue" : ""),
            ("progress", progress),
        ]
        return texts.filter { !$0.1.isEmpty }
    }

    private var statusWords: String { status?.words ?? "Not said" }
}

extension ProjectStatus {
    /// The ending of the class of its tag.
    fileprivate var look: String {
        switch self {
        case .notStarted: "plain"
        case .underWay, .onTrack: "draft"
        case .atRisk: "back"
        case .late: "late"
        case .done: "done"
        case .stopped: "dashed"
        }
    }
}

extension ReportedAction {
    /// What is shown of an action, by the names that the next edition finds it by.
    func facts(on day: Day) -> [(String, String)] {
        let texts = [
            ("what", action.what), ("measure", measureTitle ?? ""),
            ("objective", measureTitle == nil ? objectiveTitle ?? "" : ""),
            ("owner", action.ownerRole), ("due", action.due?.label ?? "No date set"),
            ("state", action.state.words), ("overdue", action.isOverdue(on: day) ? "Overdue" : ""),
            ("progress", action.progress ?? ""), ("updated", action.updated.label),
        ]
        return texts.filter { !$0.1.isEmpty }
    }
}

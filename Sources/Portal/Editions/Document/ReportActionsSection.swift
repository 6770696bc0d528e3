import Mustache
import Scorecard

/// Risks and corrective action: what, who, by when.
struct ReportActionsSection: ReportPart {
    let source: EditionSource
    private let risks: [ReportRisk]
    private let quietRisks: Int
    private let actions: CorrectiveActions

    init(source: EditionSource) {
        self.source = source
        let all = source.content.risks
        risks = source.template.isLightTouch ? all.filter { $0.score?.rating != .low } : all
        quietRisks = all.count - risks.count
        actions = CorrectiveActions(source)
    }

    var values: TemplateRecord {
        [
            "hasRisks": .flag(!risks.isEmpty),
            "risks": .list(risks.map { $0.values(on: source.day) }),
            "riskWords": riskWords.template,
            "rule": .text(RiskScore.rule),
            "actionWords": actionWords.template,
            "hasCorrective": .flag(!actions.corrective.isEmpty),
            "corrective": .list(actions.corrective.map(values)),
            "hasOthers": .flag(!others.isEmpty),
            "others": .list(others.map(values)),
            "hasGaps": .flag(!actions.gaps.isEmpty),
            "gaps": .list(
                gapWords.map { words in
                    let own = actions.gaps.filter { $0.words == words }
                    let titles = own.map(\.standing.measure.title).joined(separator: "; ")
                    return ["words": .text(words.capitalisedFirst), "titles": .text(titles)]
                }),
        ]
    }

    var facts: [ReportFact] {
        var facts: [ReportFact] = []
        func add(_ subject: String, _ title: String, _ texts: [(String, String)]) {
            facts += texts.map { name, text in
                ReportFact(
                    section: ReportSection.actions.rawValue, subject: subject,
                    subjectTitle: title, name: name, text: text)
            }
        }
        for risk in risks { add(risk.key, risk.what, risk.facts(on: source.day)) }
        add(
            "risks", "Risks",
            [("rule", risks.isEmpty ? nil : RiskScore.rule), ("none", riskWords)]
                .compactMap { name, text in text.map { (name, $0) } })
        for entry in actions.corrective + others {
            add(entry.action.key, entry.action.action.what, entry.action.facts(on: source.day))
        }
        if let actionWords { add("actions", "Corrective action", [("none", actionWords)]) }
        for gap in actions.gaps {
            let measure = gap.standing.measure
            add(measure.code, measure.title, [("missing", gap.words)])
        }
        return facts
    }

    /// What is missing, each once.
    private var gapWords: [String] {
        actions.gaps.map(\.words).reduce(into: []) { all, words in
            if !all.contains(words) { all.append(words) }
        }
    }

    /// The actions on measures that are neither off target nor worse: no exceptions.
    private var others: [CorrectiveActions.Entry] {
        source.template.isLightTouch ? [] : actions.others
    }

    private var riskWords: String? {
        guard quietRisks > 0 else {
            return risks.isEmpty ? "No risks were entered for this report." : nil
        }
        return quietRisks == 1
            ? "1 low risk is not listed." : "\(quietRisks) low risks are not listed."
    }

    /// What is said where there is no corrective action to list.
    private var actionWords: String? {
        guard actions.corrective.isEmpty else { return nil }
        if !actions.exceptions.isEmpty {
            return "No corrective action is recorded for "
                + (actions.exceptions.count == 1
                    ? "the measure that is off target or got worse."
                    : "any of the \(actions.exceptions.count) measures that are off target or got "
                        + "worse.")
        }
        let isJudged = source.measures.all.contains { $0.judgement.status.isJudged }
        return isJudged
            ? "No measure is off target and none got worse, so none needs corrective action."
            : "No measure could be judged, so none is known to need corrective action."
    }

    private func values(_ entry: CorrectiveActions.Entry) -> TemplateValue {
        [
            "measure": .text(entry.standing.measure.title),
            "action": entry.action.action.values(on: source.day),
        ]
    }
}

extension ReportRisk {
    /// The values of a row of the risks.
    fileprivate func values(on day: Day) -> TemplateValue {
        [
            "what": .text(what), "rating": .text(score?.rating.words ?? "Not scored"),
            "look": .text(score?.rating.look ?? "plain"), "scored": scored.template,
            "doing": .text(doing.isEmpty ? "Nothing said" : doing),
            "owner": .text(owner.isEmpty ? "Nobody named" : owner), "due": .text(due.words),
            "isPast": .flag(due.isBefore(day)),
        ]
    }

    /// `Likely (4) × large (4) = 16`.
    fileprivate var scored: String? {
        guard let likelihood, let impact, let score else { return nil }
        return "\(likelihood.words) (\(likelihood.number)) × \(impact.words.lowercased()) "
            + "(\(impact.number)) = \(score.number)"
    }

    fileprivate func facts(on day: Day) -> [(String, String)] {
        let texts = [
            ("what", what), ("rating", score?.rating.words ?? "Not scored"),
            ("score", scored ?? ""), ("doing", doing), ("owner", owner), ("due", due.words),
            ("overdue", due.isBefore(day) ? "Date passed" : ""),
        ]
        return texts.filter { !$0.1.isEmpty }
    }
}

extension RiskScore.Rating {
    /// The ending of the class of its tag.
    fileprivate var look: String {
        switch self {
        case .low: "plain"
        case .medium: "back"
        case .high: "late"
        }
    }
}

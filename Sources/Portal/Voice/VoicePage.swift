import Mustache
import Scorecard

/// One thing that children want to be able to say: what it means, what helps, how it is going.
struct VoicePage: Page {
    static let template = "voice/show"
    let section: Section? = .voice
    let statement: VoiceStatement
    let others: [VoiceStatement]
    let objectives: [VoiceObjective]
    /// How each measure stands that serves the statement.
    let standings: [Standing]

    var address: String? { Links.voice(statement.slug) }

    var summary: String {
        "“\(statement.words)”: \(ChildWords.sentence(rollUp))"
    }

    private var rollUp: RollUp { RollUp(standings.map(\.judgement.status)) }

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Links.voice].template,
            "words": .text(statement.words),
            "explanation": statement.explanation.template,
            "source": statement.sourceDocument.template,
            "sentence": .text(ChildWords.sentence(rollUp)),
            "bar": rollUp.judged > 0 ? rollUp.bar(width: 720) : .absent,
            "measures": .list(standings.map(\.childRow)),
            "hasMeasures": .flag(!standings.isEmpty),
            "objectives": .list(objectives.map(\.values)),
            "hasObjectives": .flag(!objectives.isEmpty),
            "others": others.map(\.link).template,
            "hasOthers": .flag(!others.isEmpty),
        ]
    }
}

extension Standing {
    /// The values of a row that a child can read.
    fileprivate var childRow: TemplateValue {
        let status = judgement.status
        return [
            "href": .text(Links.measure(measure.slug)),
            "title": .text(measure.title),
            "value": latestText.template,
            "unit": latestUnit.template,
            "when": (latest?.period.label).template,
            "statusClass": .text(status.look),
            "statusIcon": .text(status.icon),
            "statusWords": .text(ChildWords.verdict(status)),
            "reason": ChildWords.reason(status).template,
        ]
    }

    /// The unit, where the number alone does not tell it and there is a number.
    private var latestUnit: String? {
        guard latest?.value != nil, !measure.unit.isEmpty, measure.unit != "%" else { return nil }
        return measure.unit
    }
}

extension VoiceObjective {
    fileprivate var values: TemplateValue {
        let items = what?.items ?? []
        return [
            "title": .text(title),
            "strategyHref": .text(Links.strategy(strategySlug)),
            "strategyTitle": .text(strategyTitle),
            "items": .list(items.map { .text($0) }),
            "hasItems": .flag(!items.isEmpty),
            "printed": items.isEmpty && printedTitle != title ? .text(printedTitle) : .absent,
        ]
    }
}

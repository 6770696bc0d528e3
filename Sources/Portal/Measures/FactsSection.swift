import Mustache
import Scorecard

/// The head of a measure's page: the figure, and what is known of it, each fact by its own rule.
struct FactsSection {
    private let page: MeasurePage
    private let findings: MeasureFindings
    private var standing: Standing { page.standing }

    init(_ page: MeasurePage, _ findings: MeasureFindings) {
        self.page = page
        self.findings = findings
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "headline": headline,
            "noFigure": .text(page.noFigure),
            "statusDetail": .text(statusDetail),
            "trendWords": (findings.trend?.words).template,
            "trendRule": findings.trendRule.template,
            "assurance": (findings.trend?.assurance?.words).template,
            "polarity": .text(polarityWord),
            "polarityNote": page.measure.polarityNote.template,
            "england": england,
            // With no figure there is nothing to have changed or to hold beside another.
            "hasFigure": .flag(standing.latest != nil),
            "hasEngland": .flag(standing.latest != nil || standing.countryLatest != nil),
        ]
        values.append(contentsOf: standing.statusValues)
        values.append(contentsOf: ChangeFacts(standing).values)
        return values
    }

    private var headline: TemplateValue {
        guard let latest = standing.latest, let text = standing.latestText else { return .absent }
        let isPercent = text.hasSuffix("%")
        let isShown = latest.value != nil
        return [
            "number": isShown ? .text(isPercent ? String(text.dropLast()) : text) : .absent,
            "withheld": isShown ? .absent : .text(text),
            "unit": isPercent ? "%" : .absent,
            "flag": standing.latestFlag.template,
            "period": .text(latest.period.label.capitalisedFirst),
            "old": standing.isCurrent ? .absent : "No newer figure has been published.",
            "area": .text(page.area),
            "ofHowMany": countWords.template,
            "standing": unitWords.template,
            "range": range.template,
        ]
    }

    private var countWords: String? {
        guard let count = standing.countText else { return nil }
        return page.measure.numerator.map { "\(count): \($0)" } ?? count
    }

    private var unitWords: String? {
        let unit = page.measure.facts.unit
        return unit.isEmpty || unit == "%" ? nil : unit.capitalisedFirst
    }

    /// What chance leaves of the figure, where no comparison says so.
    private var range: String? {
        guard findings.country == nil, let interval = findings.interval else { return nil }
        return "Could be \(standing.format.text(from: interval.lower, to: interval.upper)), "
            + "allowing for chance"
    }

    /// The rule that gave the rating, or why there is none; the story tells the numbers.
    private var statusDetail: String {
        let judgement = standing.judgement
        guard judgement.verdict != nil, let target = judgement.target else {
            return judgement.explanation(in: standing.format)
        }
        return page.rule(of: target)
    }

    private var polarityWord: String {
        switch page.measure.facts.polarity {
        case .highIsGood: "Higher"
        case .lowIsGood: "Lower"
        case .context: "Neither"
        case .betweenIsGood: "Between"
        case .unconfirmed: "Not yet agreed"
        }
    }

    private var england: TemplateValue {
        guard let figure = standing.countryLatest else { return .absent }
        guard let value = figure.value else {
            return ["value": (figure.marker?.shorthand ?? "").template, "words": ""]
        }
        return ["value": .text(standing.format.text(value)), "words": .text(comparison)]
    }

    /// How the figure stands to England's: with what chance leaves of it, or the plain distance.
    private var comparison: String {
        guard let found = findings.country else {
            return StorySection(page, findings).comparedWithCountry ?? ""
        }
        let range = standing.format.text(from: found.interval.lower, to: found.interval.upper)
        return "\(found.comparison.words): our figure could be \(range)"
    }
}

/// The change that the head of a measure's page shows.
private struct ChangeFacts {
    let standing: Standing

    init(_ standing: Standing) {
        self.standing = standing
    }

    var values: TemplateRecord {
        let change = standing.change
        return [
            "changeHeading": .text(heading),
            "hasChange": .flag(change?.direction != nil),
            "changeClass": .text(change?.meaning.look ?? ""),
            "changeIcon": .text(change?.direction?.icon ?? ""),
            "changeWords": .text(change?.words(standing.format) ?? "No change to show"),
            "changeDetail": .text(detail),
        ]
    }

    private var heading: String {
        guard let change = standing.change, change.basis == .figureBefore else {
            return "Change on the year before"
        }
        return "Change since \(change.earlier.shortLabel)"
    }

    private var detail: String {
        guard let change = standing.change else { return "There is no earlier figure." }
        guard change.silence == nil else { return change.explanation(in: standing.format) }
        return standing.format.differenceUnit ?? standing.measure.unit
    }
}

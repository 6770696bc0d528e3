import Mustache
import Scorecard

/// Everything about one measure.
struct MeasurePage: Page {
    static let template = "measures/show"
    let section: Section? = .measures
    let area: String
    let neighbourMethod: BenchmarkMethod
    let measure: MeasureDetail
    let standing: Standing
    let choice: PeriodChoice
    let targets: [TargetDetail]
    let places: [MeasurePlace]
    let series: [MeasureSeries]
    let sources: [SourceEntry]
    let groups: [GroupFigure]
    let areas: [AreaFigure]
    let neighbours: (model: String, count: Int)?
    let gapPolarity: Polarity?
    let today: Day
    let lines: [LineFigure]

    var address: String? { Links.measure(measure.facts.slug) }

    var summary: String {
        let title = measure.facts.title
        guard let latest = standing.latest, let text = standing.latestText else {
            return "\(title). \(noFigure)"
        }
        return "\(title): \(text) in \(area), \(latest.period.label). "
            + "\(standing.judgement.status.words)."
    }

    var values: TemplateRecord {
        let findings = MeasureFindings(standing, per: measure.multiplier)
        let trend = TrendSection(self, findings).values
        let groups = GroupsSection(self).values
        let comparison = ComparisonSection(self).values
        let parts = LinesSection.all(of: self)
        var values: TemplateRecord = [
            "title": .text(measure.facts.title),
            "crumbs": crumbs.template,
            "eyebrow": eyebrow.template,
            "banner": banner.template,
            "area": .text(area),
            "headline": headline,
            "noFigure": .text(noFigure),
            "statusDetail": .text(statusDetail),
            "trendWords": (findings.trend?.words).template,
            "assurance": (findings.trend?.assurance?.words).template,
            "polarity": .text(polarityWord),
            "polarityNote": measure.polarityNote.template,
            "contents": .list(
                contents(
                    hasTrend: trend.isThere, hasGroups: groups.isThere,
                    hasComparison: comparison.isThere, parts: parts)),
            "places": .list(places.map(\.values)),
            "trend": trend,
            "groups": groups,
            "comparison": comparison,
            "parts": .list(parts.map(\.values)),
            "about": .list(AboutSection(self).entries),
        ]
        values.append(contentsOf: standing.statusValues)
        values.append(contentsOf: ChangeFacts(standing).values)
        values.append(contentsOf: StorySection(self, findings).values)
        values.append("england", england(findings))
        return values
    }

    /// When the next figure is due; nothing for a measure that is no longer collected.
    var nextFigure: String? {
        guard measure.facts.status != .archived, let latest = standing.latest?.period else {
            return nil
        }
        let rule = DueRule(frequency: standing.frequency, kind: latest.kind)
        return rule.next(after: latest).sentence(on: today)
    }

    /// The series that gave the latest figure.
    var headlineSeries: MeasureSeries? {
        guard let position = standing.own.local.latestPosition else { return nil }
        return series.first { $0.position == position }
    }

    private var crumbs: [Link] {
        guard let place = places.first else { return [Links.home, Links.measures] }
        let scorecard = Link(href: Links.scorecard(place.scorecard), label: place.scorecardTitle)
        return [Links.home, Links.scorecards, scorecard]
    }

    private var eyebrow: String? {
        guard let place = places.first else { return nil }
        return place.words
    }

    private var banner: String? {
        measure.facts.status == .archived
            ? "This measure is no longer collected. Its figures are kept for the record." : nil
    }

    private var headline: TemplateValue {
        guard let latest = standing.latest, let text = standing.latestText else { return .absent }
        let isPercent = text.hasSuffix("%")
        return [
            "number": .text(isPercent ? String(text.dropLast()) : text),
            "unit": isPercent ? "%" : .absent,
            "flag": standing.latestFlag.template,
            "period": .text(
                standing.isCurrent
                    ? latest.period.label : "Unchanged since \(latest.period.shortLabel)"),
            "area": .text(area),
            "ofHowMany": countWords.template,
            "standing": unitWords.template,
        ]
    }

    private var countWords: String? {
        guard let count = standing.countText else { return nil }
        return measure.numerator.map { "\(count): \($0)" } ?? count
    }

    private var unitWords: String? {
        let unit = measure.facts.unit
        return unit.isEmpty || unit == "%" ? nil : unit.capitalisedFirst
    }

    private var noFigure: String {
        switch measure.facts.status {
        case .inDevelopment: "No figures yet. The measure is being developed."
        case .toBeDefined: "No figures yet. The strategy names the measure and does not define it."
        case .active, .archived: "No figures have been published for \(area)."
        }
    }

    /// The rule that gave the rating, or why there is none; the story tells the numbers.
    private var statusDetail: String {
        let judgement = standing.judgement
        guard judgement.verdict != nil, let target = judgement.target else {
            return judgement.explanation(in: standing.format)
        }
        return rule(of: target)
    }

    /// The rule of a target, as the rating explains itself.
    func rule(of target: Target) -> String {
        Explanation(of: target, in: standing.format).sentence(
            on: standing.latest?.period.end ?? choice.day)
    }

    private var polarityWord: String {
        switch measure.facts.polarity {
        case .highIsGood: "Higher"
        case .lowIsGood: "Lower"
        case .context: "Neither"
        case .betweenIsGood: "Between"
        case .unconfirmed: "Not yet agreed"
        }
    }

    private func england(_ findings: MeasureFindings) -> TemplateValue {
        guard let figure = standing.countryLatest else { return .absent }
        guard let value = figure.value else {
            return ["value": (figure.marker?.shorthand ?? "").template, "words": ""]
        }
        let words =
            findings.country?.comparison.words
            ?? StorySection(self, findings).comparedWithCountry ?? ""
        return ["value": .text(standing.format.text(value)), "words": .text(words)]
    }

    private func contents(
        hasTrend: Bool, hasGroups: Bool, hasComparison: Bool, parts: [LinesSection]
    ) -> [TemplateValue] {
        var links = [("story", "The story", true), ("trend", "Trend", hasTrend)]
        links += parts.map { ($0.id, $0.heading, true) }
        links += [
            ("groups", "Groups of children", hasGroups),
            ("compare", "How \(area) compares", hasComparison),
            ("about", "About this measure", true),
        ]
        return links.filter(\.2).map { ["id": .text($0.0), "label": .text($0.1)] }
    }
}

extension TemplateValue {
    /// Whether there is something to show.
    fileprivate var isThere: Bool {
        if case .absent = self { false } else { true }
    }
}

extension MeasurePlace {
    /// Where in the strategy: `Ambition 2: best start in life, Children and Young People Plan`.
    var words: String {
        guard let objectiveTitle else { return strategyTitle }
        guard let level else { return "\(objectiveTitle), \(strategyTitle)" }
        let name = number.map { "\(level) \($0)" } ?? level
        return "\(name): \(objectiveTitle)"
    }

    fileprivate var values: TemplateValue {
        [
            "href": .text(
                objectiveSlug.map { Links.objective(strategy: strategySlug, objective: $0) }
                    ?? Links.strategy(strategySlug)),
            "title": .text(strategyTitle),
            "words": .text(objectiveTitle == nil ? "The strategy as a whole" : words),
        ]
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

import Mustache
import Scorecard

/// Everything about one measure.
struct MeasurePage: SheetPage {
    static let template = "measures/show"
    let section: Section? = .measures
    let area: String
    let neighbourMethod: BenchmarkMethod
    let measure: MeasureDetail
    let standing: Standing
    /// How it stands with what has come since the quarter ended.
    let newest: Standing
    let choice: PeriodChoice
    let targets: [TargetDetail]
    let uses: MeasureUses
    let surroundings: Surroundings
    let today: Day
    /// What committees said about it, the newest first.
    var asked: [CommitteeComment] = []
    /// Where the true numbers are, for those who may see them.
    var withheldHref: String?
    /// Where the latest figure can be revised, for those who may.
    var reviseHref: String?

    var series: [MeasureSeries] { measure.series }

    var address: String? { Links.measure(measure.facts.slug) }

    var sheet: Sheet { MeasureSheet(self).sheet }

    var summary: String {
        let title = measure.facts.title
        guard let latest = standing.latest, let text = standing.latestText else {
            return "\(title). \(noFigure)"
        }
        return "\(title): \(text) in \(area), \(latest.period.label). "
            + "\(standing.judgement.status.words)."
    }

    var values: TemplateRecord {
        var values = standing.shown.page.output(of: MeasureParticulars(self)) { newValues }
        values.append("withheld", withheldHref.template)
        values.append("revise", reviseHref.template)
        values.append("asked", CommentsSection(comments: asked, today: today).ofMeasure)
        return values
    }

    /// The values that are the same for every reader, made anew.
    private var newValues: TemplateRecord {
        let findings = MeasureFindings(standing, per: measure.multiplier)
        let timeline = Timeline(standing)
        let trend = TrendSection(self, findings, timeline).values
        let process = ProcessSection(self, findings, timeline).values
        let groups = GroupsSection(self).values
        let comparison = ComparisonSection(self).values
        let parts = LinesSection.all(of: self)
        let contents =
            [
                Content("story", "The story"), Content("doing", "What we are doing"),
                asked.isEmpty ? nil : Content("asked", "What the committee asked"),
                Content("trend", "Trend", if: trend),
                Content("process", "Process chart", if: process),
            ] + parts.map { Content($0.id, $0.heading) } + [
                Content("groups", "Groups of children", if: groups),
                Content("compare", "How \(area) compares", if: comparison),
                Content("about", "About this measure"),
            ]
        var values: TemplateRecord = [
            "title": .text(measure.facts.title),
            "crumbs": crumbs.template,
            "eyebrow": (uses.places.first?.words).template,
            "banner": banner,
            "area": .text(area),
            "history": .text(Links.history(ofMeasure: measure.facts.slug)),
            "contents": .list(contents.compactMap { $0?.values.remembered }),
            "trend": trend.remembered,
            "process": process.remembered,
            "groups": groups.remembered,
            "comparison": comparison.remembered,
            "parts": .list(parts.map(\.values.remembered)),
            "doing": DoingSection(self).values.remembered,
            "hasAsked": .flag(!asked.isEmpty),
            "about": .list(AboutSection(self).entries.map(\.remembered)),
        ]
        values.append(contentsOf: FactsSection(self, findings).values)
        values.append(contentsOf: UsesSection(uses).values)
        values.append(contentsOf: StorySection(self, findings).values)
        return values
    }

    /// When the next figure is due; nothing for a measure that is no longer collected.
    var nextFigure: String? {
        guard measure.facts.status != .archived else { return nil }
        return newest.nextFigure?.sentence(on: today)
    }

    /// The figures of which the measure is made, where they stand in place of one of its own.
    var parts: [LineFigure] {
        guard standing.latest == nil else { return [] }
        let positions = Set(series.lazy.filter { $0.role == .part }.map(\.position))
        return surroundings.lines.filter { $0.isLocal && positions.contains($0.position) }
    }

    /// The series that gave the latest figure.
    var headlineSeries: MeasureSeries? {
        guard let position = standing.own.local.latestPosition else { return nil }
        return series.first { $0.position == position }
    }

    private var crumbs: [Link] {
        guard let place = uses.places.first else { return [Links.home, Links.measures] }
        let scorecard = Link(href: Links.scorecard(place.scorecard), label: place.scorecardTitle)
        return [Links.home, Links.scorecards, scorecard]
    }

    private var banner: TemplateValue {
        guard measure.facts.status == .archived else { return .absent }
        return [
            "hasFigures": .flag(standing.latest != nil),
            "successor": measure.successor.map { successor in
                [
                    "href": .text(Links.measure(successor.slug)),
                    "label": .text(successor.title),
                ]
            } ?? .absent,
        ]
    }

    /// Why there is no figure, and when the first is due.
    var noFigure: String {
        if !parts.isEmpty {
            return "This measure has no one figure. Below are those that it is made of."
        }
        switch measure.facts.status {
        case .inDevelopment: return "No figures yet. The measure is being developed."
        case .toBeDefined:
            return "No figures yet. The strategy names the measure and does not define it."
        case .archived: return "No figures have been published for \(area)."
        case .active: break
        }
        let rule = DueRule(frequency: measure.facts.frequency, kind: measure.periodKind)
        guard case .due(_, let day) = rule.first(on: today) else {
            return "No figures yet for this measure."
        }
        return "No figures yet for this measure. The first figure is due by \(day.label)."
    }

    /// The rule of a target, as the rating explains itself.
    func rule(of target: Target) -> String {
        Explanation(of: target, in: standing.format).sentence(
            on: standing.latest?.period.end ?? choice.day)
    }
}

/// An entry of the list of what is on the page.
private struct Content {
    let id: String
    let label: String

    init(_ id: String, _ label: String) {
        self.id = id
        self.label = label
    }

    /// The entry of a section, if the section is there.
    init?(_ id: String, _ label: String, if section: TemplateValue) {
        if case .absent = section { return nil }
        self.init(id, label)
    }

    var values: TemplateValue { ["id": .text(id), "label": .text(label)] }
}

extension MeasurePlace {
    /// Where in the strategy: `Ambition 2: best start in life, Children and Young People Plan`.
    var words: String {
        guard let objectiveTitle else { return strategyTitle }
        guard level != nil else { return "\(objectiveTitle), \(strategyTitle)" }
        return placeWords ?? objectiveTitle
    }

    /// The objective by its level and number: `Ambition 2: best start in life`.
    var placeWords: String? {
        guard let level, let objectiveTitle else { return objectiveTitle }
        let name = number.map { "\(level) \($0)" } ?? level
        return "\(name): \(objectiveTitle)"
    }
}

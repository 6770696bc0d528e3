import Mustache
import Scorecard

/// What those who answer for a measure say of it, what they do about it and what they expect.
struct DoingSection {
    private let page: MeasurePage
    private var uses: MeasureUses { page.uses }

    /// The page tells of no more periods than this.
    private static let most = 3

    init(_ page: MeasurePage) {
        self.page = page
    }

    var values: TemplateValue {
        [
            "commentary": .list(uses.commentary.prefix(Self.most).map(values)),
            "hasCommentary": .flag(!uses.commentary.isEmpty),
            "actions": .list(uses.actions.map { $0.values(on: page.today) }),
            "hasActions": .flag(!uses.actions.isEmpty),
            "forecasts": .list(uses.forecasts.map(values)),
            "forecastLabel": .text(Forecast.label),
        ]
    }

    private func values(_ entry: Commentary) -> TemplateValue {
        [
            "period": .text(entry.period.label.capitalisedFirst),
            "nothing": entry.nothingReason.template,
            "whatHappened": entry.nothingReason == entry.whatHappened
                ? .absent : .text(entry.whatHappened),
            "why": entry.why.template,
            "doing": entry.whatWeAreDoing.template,
            "role": .text(entry.authorRole),
            "published": .text(entry.published.label),
        ]
    }

    private func values(_ entry: ForecastEntry) -> TemplateValue {
        [
            "sentence": .text(entry.forecast.sentence(in: page.standing.format)),
            "role": .text(entry.role),
            "made": .text(entry.made.label),
        ]
    }
}

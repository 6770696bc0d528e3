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
            "actions": .list(uses.actions.map(values)),
            "hasActions": .flag(!uses.actions.isEmpty),
            "forecasts": .list(uses.forecasts.map(values)),
            "forecastLabel": .text(Forecast.label),
        ]
    }

    private func values(_ entry: Commentary) -> TemplateValue {
        [
            "period": .text(entry.period.label.capitalisedFirst),
            "whatHappened": .text(entry.whatHappened),
            "why": entry.why.template,
            "doing": entry.whatWeAreDoing.template,
            "role": .text(entry.authorRole),
            "published": .text(entry.published.label),
        ]
    }

    private func values(_ action: Action) -> TemplateValue {
        [
            "what": .text(action.what),
            "owner": .text(action.ownerRole),
            "due": .text(action.due?.label ?? "No date set"),
            "state": .text(action.state.words),
            "stateClass": .text(action.state.look),
            "isOverdue": .flag(action.isOverdue(on: page.today)),
            "progress": action.progress.template,
            "updated": .text(action.updated.label),
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

extension ActionState {
    /// The class of the tag.
    var look: String {
        switch self {
        case .notStarted: "plain"
        case .underWay: "draft"
        case .done: "done"
        case .stopped: "dashed"
        }
    }
}

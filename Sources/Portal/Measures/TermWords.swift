import Scorecard

// How often a measure is counted, and what a figure of it covers, as readers are told.

extension Frequency {
    /// How often there is a figure: `Every quarter`.
    var words: String {
        switch self {
        case .quarterly: "Every quarter"
        case .termly: "Every school term"
        case .annual: "Every year"
        case .monthly: "Every month"
        case .survey: "When a survey is held"
        case .irregular: "At no fixed time"
        case .asParts: "As often as the measures it is worked out from"
        case .toBeDefined: "Not yet decided"
        }
    }
}

extension TimeBasis {
    /// What a figure covers, where that is known: `What happened in the period`.
    var words: String? {
        switch self {
        case .inPeriod: "What happened in the period"
        case .cumulative: "The year so far"
        case .rolling: "The twelve months to the end of the period"
        case .snapshot: "The position on one day"
        case .cohortYear: "The children of one school year"
        case .survey: "The time of the survey"
        case .asParts, .unknown: nil
        }
    }
}

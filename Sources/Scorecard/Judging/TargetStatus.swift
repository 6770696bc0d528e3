/// Where a measure stands, as one of the twelve things a scorecard can say.
///
/// The raw value is the word of addresses and downloads (`?status=off`). The
/// order is that of a tally: worst first, then what is not judged.
public enum TargetStatus: String, CaseIterable, Sendable {
    /// Short of the target by more than the tolerance: red.
    case offTarget = "off"
    /// Short of the target within the tolerance: amber.
    case close
    /// At the target or better: green.
    case onTarget = "on"
    /// There is a figure and has never been a target.
    case noTarget = "no-target"
    /// The last target's time passed before the figure's, or the figure is of that time and old.
    case targetExpired = "target-expired"
    /// The target begins after the figure's period.
    case tooEarly = "too-early"
    /// There has never been a figure.
    case awaitingData = "awaiting-data"
    /// The latest figure is too old for the reporting day.
    case noNewData = "no-new-data"
    /// The latest figure is withheld to protect children.
    case suppressed
    /// The measure is agreed, and not yet counted.
    case inDevelopment = "in-development"
    /// The measure is named, and not yet defined.
    case toBeDefined = "to-be-defined"
    /// The measure sets the scene and is not judged.
    case contextOnly = "context-only"
}

extension TargetStatus {
    /// Whether a figure was held against a target.
    public var isJudged: Bool {
        switch self {
        case .offTarget, .close, .onTarget: true
        case .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData, .suppressed,
            .inDevelopment, .toBeDefined, .contextOnly:
            false
        }
    }

    /// What members read beside the shape.
    public var words: String {
        switch self {
        case .offTarget: "Off target"
        case .close: "Close to target"
        case .onTarget: "On target"
        case .noTarget: "No target"
        case .targetExpired: "Target expired"
        case .tooEarly: "Too early"
        case .awaitingData: "Awaiting data"
        case .noNewData: "No new data"
        case .suppressed: "Suppressed"
        case .inDevelopment: "In development"
        case .toBeDefined: "To be defined"
        case .contextOnly: "Context only"
        }
    }

    /// The colour's name, for help pages, downloads and those who ask for red, amber and green.
    public var colour: String? {
        switch self {
        case .offTarget: "Red"
        case .close: "Amber"
        case .onTarget: "Green"
        case .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData, .suppressed,
            .inDevelopment, .toBeDefined, .contextOnly:
            nil
        }
    }
}

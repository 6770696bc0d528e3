import Scorecard

/// Which rows of a scorecard a reader asked to see, as the address says it.
struct ScorecardFilter: Equatable {
    /// A group of statuses that can be ticked.
    enum Standing: String, CaseIterable {
        case off
        case close
        case on
        case none

        init(_ status: TargetStatus) {
            self =
                switch status {
                case .offTarget: .off
                case .close: .close
                case .onTarget: .on
                case .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData,
                    .suppressed, .inDevelopment, .toBeDefined, .contextOnly:
                    .none
                }
        }

        var words: String {
            switch self {
            case .off: "Off target"
            case .close: "Close"
            case .on: "On target"
            case .none: "Not judged"
            }
        }
    }

    /// What became of the figure since the one that it is compared with.
    enum Movement: String, CaseIterable {
        case worse
        case better

        var words: String {
            switch self {
            case .worse: "Got worse"
            case .better: "Got better"
            }
        }

        fileprivate var meaning: Change.Meaning {
            switch self {
            case .worse: .worse
            case .better: .better
            }
        }
    }

    /// The group of measures to show, or `nil` for all.
    var group: Int?
    /// The statuses to show.
    var standings: Set<Standing>
    /// The movement to show, or `nil` for all.
    var movement: Movement?

    static let everything = ScorecardFilter(group: nil, standings: Set(Standing.allCases))

    var isEverything: Bool { self == .everything }

    /// Whether a measure is to be shown, wherever it stands.
    func shows(_ standing: Portal.Standing) -> Bool {
        guard standings.contains(.init(standing.judgement.status)) else { return false }
        return movement.map { standing.change?.meaning == $0.meaning } ?? true
    }
}

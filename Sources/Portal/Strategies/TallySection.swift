import Mustache
import Scorecard

// How the counts of a strategy or an objective are shown: never as one colour.

extension RollUp {
    /// The bar of counts where something is judged: in one colour it would tell nothing.
    func barOfJudged(width: Int) -> TemplateValue {
        judged > 0 ? bar(width: width) : .absent
    }

    /// The values of `partials/counts`: every status that some measure has, worst first.
    var tally: TemplateValue {
        [
            "hasMeasures": .flag(total > 0),
            "total": .integer(total),
            "measures": .text(total.counted("measure")),
            "statuses": .list(
                TargetStatus.allCases.filter { self[$0] > 0 }.map { status in
                    [
                        "icon": .text(status.icon),
                        "words": .text("\(self[status]) \(status.words.lowercased())"),
                    ]
                }),
        ]
    }

    /// The columns of a sheet that hold the counts.
    static let columns =
        ["measures"]
        + TargetStatus.allCases.map { status in
            status.rawValue == "on" || status.rawValue == "off"
                ? "\(status.rawValue)_target" : status.rawValue.underscored
        }

    /// The counts in the order of the columns.
    var cells: [String] {
        ["\(total)"] + TargetStatus.allCases.map { "\(self[$0])" }
    }
}

extension StrategyPlan {
    /// How the measures of an objective do; nothing where no objective of its level has one, so
    /// that none is missing here.
    func tally(of objective: ObjectiveEntry) -> TemplateValue {
        let rollUp = rollUp(of: objective)
        guard rollUp.total > 0 || outline.hasMeasures(onLevelOf: objective) else {
            return .absent
        }
        return rollUp.tally
    }
}

extension String {
    fileprivate var underscored: String { String(map { $0 == "-" ? "_" : $0 }) }
}

import Scorecard

/// A strategy with all that its pages tell of it.
struct StrategyPlan {
    let strategy: StrategyDetail
    let outline: StrategyOutline
    let surroundings: StrategySurroundings
    /// The quarter at whose end the measures are looked at.
    let quarter: FinancialQuarter
    /// How the measures stand, by the measure's id; those that a page does not ask for are absent.
    let standings: [Int64: Standing]

    /// How the measures of an objective and of all below it stand.
    func rollUp(of objective: ObjectiveEntry) -> RollUp {
        rollUp(outline.measures(below: objective))
    }

    /// How every measure of the strategy stands.
    var rollUp: RollUp { rollUp(outline.measures) }

    /// How the measures that stand under no objective do.
    var rollUpOfWhole: RollUp { rollUp(outline.measures(at: nil)) }

    /// The measures of an objective and of all below it.
    func standings(below objective: ObjectiveEntry) -> [Standing] {
        outline.measures(below: objective).compactMap { standings[$0.id] }
    }

    /// The names of the levels that have objectives under no other, each with those objectives.
    var topLevels: [(name: String, objectives: [ObjectiveEntry])] {
        let top = outline.parts(of: nil)
        return surroundings.levels.compactMap { level in
            let members = top.filter { $0.level == level }
            return members.isEmpty ? nil : (level, members)
        }
    }

    /// The strategies that took this one's place.
    var successors: [StrategyTie] { surroundings.ties.filter { $0.kind == .replacedBy } }

    private func rollUp(_ measures: [MeasureFacts]) -> RollUp {
        RollUp(measures.compactMap { standings[$0.id]?.judgement.status })
    }
}

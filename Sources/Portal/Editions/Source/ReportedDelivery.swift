import Scorecard

/// What the strategies of a report promise and do.
struct ReportedDelivery {
    /// In the order of the report’s scorecards.
    var ambitions: [ReportedAmbition] = []
    /// Those of the strategies that the scorecards belong to, and of the strategies under them.
    var promises: [ReportedPromise] = []
    /// What is done about the objectives and the measures of the report, the next to be done
    /// first.
    var actions: [ReportedAction] = []
}

/// One of the highest objectives that the scorecards of a report are about.
struct ReportedAmbition: Equatable {
    let code: String
    /// What its strategy calls it, such as Ambition, and its number.
    let level: String
    let number: String?
    let shortTitle: String
    /// The boards that lead on it, or else on its strategy.
    let boards: [String]
    /// The ids of it and of what is below it.
    let objectives: Set<Int64>

    /// `Ambition 4: The best support for children with SEND`.
    var title: String {
        number.map { "\(level) \($0): \(shortTitle)" } ?? shortTitle
    }
}

/// What young people said and what was promised, with the code that it is chosen by.
struct ReportedPromise: Equatable {
    let code: String
    let promise: Promise
}

/// Something that is done about a measure or an objective of a report.
struct ReportedAction: Equatable {
    /// The same in every edition, however far the action has come.
    let key: String
    /// The measure’s id and title.
    let measure: Int64?
    let measureTitle: String?
    /// The objective’s id and short title.
    let objective: Int64?
    let objectiveTitle: String?
    let action: Action
}

extension ReportedMeasures {
    /// How the measures stand that a report shows under an ambition, each where it is named
    /// first.
    func standings(under ambition: ReportedAmbition) -> [Standing] {
        groups.filter { $0.headline.objective.map(ambition.objectives.contains) ?? false }
            .flatMap(\.measures).compactMap { standings[$0.id] }
    }
}

import Scorecard

/// What is done about the measures of a report, those off target or worse before all others.
struct CorrectiveActions {
    /// An action on a measure.
    struct Entry {
        let standing: Standing
        let action: ReportedAction
    }

    /// A measure that is off target and for which something is missing.
    struct Gap {
        let standing: Standing
        /// Whether nothing is still to be done about it.
        let lacksAction: Bool
        /// Whether nobody answers for it.
        let lacksOwner: Bool
    }

    /// The measures that are off target or got worse, in the report’s order.
    let exceptions: [Standing]
    /// What is done about them, measure by measure.
    let corrective: [Entry]
    /// What is still to be done about other measures, or was last said of them in the year of the
    /// report.
    let others: [Entry]
    let gaps: [Gap]

    init(_ source: EditionSource) {
        let all = source.measures.all
        let pressing = Attention.offTarget(among: all) + Attention.falls(among: all)
        let ids = Set(pressing.map(\.measure.id))
        let exceptions = all.filter { ids.contains($0.measure.id) }
        let actions = Dictionary(
            grouping: source.delivery.actions.filter { $0.measure != nil }, by: { $0.measure ?? 0 })
        func entries(_ standings: [Standing]) -> [Entry] {
            standings.flatMap { standing in
                (actions[standing.measure.id] ?? []).map {
                    Entry(standing: standing, action: $0)
                }
            }
        }
        let year = source.edition.quarter.financialYear.start
        self.exceptions = exceptions
        corrective = entries(exceptions)
        others = entries(all.filter { !ids.contains($0.measure.id) }).filter {
            $0.action.action.state.isOpen || $0.action.action.updated >= year
        }
        gaps = exceptions.filter { $0.judgement.status == .offTarget }.compactMap { standing in
            let open = actions[standing.measure.id]?.contains { $0.action.state.isOpen } ?? false
            guard !open || !standing.measure.hasOwner else { return nil }
            return Gap(
                standing: standing, lacksAction: !open, lacksOwner: !standing.measure.hasOwner)
        }
    }
}

extension CorrectiveActions.Gap {
    /// What is missing.
    var words: String {
        switch (lacksAction, lacksOwner) {
        case (true, true): "no action is recorded that is still to be done, and no owner is named"
        case (true, false): "no action is recorded that is still to be done"
        case (false, true), (false, false): "no owner is named"
        }
    }
}

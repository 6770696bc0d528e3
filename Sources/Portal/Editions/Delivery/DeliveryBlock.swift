import Scorecard

/// What a report tells of one ambition, or of the projects that belong to none.
struct DeliveryBlock {
    /// `nil` for what belongs to no ambition.
    let ambition: ReportedAmbition?
    let standings: [Standing]
    /// What was written, paragraph by paragraph.
    let paragraphs: [String]
    /// Those that are shown, and how many are not.
    let projects: [ReportProject]
    let quietProjects: Int
    let actions: [ReportedAction]
    let quietActions: Int

    /// Whether somebody wrote something about it.
    var isWritten: Bool { !paragraphs.isEmpty || !projects.isEmpty || quietProjects > 0 }

    /// Whether there is anything to tell besides how measures stand.
    var isTold: Bool { isWritten || !actions.isEmpty || quietActions > 0 }

    var title: String { ambition?.title ?? "Other projects" }

    /// What is left out where only exceptions are told.
    var quietWords: String? {
        let parts = [
            quietProjects == 0 ? nil : quietProjects.counted("project"),
            quietActions == 0 ? nil : quietActions.counted("action"),
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        let isOne = quietProjects + quietActions == 1
        return "\(Wording.list(parts, "and")) \(isOne ? "is" : "are") not listed, because only "
            + "what is late, at risk or stopped is."
    }
}

extension EditionSource {
    /// What is told of each ambition, in order, and of what belongs to none at the end.
    var deliveryBlocks: [DeliveryBlock] {
        let projects = content.projects
        let codes = Set(delivery.ambitions.map(\.code))
        var blocks = delivery.ambitions.map { ambition in
            block(
                ambition, projects.filter { $0.objective == ambition.code },
                delivery.actions.filter {
                    $0.objective.map(ambition.objectives.contains) ?? false
                })
        }
        let others = projects.filter { !codes.contains($0.objective) }
        if !others.isEmpty { blocks.append(block(nil, others, [])) }
        return blocks
    }

    private func block(
        _ ambition: ReportedAmbition?, _ projects: [ReportProject], _ actions: [ReportedAction]
    ) -> DeliveryBlock {
        let shown =
            template.isLightTouch
            ? projects.filter { ($0.status?.isException ?? false) || $0.isOverdue(on: day) }
            : projects
        let shownActions =
            template.isLightTouch
            ? actions.filter { $0.action.isOverdue(on: day) } : actions
        return DeliveryBlock(
            ambition: ambition, standings: ambition.map(measures.standings) ?? [],
            paragraphs: ambition.map { content.items(.delivery($0.code)) } ?? [],
            projects: shown, quietProjects: projects.count - shown.count, actions: shownActions,
            quietActions: actions.count - shownActions.count)
    }
}

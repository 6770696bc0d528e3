import Scorecard

/// The groups of children for whom a measure's latest figure is published too.
struct GroupsStanding {
    /// A group and its figure.
    struct Group: Equatable {
        let label: String
        let figure: Figure
    }

    let standing: Standing
    /// The figure of all children together.
    let everyone: Figure
    let groups: [Group]

    /// The kinds of groups that are compared with everyone: what children are, and not how old
    /// they are or where they are placed, which other children's figures are no measure for.
    static let dimensions = [
        "Sex", "Free school meals", "Disadvantage", "Special educational needs", "Social care",
        "Ethnic group",
    ]

    /// The group that fares worst, and how much worse than everyone; `nil` where no group whose
    /// figure is shown fares worse.
    var furthestBehind: (group: Group, distance: FixedDecimal)? {
        var worst: (group: Group, distance: FixedDecimal)?
        for group in groups {
            guard let distance = distanceBehind(group), distance > .zero else { continue }
            if worst.map({ $0.distance < distance }) ?? true { worst = (group, distance) }
        }
        return worst
    }

    /// The groups whose figure is not shown.
    var hidden: [Group] { groups.filter { $0.figure.value == nil } }

    /// How much worse a group fares than everyone; negative where it fares better.
    private func distanceBehind(_ group: Group) -> FixedDecimal? {
        guard let all = everyone.value, let own = group.figure.value else { return nil }
        switch standing.measure.polarity {
        case .highIsGood: return all - own
        case .lowIsGood: return own - all
        case .betweenIsGood, .context, .unconfirmed: return nil
        }
    }
}

extension GroupsStanding {
    /// The groups of a measure from the rows of its latest period; `nil` where there are none, or
    /// where the measure itself is of one group or neither way is better.
    init?(_ standing: Standing, _ rows: [InequalityRow]) {
        guard standing.measure.comparesGroups,
            let everyone = rows.first(where: { $0.isWhole && $0.isOwn }),
            everyone.figure.value != nil
        else { return nil }
        self.standing = standing
        self.everyone = everyone.figure
        groups = rows.filter { !$0.isWhole }.map { Group(label: $0.group, figure: $0.figure) }
        guard !groups.isEmpty else { return nil }
    }
}

extension MeasureFacts {
    /// Whether one group can fare worse than all children: a share or a rate of which it is known
    /// which way is better.
    var comparesGroups: Bool {
        switch polarity {
        case .highIsGood, .lowIsGood: valueKind.isComparableBetweenAreas && kind != .context
        case .betweenIsGood, .context, .unconfirmed: false
        }
    }
}

import Scorecard

/// A figure of a group of children, and whose it is.
struct InequalityRow {
    let measure: Int64
    /// Where the series stands among the measure's.
    let position: Int
    /// The group's name for readers.
    let group: String
    /// Whether it is all children.
    let isWhole: Bool
    /// Whether it is the measure's own headline.
    let isOwn: Bool
    let isLocal: Bool
    /// What kind of number the series' figures are.
    let valueKind: ValueKind
    /// Which way is good for what a gap is worked out from.
    let basePolarity: Polarity?
    let figure: Figure
}

/// The gaps between groups of children, of some measures.
struct Inequality {
    /// The declared gaps that can be worked out.
    var gaps: [GapStanding] = []
    /// The declared gaps for which no figure is known.
    var unknown: [Standing] = []
    /// The other measures whose latest figure is published for groups too.
    var groups: [GroupsStanding] = []
    /// The name of the country whose gaps are known.
    var country: String?

    /// Sorts the rows of some measures into gaps and groups, in the order of the standings.
    init(_ standings: [Standing], _ rows: InequalityRows) {
        country = rows.country
        var seen: Set<Int64> = []
        for standing in standings where seen.insert(standing.measure.id).inserted {
            let id = standing.measure.id
            if standing.measure.kind == .derived {
                if let gap = rows.ends[id]?.gap(of: standing) {
                    gaps.append(gap)
                } else {
                    unknown.append(standing)
                }
            } else if let groups = rows.groups[id].flatMap({ GroupsStanding(standing, $0) }) {
                self.groups.append(groups)
            }
        }
    }

    var isEmpty: Bool { gaps.isEmpty && unknown.isEmpty && groups.isEmpty }
}

/// What was read for some measures, by the measure's id.
struct InequalityRows {
    var ends: [Int64: GapEnds] = [:]
    var groups: [Int64: [InequalityRow]] = [:]
    /// The name of the country.
    var country: String?
}

import Scorecard

/// The order in which a reader asked to see all rows of a scorecard, as the address says it:
/// `change`, or `-change` for the other way round.
struct ScorecardSort: Equatable {
    /// What rows can be sorted by.
    enum Column: String, CaseIterable {
        case name
        case latest
        case status
        case change
    }

    let column: Column
    /// Whether it is the other way round than a first click asks for.
    let isReversed: Bool

    /// Every order that there is, each before its reverse.
    static var all: [ScorecardSort] {
        Column.allCases.flatMap { column in
            [false, true].map { ScorecardSort(column: column, isReversed: $0) }
        }
    }
}

extension ScorecardSort: LosslessStringConvertible {
    init?(_ description: String) {
        let isReversed = description.hasPrefix("-")
        guard let column = Column(rawValue: String(description.drop { $0 == "-" })) else {
            return nil
        }
        self.init(column: column, isReversed: isReversed)
        guard self.description == description else { return nil }
    }

    var description: String { (isReversed ? "-" : "") + column.rawValue }
}

extension ScorecardSort {
    /// The other way round.
    var reversed: ScorecardSort { ScorecardSort(column: column, isReversed: !isReversed) }

    /// Whether what is least comes first: A before Z, old before new, worst before best.
    var isAscending: Bool {
        switch column {
        case .name, .status, .change: !isReversed
        case .latest: isReversed
        }
    }

    /// The order in a few words.
    var words: String {
        switch (column, isReversed) {
        case (.name, false): "A to Z"
        case (.name, true): "Z to A"
        case (.latest, false): "newest figure first"
        case (.latest, true): "oldest figure first"
        case (.status, false): "worst status first"
        case (.status, true): "best status first"
        case (.change, false): "worst change first"
        case (.change, true): "best change first"
        }
    }

    /// What the order goes by, where that needs a sentence.
    var rule: String? {
        switch column {
        case .name: nil
        case .latest: "Measures without a figure come last."
        case .status: "Measures that are not judged come last."
        case .change:
            "Changes are put in order by how large each is beside the range of the measure’s own "
                + "figures, so that percentages and numbers can stand in one list. Those that are "
                + "neither better nor worse come last."
        }
    }

    /// The rows in this order; of those that are alike, the one that came first stays first.
    func sorted(_ rows: [ShownRow]) -> [ShownRow] {
        let sign: Double = isAscending ? 1 : -1
        let ranked = zip(ranks(of: rows), rows).enumerated().map { place, pair in
            (rank: pair.0.map { $0 * sign }, place: place, row: pair.1)
        }
        return ranked.sorted { one, other in
            switch (one.rank, other.rank) {
            case (let rank?, let otherRank?) where rank != otherRank: rank < otherRank
            case (.some, nil): true
            case (nil, .some): false
            case (.some, .some), (nil, nil): one.place < other.place
            }
        }.map(\.row)
    }

    /// Where each row stands, the least first; `nil` for those that come last either way.
    private func ranks(of rows: [ShownRow]) -> [Double?] {
        switch column {
        case .name:
            let titles = rows.map { $0.standing.measure.title.lowercased() }
            let places = Dictionary(
                Set(titles).sorted().enumerated().map { ($1, Double($0)) }, uniquingKeysWith: min)
            return titles.map { places[$0] }
        case .latest:
            return rows.map { $0.standing.latest.map { Double($0.period.end.number) } }
        case .status:
            return rows.map { row in
                let status = row.standing.judgement.status
                guard status.isJudged else { return nil }
                return TargetStatus.allCases.firstIndex(of: status).map(Double.init)
            }
        case .change:
            return rows.map { $0.standing.change?.size(in: $0.standing.local) }
        }
    }
}

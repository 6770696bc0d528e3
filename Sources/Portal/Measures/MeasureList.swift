import Scorecard

/// The measures that a reader asked for, in order.
struct MeasureList {
    /// A measure of the list.
    struct Entry {
        let measure: ListedMeasure
        let standing: Standing
        /// The strategies that it belongs to.
        let strategies: [String]
        /// The title without what stands before its first word, such as a hash.
        let sortName: String
    }

    let filter: MeasureListFilter
    let choices: [FacetChoice]
    let entries: [Entry]

    /// Chooses from all measures; `reading` is how the words searched for are understood.
    init(
        _ filter: MeasureListFilter, of all: [ListedMeasure], _ standings: [Int64: Standing],
        _ choices: [FacetChoice], _ reading: SearchReading
    ) {
        self.filter = filter
        self.choices = choices
        let chosen = choices.filter { filter.facets[$0.facet] == $0.slug }
        let strategies = choices.filter { $0.facet == .strategy }
        let entries = all.compactMap { measure -> Entry? in
            let facts = measure.facts
            guard let standing = standings[facts.id],
                chosen.allSatisfy({ $0.measures.contains(facts.id) }),
                filter.includes(facts, standing.judgement.status),
                filter.typed.isEmpty || reading.isSaid(in: measure.words)
            else { return nil }
            return Entry(
                measure: measure, standing: standing,
                strategies: strategies.filter { $0.measures.contains(facts.id) }.map(\.title),
                sortName: SearchWords(facts.title).joined)
        }
        self.entries = Self.sorted(entries, by: filter.order)
    }

    private static func sorted(
        _ entries: [Entry], by order: MeasureListFilter.Order
    ) -> [Entry] {
        let keyed = entries.map { entry in
            (place: order.place(of: entry.standing), name: entry.sortName, entry: entry)
        }
        return keyed.sorted {
            ($0.place, $0.name, $0.entry.measure.facts.id)
                < ($1.place, $1.name, $1.entry.measure.facts.id)
        }.map(\.entry)
    }
}

extension MeasureList.Entry {
    /// The letter that it stands under; all numbers stand under one.
    var letter: String {
        guard let first = sortName.first, first.isLetter else { return "0–9" }
        return first.uppercased()
    }
}

extension MeasureListFilter {
    fileprivate func includes(_ measure: MeasureFacts, _ status: TargetStatus) -> Bool {
        (frequency.map { $0 == measure.frequency } ?? true)
            && (kind.map { $0 == measure.kind } ?? true)
            && (self.status?.includes(status) ?? true)
    }
}

extension MeasureListFilter.Order {
    /// What comes first: in the order of statuses that of tallies, in that of changes the worse.
    fileprivate func place(of standing: Standing) -> Int {
        switch self {
        case .name: 0
        case .status:
            TargetStatus.allCases.firstIndex(of: standing.judgement.status) ?? 0
        case .change:
            switch standing.change?.meaning {
            case .worse: 0
            case .better: 1
            case .neither: 2
            case .noChange: 3
            case .notComparable: 4
            case nil: 5
            }
        }
    }
}

extension SearchReading {
    /// Whether every term is said in some words; where none was understood, nothing is.
    fileprivate func isSaid(in words: [String]) -> Bool {
        !terms.isEmpty && terms.allSatisfy { $0.isSaid(in: words) }
    }
}

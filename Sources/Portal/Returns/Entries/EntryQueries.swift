import SQLite
import Scorecard

/// Which entries of returns are asked for.
enum EntryScope {
    case ofReturn(Int64)
    case ofRound(Int64)
    case some([Int64])
    /// Those of rounds that take figures.
    case open
    /// All of the returns of which some are in a state.
    case inReturnsWith(EntryState)
    /// Those in some of the states.
    case inStates([EntryState])

    fileprivate var condition: SQL {
        switch self {
        case .ofReturn(let id): "return_entry.return_id = \(id)"
        case .ofRound(let id): "figure_return.round_id = \(id)"
        case .some(let ids): "return_entry.id IN \(SQL.all(of: ids))"
        case .open:
            "(collection_round.state = 'open' OR return_entry.revision_reason IS NOT NULL)"
        case .inReturnsWith(let state):
            """
            return_entry.return_id IN (
                SELECT other.return_id FROM return_entry AS other WHERE other.state = \(state))
            """
        case .inStates(let states): "return_entry.state IN \(list: states.map(\.rawValue))"
        }
    }
}

extension SQL {
    /// Any number of ids as one value: an upload or a round has more than a statement takes each
    /// as one of its own.
    static func all(of ids: [Int64]) -> SQL {
        let text = "[\(ids.map(\.description).joined(separator: ","))]"
        return "(SELECT value FROM json_each(\(text)))"
    }
}

extension EntryState: SQLConvertible {}
extension Readiness: SQLConvertible {}
extension EntryCause: SQLConvertible {}
extension EntryEvent: SQLConvertible {}
extension CollectionRound.State: SQLConvertible {}

extension Database {
    /// The entries of returns, each return in its order, in two questions.
    ///
    /// Those of measures that the catalogue no longer has are left out: nobody can answer for
    /// them, and what was published of them stays.
    func entries(_ scope: EntryScope, on day: Day) throws(SQLError) -> [ReturnEntry] {
        var rows: [EntryRow] = []
        var measures: [Int64: CollectedMeasure] = [:]
        try forEach(
            """
            SELECT return_entry.id AS entry_id, return_entry.return_id, figure_return.round_id,
                   return_entry.period AS entry_period, return_entry.due_on,
                   return_entry.state AS entry_state, return_entry.content,
                   return_entry.readiness, return_entry.revision, return_entry.sent_back_words,
                   return_entry.revision_reason, return_entry.published_version,
                   collection_round.state = 'open' AND collection_round.opens_on <= \(day)
                       AS is_round_open,
                   \(MeasureFacts.columns), \(CollectedMeasure.columns)
            FROM return_entry
            JOIN figure_return ON figure_return.id = return_entry.return_id
            JOIN collection_round ON collection_round.id = figure_return.round_id
            JOIN measure ON measure.code = return_entry.measure
            WHERE \(scope.condition)
            ORDER BY collection_round.opens_on DESC, figure_return.round_id DESC,
                     figure_return.position, return_entry.position
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row("id")
            let known = measures[id]
            let measure = if let known { known } else { try CollectedMeasure(row: row) }
            measures[id] = measure
            if let read = try EntryRow(row: row, measure: measure) { rows.append(read) }
        }
        let groups = try collectedGroups(of: Array(measures.keys))
        return rows.map { $0.entry(groups[$0.measure.facts.id] ?? []) }
    }

    /// The groups for which measures are collected, by the measure's id.
    func collectedGroups(of measures: [Int64]) throws(SQLError) -> [Int64: [EntryGroup]] {
        guard !measures.isEmpty else { return [:] }
        var groups: [Int64: [EntryGroup]] = [:]
        try forEach(
            """
            SELECT measure_breakdown.measure_id, breakdown.id, breakdown.code, breakdown.label,
                   \(Self.divisions) AS divisions
            FROM measure_breakdown
            JOIN breakdown ON breakdown.id = measure_breakdown.breakdown_id
            WHERE measure_breakdown.measure_id IN \(list: measures)
            ORDER BY measure_breakdown.measure_id, measure_breakdown.position
            """
        ) { row throws(SQLError) in
            groups[try row("measure_id"), default: []].append(
                EntryGroup(
                    id: try row("id"), code: try row("code"), label: try row("label"),
                    divisions: GroupDivision.all(in: try row("divisions") ?? "")))
        }
        return groups
    }

    /// The ways of dividing all children of which a group is a part, one a line, each with the
    /// number of its parts before it.
    private static let divisions: SQL = """
        (SELECT group_concat(
            (SELECT count(*) FROM partition AS other
             WHERE other.whole_id = partition.whole_id AND other.division = partition.division)
            || ' ' || partition.division, char(10))
         FROM partition
         JOIN breakdown AS whole ON whole.id = partition.whole_id AND whole.position = 0
         WHERE partition.part_id = breakdown.id)
        """

    /// A return, with its round.
    func figureReturn(_ id: Int64) throws(SQLError) -> FigureReturn? {
        try first(
            """
            SELECT figure_return.id AS return_id, figure_return.title, \(CollectionRound.columns)
            FROM figure_return
            JOIN collection_round ON collection_round.id = figure_return.round_id
            WHERE figure_return.id = \(id)
            """
        ) { row throws(SQLError) in
            FigureReturn(
                id: try row("return_id"), title: try row("title"),
                round: try CollectionRound(row: row))
        }
    }
}

extension GroupDivision {
    fileprivate static func all(in lines: String) -> Set<GroupDivision> {
        Set(
            lines.items.compactMap { line in
                let parts = line.split(separator: " ", maxSplits: 1)
                guard parts.count == 2, let count = Int(parts[0]) else { return nil }
                return GroupDivision(name: String(parts[1]), parts: count)
            })
    }
}

/// A row while its groups are still to come.
private struct EntryRow {
    let measure: CollectedMeasure
    let entry: ([EntryGroup]) -> ReturnEntry

    init?(row: borrowing Row, measure: CollectedMeasure) throws(SQLError) {
        guard let period = Period(try row("entry_period", as: String.self)) else { return nil }
        guard let content = EntryContent(column: try row("content")) else {
            throw row.refused("the content of an entry was not written by the portal")
        }
        self.measure = measure
        let read = ReturnEntry(
            id: try row("entry_id"), returnID: try row("return_id"),
            roundID: try row("round_id"), measure: measure, groups: [], period: period,
            dueOn: try row("due_on"), state: try row("entry_state"), content: content,
            readiness: try row("readiness"), revision: try row("revision"),
            sentBackWords: try row("sent_back_words"),
            revisionReason: try row("revision_reason"),
            publishedVersion: try row("published_version"), isRoundOpen: try row("is_round_open"))
        entry = { read.with($0) }
    }
}

extension ReturnEntry {
    fileprivate func with(_ groups: [EntryGroup]) -> ReturnEntry {
        ReturnEntry(
            id: id, returnID: returnID, roundID: roundID, measure: measure, groups: groups,
            period: period, dueOn: dueOn, state: state, content: content, readiness: readiness,
            revision: revision, sentBackWords: sentBackWords, revisionReason: revisionReason,
            publishedVersion: publishedVersion, isRoundOpen: isRoundOpen)
    }
}

extension CollectedMeasure {
    /// The columns, besides those of its facts, that `init(row:)` reads.
    static let columns: SQL = """
        measure.numerator, measure.denominator, measure.multiplier,
        measure.small_number_threshold, measure.small_number_rounding, measure.service,
        measure.owner_role, measure.source, measure.definition_basis,
        (SELECT group_concat(DISTINCT strategy.slug) FROM placement
         JOIN strategy ON strategy.id = placement.strategy_id
         WHERE placement.measure_id = measure.id) AS strategies
        """

    convenience init(row: borrowing Row) throws(SQLError) {
        let multiplier: Int? = try row("multiplier")
        let strategies: String? = try row("strategies")
        self.init(
            facts: try MeasureFacts(row: row), numerator: try row("numerator"),
            denominator: try row("denominator"),
            multiplier: multiplier.map(Int32.init(clamping:)),
            smallNumbers: try SmallNumberRule(row: row), service: try row("service"),
            ownerRole: try row("owner_role"),
            // Slugs have no commas.
            strategies: Set((strategies ?? "").split(separator: ",").map(String.init)),
            source: try row("source"), definition: try row("definition_basis"))
    }
}

extension CollectionRound {
    /// The columns that `init(row:)` reads.
    static let columns: SQL = """
        collection_round.id AS round_id, collection_round.period AS round_period,
        collection_round.opens_on, collection_round.closes_on,
        collection_round.state AS round_state, collection_round.note AS round_note,
        collection_round.revision AS round_revision,
        collection_round.closed_at AS round_closed_at
        """

    init(row: borrowing Row) throws(SQLError) {
        guard let period = Period(try row("round_period", as: String.self)) else {
            throw row.refused("the period of a round is none")
        }
        self.init(
            id: try row("round_id"), period: period, opensOn: try row("opens_on"),
            closesOn: try row("closes_on"), state: try row("round_state"),
            note: try row("round_note"), revision: try row("round_revision"),
            closedAt: try row("round_closed_at"))
    }
}

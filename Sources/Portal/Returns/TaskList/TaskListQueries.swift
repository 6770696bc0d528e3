import SQLite
import Scorecard

extension Database {
    /// The returns of open rounds, and where a day is given those of rounds that opened since, in
    /// one question; revisions that are under way count as open.
    func returnTasks(on day: Day, since: Day? = nil) throws(SQLError) -> [ReturnTask] {
        var headings: [(id: Int64, title: String, round: CollectionRound)] = []
        var entries: [[TaskEntry]] = []
        try forEach(
            """
            SELECT figure_return.id AS return_id, figure_return.title AS return_title,
                   \(CollectionRound.columns),
                   return_entry.id AS entry_id, return_entry.due_on,
                   return_entry.state AS entry_state, return_entry.readiness,
                   return_entry.sent_back_words,
                   return_entry.revision_reason IS NOT NULL AS is_revised,
                   measure.code, measure.title, measure.service, \(Self.ownershipStrategies)
            FROM return_entry
            JOIN figure_return ON figure_return.id = return_entry.return_id
            JOIN collection_round ON collection_round.id = figure_return.round_id
            JOIN measure ON measure.code = return_entry.measure
            WHERE collection_round.state = 'open' OR collection_round.opens_on >= \(since)
                OR (return_entry.revision_reason IS NOT NULL
                    AND return_entry.state <> 'published')
            ORDER BY collection_round.opens_on DESC, figure_return.round_id DESC,
                     figure_return.position, figure_return.id, return_entry.position
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row("return_id")
            if headings.last?.id != id {
                headings.append(
                    (id, try row("return_title"), try CollectionRound(row: row)))
                entries.append([])
            }
            let last = headings.count - 1
            entries[last].append(try TaskEntry(row: row, in: headings[last].round, on: day))
        }
        return zip(headings, entries).map { heading, entries in
            ReturnTask(
                id: heading.id, title: heading.title, round: heading.round, entries: entries)
        }
    }

    /// For how many returns somebody has to do something: those with a measure of theirs in which
    /// they may type now.
    ///
    /// Every page asks for it, so that it reads no more of each measure of a return than whose it
    /// is, however many periods it is asked for.
    func countOfOwedReturns(of account: Account, on day: Day) throws(SQLError) -> Int {
        var owed: Set<Int64> = []
        try forEach(
            """
            SELECT open.return_id, measure.code, measure.service, \(Self.ownershipStrategies)
            FROM (
                SELECT DISTINCT return_entry.return_id, return_entry.measure
                FROM return_entry
                JOIN figure_return ON figure_return.id = return_entry.return_id
                JOIN collection_round ON collection_round.id = figure_return.round_id
                WHERE return_entry.state IN \(list: Self.openStates)
                    AND (return_entry.revision_reason IS NOT NULL
                         OR (collection_round.state = 'open'
                             AND collection_round.opens_on <= \(day)))
            ) AS open
            JOIN measure ON measure.code = open.measure
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row("return_id")
            guard !owed.contains(id) else { return }
            if account.may(.enterFigures, try MeasureOwnership(row: row)) { owed.insert(id) }
        }
        return owed.count
    }

    private static let openStates = EntryState.allCases.filter(\.isOpen).map(\.rawValue)

    /// The slugs of the strategies that name a measure, as `MeasureOwnership` reads them.
    private static let ownershipStrategies: SQL = """
        (SELECT group_concat(DISTINCT strategy.slug) FROM placement
         JOIN strategy ON strategy.id = placement.strategy_id
         WHERE placement.measure_id = measure.id) AS strategies
        """
}

extension MeasureOwnership {
    /// Out of the columns `code`, `service` and `strategies`.
    fileprivate init(row: borrowing Row) throws(SQLError) {
        let strategies: String? = try row("strategies")
        self.init(
            measure: try row("code"), service: try row("service"),
            // Slugs have no commas.
            strategies: Set((strategies ?? "").split(separator: ",").map(String.init)))
    }
}

extension TaskEntry {
    fileprivate init(
        row: borrowing Row, in round: CollectionRound, on day: Day
    ) throws(SQLError) {
        let state: EntryState = try row("entry_state")
        let isRevised: Bool = try row("is_revised")
        let isTaken = round.isOpen(on: day) || isRevised
        self.init(
            id: try row("entry_id"), title: try row("title"),
            ownership: try MeasureOwnership(row: row),
            step: ReturnProgress.Step(
                state: state, readiness: try row("readiness"), dueOn: try row("due_on"),
                isEditable: state.isOpen && isTaken),
            sentBackWords: try row("sent_back_words"))
    }
}

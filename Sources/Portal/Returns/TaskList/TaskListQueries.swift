import SQLite
import Scorecard

extension Database {
    /// The returns of open rounds, and where a day is given those of rounds that opened since, in
    /// one question; revisions that are under way count as open.
    func returnTasks(on day: Day, since: Day? = nil) throws(SQLError) -> [ReturnTask] {
        var tasks: [ReturnTask] = []
        var entries: [TaskEntry] = []
        try forEach(
            """
            SELECT figure_return.id AS return_id, figure_return.title AS return_title,
                   \(CollectionRound.columns),
                   return_entry.id AS entry_id, return_entry.due_on,
                   return_entry.state AS entry_state, return_entry.readiness,
                   return_entry.sent_back_words,
                   return_entry.revision_reason IS NOT NULL AS is_revised,
                   measure.code, measure.title, measure.service,
                   (SELECT group_concat(DISTINCT strategy.slug) FROM placement
                    JOIN strategy ON strategy.id = placement.strategy_id
                    WHERE placement.measure_id = measure.id) AS strategies
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
            if tasks.last?.id != id {
                entries = []
                tasks.append(
                    ReturnTask(
                        id: id, title: try row("return_title"),
                        round: try CollectionRound(row: row), entries: []))
            }
            let round = tasks[tasks.count - 1].round
            entries.append(try TaskEntry(row: row, in: round, on: day))
            tasks[tasks.count - 1] = ReturnTask(
                id: id, title: tasks[tasks.count - 1].title, round: round, entries: entries)
        }
        return tasks
    }

    /// For how many returns somebody has to do something.
    func countOfOwedReturns(of account: Account, on day: Day) throws(SQLError) -> Int {
        try returnTasks(on: day).compactMap { $0.own(account) }.owed(on: day).count
    }
}

extension TaskEntry {
    fileprivate init(
        row: borrowing Row, in round: CollectionRound, on day: Day
    ) throws(SQLError) {
        let state: EntryState = try row("entry_state")
        let strategies: String? = try row("strategies")
        let isRevised: Bool = try row("is_revised")
        let isTaken = round.isOpen(on: day) || isRevised
        self.init(
            id: try row("entry_id"), title: try row("title"),
            ownership: MeasureOwnership(
                measure: try row("code"), service: try row("service"),
                // Slugs have no commas.
                strategies: Set((strategies ?? "").split(separator: ",").map(String.init))),
            step: ReturnProgress.Step(
                state: state, readiness: try row("readiness"), dueOn: try row("due_on"),
                isEditable: state.isOpen && isTaken),
            sentBackWords: try row("sent_back_words"))
    }
}

import SQLite
import Scorecard

extension Database {
    /// All rounds, newest first, with how far those of their figures are that `isOwn` lets in.
    func rounds(
        on day: Day, _ isOwn: (MeasureOwnership) -> Bool
    ) throws(SQLError) -> [RoundOverview] {
        var rounds: [RoundOverview] = []
        try forEach(
            """
            WITH owned AS MATERIALIZED (
                SELECT measure.code, measure.service,
                       group_concat(DISTINCT strategy.slug) AS strategies
                FROM measure
                LEFT JOIN placement ON placement.measure_id = measure.id
                LEFT JOIN strategy ON strategy.id = placement.strategy_id
                GROUP BY measure.id)
            SELECT \(CollectionRound.columns), owned.code, owned.service, owned.strategies,
                   return_entry.state AS entry_state, return_entry.due_on
            FROM collection_round
            LEFT JOIN figure_return ON figure_return.round_id = collection_round.id
            LEFT JOIN return_entry ON return_entry.return_id = figure_return.id
            LEFT JOIN owned ON owned.code = return_entry.measure
            ORDER BY collection_round.period DESC, collection_round.id DESC
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row("round_id")
            if rounds.last?.round.id != id {
                rounds.append(RoundOverview(round: try CollectionRound(row: row)))
            }
            guard let code: String = try row("code") else { return }
            let owner = MeasureOwnership(
                measure: code, service: try row("service"), strategies: try row("strategies"))
            guard isOwn(owner) else { return }
            let state: EntryState = try row("entry_state")
            let due: Day = try row("due_on")
            rounds[rounds.count - 1].counts.add(state, isLate: state.isOpen && due < day)
        }
        return rounds
    }

    func round(_ id: Int64) throws(SQLError) -> CollectionRound? {
        try first(
            "SELECT \(CollectionRound.columns) FROM collection_round WHERE id = \(id)",
            read: CollectionRound.init)
    }

    /// The round of a period.
    func round(of period: Period) throws(SQLError) -> CollectionRound? {
        try first(
            """
            SELECT \(CollectionRound.columns) FROM collection_round
            WHERE period = \(period.description)
            """, read: CollectionRound.init)
    }

    /// The periods for which there are rounds, with the numbers of these.
    func roundPeriods() throws(SQLError) -> [Period: Int64] {
        var rounds: [Period: Int64] = [:]
        try forEach("SELECT id, period FROM collection_round") { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            rounds[period] = try row("id", as: Int64.self)
        }
        return rounds
    }

    /// What the returns of a round are called, by their numbers.
    func returnTitles(ofRound round: Int64) throws(SQLError) -> [Int64: String] {
        var titles: [Int64: String] = [:]
        try forEach("SELECT id, title FROM figure_return WHERE round_id = \(round)") {
            row throws(SQLError) in
            titles[try row("id")] = try row("title", as: String.self)
        }
        return titles
    }

    /// The days by which the figures of a round's entries are due by the rules of their measures;
    /// those of measures that the catalogue no longer has are left out.
    func ruledDays(ofRound round: Int64) throws(SQLError) -> [Int64: Day] {
        var days: [Int64: Day] = [:]
        try forEach(
            """
            SELECT return_entry.id, return_entry.period, measure.frequency, measure.period_kind
            FROM return_entry
            JOIN figure_return ON figure_return.id = return_entry.return_id
            JOIN measure ON measure.code = return_entry.measure
            WHERE figure_return.round_id = \(round)
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            let kind = PeriodKind(rawValue: try row("period_kind"))
            let rule = DueRule(frequency: try row("frequency"), kind: kind)
            days[try row("id")] = rule.dueDay(of: period)
        }
        return days
    }

    /// Changes the dates and the note of a round, and with the dates when its figures are due.
    func change(_ round: Int64, to terms: RoundTerms, at moment: Int) throws(SQLError) {
        try run(
            """
            UPDATE collection_round SET
                opens_on = \(terms.dates.opensOn), closes_on = \(terms.dates.closesOn),
                note = \(terms.note), revision = revision + 1, changed_at = \(moment)
            WHERE id = \(round)
            """)
        for (entry, day) in try ruledDays(ofRound: round) {
            try run(
                """
                UPDATE return_entry SET due_on = \(terms.dates.dueDay(ruled: day))
                WHERE id = \(entry)
                """)
        }
    }

    /// Closes a round, or opens it again.
    func set(_ state: CollectionRound.State, ofRound round: Int64, at moment: Int) throws(SQLError)
    {
        try run(
            """
            UPDATE collection_round SET
                state = \(state), closed_at = \(state == .closed ? moment : nil),
                revision = revision + 1, changed_at = \(moment)
            WHERE id = \(round)
            """)
    }
}

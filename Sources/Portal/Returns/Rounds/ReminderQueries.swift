import SQLite
import Scorecard

extension Database {
    /// Notes that somebody is being reminded; `false` where they were in this very second.
    func begin(reminderOf person: Int64, ofRound round: Int64, at moment: Int) throws(SQLError)
        -> Bool
    {
        try run(
            """
            INSERT INTO reminder (round_id, person_id, sent_at, problem)
            VALUES (\(round), \(person), \(moment), \(SentReminder.underWay))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Notes what became of it.
    func finish(
        reminderOf person: Int64, ofRound round: Int64, at moment: Int, problem: String?
    ) throws(SQLError) {
        try run(
            """
            UPDATE reminder SET problem = \(problem)
            WHERE round_id = \(round) AND person_id = \(person) AND sent_at = \(moment)
            """)
    }

    /// Who was reminded of a round, the newest first.
    func reminders(ofRound round: Int64) throws(SQLError) -> [SentReminder] {
        try all(
            """
            SELECT reminder.person_id, person.name, reminder.sent_at, reminder.problem
            FROM reminder JOIN person ON person.id = reminder.person_id
            WHERE reminder.round_id = \(round)
            ORDER BY reminder.sent_at DESC, person.name, person.id LIMIT 500
            """
        ) { row throws(SQLError) in
            SentReminder(
                person: try row("person_id"), name: try row("name"), at: try row("sent_at"),
                problem: try row("problem"))
        }
    }
}

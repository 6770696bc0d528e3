import Scorecard

/// Something that happens in a demonstration, and the day on which it begins.
struct DemonstrationEvent {
    let day: Day
    let happen: () throws -> Void
}

extension DemonstrationRounds {
    /// The rounds and revisions that the files name; `say` is told of each that is over.
    func events(say: @escaping (String) -> Void) throws -> [DemonstrationEvent] {
        let rounds = try folder.rounds().map { row in
            DemonstrationEvent(day: try row.day("opened_on")) {
                try run(row)
                say("Published the round for \(try row.text("quarter")).")
            }
        }
        let revisions = try folder.revisions().map { row in
            DemonstrationEvent(day: try row.day("begun_on")) {
                try revise(row)
                say("Revised the figure of \(try row.text("measure")).")
            }
        }
        return rounds + revisions
    }
}

extension DemonstrationReports {
    /// The reports that the files name, and what a committee says of them.
    func events(say: @escaping (String) -> Void) throws -> [DemonstrationEvent] {
        let written = try folder.reports().flatMap { row in
            [
                DemonstrationEvent(day: try row.day("written_on")) { try write(row) },
                DemonstrationEvent(day: try row.day("frozen_on")) {
                    try freeze(row)
                    say("Froze the report \(try row.text("report")).")
                },
            ]
        }
        let said = try folder.comments().flatMap { row in
            let recorded = DemonstrationEvent(day: try row.day("recorded_on")) { try record(row) }
            guard let day = try row.day(ifAny: "answered_on") else { return [recorded] }
            return [recorded, DemonstrationEvent(day: day) { try answer(row, on: day) }]
        }
        return written + said
    }
}

import SQLite
import Scorecard

/// Loads the meetings of boards.
struct MeetingLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        let file = try folder.file(
            "meetings", columns: ["board", "day", "title", "place", "papers", "note"],
            keys: [["board", "day"]])
        let boards = try database.ids(of: "board", by: "slug")
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO meeting (board_id, day, title, place, papers, note, position)
                VALUES (\(row.reference("board", in: boards, of: "boards.csv")),
                        \(row.day("day")), \(row.optional("title")), \(row.optional("place")),
                        \(row.address(ifAny: "papers")), \(row.optional("note")), \(position))
                ON CONFLICT (board_id, day) DO UPDATE SET
                    title = excluded.title, place = excluded.place, papers = excluded.papers,
                    note = excluded.note, position = excluded.position
                """)
        }
    }
}

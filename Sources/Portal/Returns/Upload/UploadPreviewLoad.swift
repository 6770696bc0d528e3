import SQLite
import Scorecard

/// Looks through a file that was sent, and keeps what each of its rows would do.
struct UploadPreview {
    private let database: Database
    private let settings: Settings

    init(_ database: Database, _ settings: Settings) {
        self.database = database
        self.settings = settings
    }

    /// Rows that are kept in one transaction.
    private static let rowsAtATime = 5_000

    /// Looks through it from its beginning, whatever was kept of it before.
    func make(of upload: Upload) throws {
        guard let account = try database.sender(of: upload) else {
            try database.moveUpload(
                upload.id, from: .reading, to: .unreadable,
                problem: "Its sender cannot enter figures any more")
            return
        }
        guard let file = try database.file(ofUpload: upload.id) else {
            try database.moveUpload(
                upload.id, from: .reading, to: .unreadable, problem: "The file is not kept any more"
            )
            return
        }
        try database.transaction {
            try database.clearRows(ofUpload: upload.id, total: Self.lines(file, upload.format))
        }
        do {
            try read(file, upload, account)
        } catch let problem as UploadProblem {
            try database.transaction {
                guard
                    try database.moveUpload(
                        upload.id, from: .reading, to: .unreadable, problem: problem.words)
                else { return }
                try database.clearRows(ofUpload: upload.id, total: nil)
            }
        }
    }

    /// How many lines a text has, by which its progress is told.
    private static func lines(_ file: [UInt8], _ format: UploadFormat) -> Int? {
        switch format {
        case .csv, .paste: max(1, file.count { $0 == UInt8(ascii: "\n") })
        case .xlsx, .ods: nil
        }
    }

    private func read(_ file: [UInt8], _ upload: Upload, _ account: Account) throws {
        var rows = try UploadWorkbook(file)
        let entries = try database.snapshot {
            try database.entries(.inStates(EntryState.allCases), on: settings.today())
        }
        var judge = UploadJudge(UploadBook(entries, account))
        var counts = UploadCounts()
        var batch: [UploadVerdict] = []
        while let row = try rows.next() {
            let verdict = judge.judge(row)
            counts[verdict.outcome] += 1
            batch.append(verdict)
            guard batch.count == Self.rowsAtATime else { continue }
            guard try keep(batch, upload, counts) else { return }
            batch.removeAll(keepingCapacity: true)
        }
        guard try keep(batch, upload, counts) else { return }
        guard counts.all > 0 else {
            throw UploadProblem(words: "The selected file has no rows below its headings")
        }
        let measures = judge.measures.map { judge.book.lines[$0].measure.facts.code }.sorted()
        try database.transaction {
            for (claim, words) in judge.refusedClaims() {
                let refusal = UploadRefusal(column: claim.column, words: words)
                let old = try database.refuse(claim.row, ofUpload: upload.id, refusal)
                guard let old, old != .refused else { continue }
                counts[old] -= 1
                counts.refused += 1
            }
            try database.finishPreview(
                ofUpload: upload.id, counts, notes: rows.notes, measures: measures)
        }
    }

    /// Keeps some rows; `false` if the upload was discarded meanwhile.
    private func keep(
        _ batch: [UploadVerdict], _ upload: Upload, _ counts: UploadCounts
    ) throws -> Bool {
        try database.transaction {
            guard try database.note(counts.all, ofUpload: upload.id, in: .reading) else {
                return false
            }
            try database.add(batch, toUpload: upload.id)
            return true
        }
    }
}

import SQLite
import Scorecard

/// Takes back what an upload has brought, as far as nobody has changed it since.
struct UploadUndoing {
    private let database: Database
    private let settings: Settings
    private let writing: UploadWriting

    init(_ database: Database, _ settings: Settings) {
        self.database = database
        self.settings = settings
        writing = UploadWriting(database, settings)
    }

    func undo(_ upload: Upload) throws {
        guard let account = try database.undoer(of: upload) else {
            try database.moveUpload(
                upload.id, from: .undoing, to: .applied,
                problem: "Nothing was undone: whoever asked for it cannot enter figures any more")
            return
        }
        for _ in 0..<UploadWriting.mostTries where try attempt(upload, account) {
            return
        }
        throw UploadWriting.Overtaken()
    }

    /// Whether it came to an end, whichever.
    private func attempt(_ upload: Upload, _ account: Account) throws -> Bool {
        let (entries, changes, built) = try database.snapshot {
            (
                try database.entries(.inStates(EntryState.allCases), on: settings.today()),
                try database.applied(ofUpload: upload.id),
                try database.builtOn(upload: upload.id)
            )
        }
        let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var contents: [EntryRewriting] = []
        var obstacle = built == 0 ? nil : "figures of it have been approved since"
        for change in changes {
            guard let entry = byID[change.entry] else { continue }
            let content = change.undone(entry.content).content
            guard content != entry.content else { continue }
            contents.append((entry, content))
            if !account.may(.enterFigures, entry.measure.ownership) {
                obstacle = "some of its figures are entered by others"
            } else if entry.state == .approved || entry.state == .published {
                // A revision that the file was for was given up: what is published is locked.
                obstacle = "some of its figures are published"
            } else if !entry.isRoundOpen, entry.revisionReason == nil {
                obstacle = "returns for \(entry.period.shortLabel) are closed"
            }
        }
        if let obstacle {
            try database.moveUpload(
                upload.id, from: .undoing, to: .applied,
                problem: "Nothing was undone: \(obstacle)")
            return true
        }
        return try writing.write(contents, among: entries, .undone, of: upload) { rewrites in
            try finish(upload, rewrites, account)
        }
    }

    private func finish(
        _ upload: Upload, _ rewrites: [EntryRewrite], _ account: Account
    ) throws {
        let now = settings.now()
        // What waits for approval is not what was submitted any more.
        let submitted = rewrites.filter { $0.before.state == .submitted }.map(\.entry.id)
        for piece in submitted.pieces(of: 10_000) {
            try database.move(piece, to: .draft, .withdrawn, by: account.id, at: now)
        }
        try database.keep(rewrites, by: account.id, at: now)
        try database.finishUndoing(upload.id, at: now)
        try database.append(
            TrailEntry(
                actor: TrailEntry.Actor(person: account.id, name: account.userName),
                action: .uploadUndone, subject: upload.subject,
                after: upload.trailValues([
                    ("entries", "\(rewrites.count { $0.cause == .undone })")
                ])), at: now)
    }
}

extension Array {
    /// The elements in pieces of at most that many.
    fileprivate func pieces(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { start in
            Array(self[start..<Swift.min(start + count, self.count)])
        }
    }
}

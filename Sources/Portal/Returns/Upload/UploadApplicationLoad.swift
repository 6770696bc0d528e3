import SQLite
import Scorecard

/// Brings into entries what an upload has shown that it would: all of it or nothing.
struct UploadApplication {
    private let database: Database
    private let settings: Settings
    private let writing: UploadWriting

    init(_ database: Database, _ settings: Settings) {
        self.database = database
        self.settings = settings
        writing = UploadWriting(database, settings)
    }

    func apply(_ upload: Upload) throws {
        guard let account = try database.sender(of: upload) else {
            try database.moveUpload(
                upload.id, from: .applying, to: .previewed,
                problem: "Its sender cannot enter figures any more")
            return
        }
        for _ in 0..<UploadWriting.mostTries where try attempt(upload, account) {
            return
        }
        throw UploadWriting.Overtaken()
    }

    /// Whether it came to an end, whichever.
    private func attempt(_ upload: Upload, _ account: Account) throws -> Bool {
        var changes: [Int64: UploadedChange] = [:]
        let entries = try database.snapshot {
            let entries = try database.entries(
                .inStates(EntryState.allCases), on: settings.today())
            let contents = Dictionary(
                entries.map { ($0.id, $0.content) }, uniquingKeysWith: { $1 })
            changes = try database.changes(ofUpload: upload.id, now: contents)
            return entries
        }
        var contents: [EntryRewriting] = []
        var objections: [String] = []
        for entry in entries {
            guard let change = changes.removeValue(forKey: entry.id) else { continue }
            let merge = EntryMerge(
                base: change.before.isEmpty
                    ? entry.content : entry.content.replacing(change.before),
                theirs: entry.content, yours: change.fields)
            if let words = objection(entry, merge, account) { objections.append(words) }
            if merge.content != entry.content { contents.append((entry, merge.content)) }
        }
        if !changes.isEmpty {
            objections.append("a measure is not collected any more")
        }
        guard objections.isEmpty else {
            try database.moveUpload(
                upload.id, from: .applying, to: .reading, problem: Self.words(objections))
            return true
        }
        return try writing.write(contents, among: entries, .uploaded, of: upload) { rewrites in
            try finish(upload, rewrites, account)
        }
    }

    /// Why what was looked through cannot be done any more.
    private func objection(
        _ entry: ReturnEntry, _ merge: EntryMerge, _ account: Account
    ) -> String? {
        let name = "\(entry.measure.facts.title), \(entry.period.shortLabel)"
        if !account.may(.enterFigures, entry.measure.ownership) {
            return "\(name), is entered by others"
        }
        if merge.content != entry.content, !entry.isEditable { return "\(name), is locked" }
        guard !merge.clashes.isEmpty else { return nil }
        let fields = merge.clashes.map { clash in
            "\(clash.field.label(in: entry)) is now “\(clash.theirs.prefix(60))”"
        }
        return "\(name): \(fields.joined(separator: ", "))"
    }

    private static func words(_ objections: [String]) -> String {
        let told = objections.prefix(5).joined(separator: "; ")
        let more = objections.count > 5 ? "; and \(objections.count - 5) more" : ""
        return "Nothing was imported, because figures were changed after you saw the preview: "
            + told + more + ". Below is what the file would do now"
    }

    private func finish(
        _ upload: Upload, _ rewrites: [EntryRewrite], _ account: Account
    ) throws {
        let now = settings.now()
        try database.keep(rewrites, by: account.id, at: now)
        try database.keep(rewrites.filter { $0.cause == .uploaded }, ofUpload: upload.id)
        try database.finishApplying(upload.id, at: now)
        try database.append(
            TrailEntry(
                actor: TrailEntry.Actor(person: account.id, name: account.userName),
                action: .uploadApplied, subject: upload.subject,
                after: upload.trailValues([
                    ("rows", "\(upload.counts.effective)"),
                    ("left_out", "\(upload.counts.refused)"),
                    ("entries", "\(rewrites.count { $0.cause == .uploaded })"),
                ])), at: now)
    }
}

/// How many entries are written at once, on the ground of what was read before.
struct UploadWriting {
    private let database: Database
    private let settings: Settings

    init(_ database: Database, _ settings: Settings) {
        self.database = database
        self.settings = settings
    }

    static let mostTries = 5

    /// Somebody saved at each try, so that nothing could be written on the ground of what was
    /// read.
    struct Overtaken: Error, CustomStringConvertible {
        var description: String { "figures were changed at each of \(mostTries) tries" }
    }

    /// Looks through what entries are to hold, and then, in one transaction, has it kept.
    ///
    /// Looking through takes the longest, and nobody has to wait for it. If an entry has been
    /// changed in the meantime, nothing is kept.
    ///
    /// - Parameters:
    ///   - contents: What entries are to hold.
    ///   - entries: All entries, as they were read.
    ///   - cause: Why they change.
    ///   - upload: The upload, as it was when this was begun.
    ///   - finish: Keeps it all; within the transaction.
    /// - Returns: Whether it is done, or not to be done any more.
    /// - Throws: What cannot be read or written.
    func write(
        _ contents: [EntryRewriting], among entries: [ReturnEntry], _ cause: EntryCause,
        of upload: Upload, finish: ([EntryRewrite]) throws -> Void
    ) throws -> Bool {
        let isBegun = try database.note(
            0, of: contents.count, ofUpload: upload.id, in: upload.state)
        guard isBegun else { return true }
        let rewrites = try database.rewrites(contents, among: entries, cause: cause) { done in
            _ = try database.note(
                min(done, contents.count), ofUpload: upload.id, in: upload.state)
        }
        return try database.transaction {
            guard try database.upload(upload.id)?.state == upload.state else { return true }
            let now = try database.entryStamps(on: settings.today())
            guard rewrites.allSatisfy({ now[$0.entry.id] == EntryStamp($0.before) }) else {
                return false
            }
            try finish(rewrites)
            return true
        }
    }
}

/// By what it is known that an entry is as it was.
struct EntryStamp: Equatable {
    let revision: Int
    let state: EntryState
    let isRoundOpen: Bool
}

extension EntryStamp {
    init(_ entry: ReturnEntry) {
        self.init(revision: entry.revision, state: entry.state, isRoundOpen: entry.isRoundOpen)
    }
}

extension Upload {
    /// What the trail says of it.
    func trailValues(_ others: [(name: String, text: String?)] = []) -> JSONObject {
        JSONObject(
            [("file", fileName), ("sha256", digest), ("bytes", "\(size)")] + others)
    }
}

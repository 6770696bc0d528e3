import SQLite
import Scorecard

/// Works through the files that people have sent, one after the other.
///
/// What is to be done stands in the database, and each step leads in one transaction to the next:
/// a step that was cut off is begun anew, and nothing is half done. It belongs to one thread.
final class UploadJobs {
    private let settings: Settings
    private let log: (String) -> Void
    private var database: Database?
    /// The number of the database's content when there was last nothing to do.
    private var idleVersion: Int64?
    /// How often a step of an upload has failed.
    private var failures: [Int64: Int] = [:]
    /// Calls to wait after a failure, so that what others must mend is not tried without end.
    private var pause = 0

    init(_ settings: Settings, log: @escaping (String) -> Void) {
        self.settings = settings
        self.log = log
    }

    /// Does all that there is to do, and answers soon where that is nothing.
    func run() {
        if pause > 0 {
            pause -= 1
            return
        }
        do {
            let database = try connection()
            let version = try database.dataVersion
            guard version != idleVersion else { return }
            var last: Int64 = 0
            var isWhole = true
            var hasWorked = false
            while let id = try database.uploadAtWork(after: last) {
                hasWorked = true
                if !work(on: id, database) {
                    isWhole = false
                    last = id
                }
            }
            idleVersion = isWhole ? version : nil
            if !isWhole { pause = Self.longPause }
            // What SQLite has kept in memory for so many rows is worth nothing to the next file.
            if hasWorked { close() }
        } catch {
            log("uploads: \(error)")
            database = nil
            pause = Self.longPause
        }
    }

    private static let longPause = 100
    private static let mostFailures = 3

    private func close() {
        database = nil
        idleVersion = nil
    }

    private func connection() throws -> Database {
        if let database { return database }
        let opened = try Database.open(settings, .readWrite)
        // In kibibytes: what one transaction changes is many times what a form does.
        try opened.run("PRAGMA cache_size = -8192")
        database = opened
        return opened
    }

    /// Does the next step of an upload; `false` if it failed and is to be tried again later.
    private func work(on id: Int64, _ database: Database) -> Bool {
        do {
            guard let upload = try database.upload(id) else { return true }
            switch upload.state {
            case .reading: try UploadPreview(database, settings).make(of: upload)
            case .applying: try UploadApplication(database, settings).apply(upload)
            case .undoing: try UploadUndoing(database, settings).undo(upload)
            case .unreadable, .previewed, .applied, .undone, .discarded: break
            }
            failures[id] = nil
            return true
        } catch {
            log("uploads: \(id): \(error)")
            failures[id, default: 0] += 1
            guard failures[id, default: 0] >= Self.mostFailures else { return false }
            return giveUp(id, database)
        }
    }

    /// Brings an upload whose step fails again and again back to where its sender can go on.
    private func giveUp(_ id: Int64, _ database: Database) -> Bool {
        let words = "There was a problem with the service. Try again later"
        do {
            try database.transaction {
                try database.moveUpload(id, from: .reading, to: .unreadable, problem: words)
                try database.moveUpload(id, from: .applying, to: .previewed, problem: words)
                try database.moveUpload(id, from: .undoing, to: .applied, problem: words)
            }
            failures[id] = nil
            return true
        } catch {
            log("uploads: \(id): \(error)")
            return false
        }
    }
}

extension Database {
    /// Who sent an upload, with the roles that they have now; `nil` if they may do nothing any
    /// more.
    func sender(of upload: Upload) throws -> Account? {
        guard let person = try person(id: upload.person), person.isActive else { return nil }
        return Account(
            id: person.id, userName: person.userName, name: person.name,
            service: person.details.service, grants: person.grants)
    }
}

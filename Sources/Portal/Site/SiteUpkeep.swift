import SQLite
import Synchronization

/// What is done for the portal now and then, when nobody asks: what was noted while pages were
/// answered is written down, and what is over is taken away.
final class SiteUpkeep: Sendable {
    private struct State {
        /// What was last written down of who was here.
        var written: [Int64: Int] = [:]
        var tidiedAt: Int?
        /// What went wrong the last time.
        var fault: String?
    }

    /// Seconds between two times of taking away what is over.
    private static let pause = 300

    private let presence: Presence
    private let refusals: RefusalNotes
    private let state = Mutex(State())

    init(_ presence: Presence, _ refusals: RefusalNotes) {
        self.presence = presence
        self.refusals = refusals
    }

    /// Does what there is to do; where there is nothing, the database is left alone.
    ///
    /// What cannot be written down waits for the next time, and the fault is told once.
    func run(_ settings: Settings, isLast: Bool, log: (String) -> Void) {
        let now = settings.now()
        // One who asked while this was being written may have read what the database had before:
        // what was written down is forgotten only the next time.
        presence.forget(state.withLock { $0.written })
        let seen = presence.all
        let notes = refusals.take(at: now, isLast: isLast)
        do {
            if !seen.isEmpty || !notes.isEmpty { try write(seen, notes, settings, at: now) }
            state.withLock { $0.written = seen }
        } catch {
            refusals.putBack(notes)
            tell(error, log)
            return
        }
        do {
            try tidy(settings, at: now)
            state.withLock { $0.fault = nil }
        } catch {
            tell(error, log)
        }
    }

    private func write(
        _ seen: [Int64: Int], _ notes: [RefusalNotes.Note], _ settings: Settings, at now: Int
    ) throws {
        let database = try Database.open(settings, .readWrite)
        try database.transaction {
            try database.see(seen)
            for note in notes { try database.append(note.entry, at: now) }
        }
    }

    private func tidy(_ settings: Settings, at now: Int) throws {
        // A clock that was set back must not make this wait for long.
        let isDue = state.withLock { $0.tidiedAt.map { abs(now - $0) >= Self.pause } ?? true }
        guard isDue else { return }
        let database = try Database.open(settings, .readWrite)
        if try database.holdsWhatIsOver(settings.sessionLimits, at: now) {
            try database.removeWhatIsOver(settings.sessionLimits, at: now)
        }
        state.withLock { $0.tidiedAt = now }
    }

    private func tell(_ error: any Error, _ log: (String) -> Void) {
        let words = "\(error)"
        let isNew = state.withLock { state in
            defer { state.fault = words }
            return state.fault != words
        }
        if isNew { log("upkeep: \(words)") }
    }
}

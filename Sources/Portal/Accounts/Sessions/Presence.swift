import Synchronization

/// When sessions were last used, until that is written down.
///
/// Pages are answered from connections that only read, so that reading never waits for writing.
/// What is lost when the machine stops is some seconds of somebody's patience.
final class Presence: Sendable {
    private let seen = Mutex<[Int64: Int]>([:])

    /// Notes that a session is used now.
    func note(_ session: Int64, at moment: Int) {
        seen.withLock { $0[session] = moment }
    }

    /// When a session was last used, of what is known here and what was written down.
    func lastSeen(_ session: Session) -> Int {
        lastSeen(session.id, written: session.seenAt)
    }

    /// The same of the session of a number, of which it is written when it was seen.
    func lastSeen(_ session: Int64, written: Int) -> Int {
        max(seen.withLock { $0[session] } ?? 0, written)
    }

    /// All that is to be written down.
    var all: [Int64: Int] { seen.withLock { $0 } }

    /// Forgets what has been written down and has not changed since.
    func forget(_ written: [Int64: Int]) {
        seen.withLock { seen in
            for (session, moment) in written where seen[session] == moment {
                seen[session] = nil
            }
        }
    }
}

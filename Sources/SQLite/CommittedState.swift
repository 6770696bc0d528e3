internal import CSQLite

/// A state of what is committed in a database, to be told from every one before and after it.
///
/// It is the header of the wal-index: how many frames of the write-ahead log are committed, a
/// checksum over all of them, the log's salts and a count of commits. A commit is there when it
/// has been written, before whoever made it is told, and SQLite itself looks nowhere else to find
/// out whether there is something new. So two states that are equal are of the same data. Others
/// need not be of other data: a log that begins anew is another state.
public struct CommittedState: Equatable, Sendable {
    typealias Words = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    private let words: Words

    fileprivate init(_ words: Words) {
        self.words = words
    }

    /// Whether both are the same state.
    public static func == (one: CommittedState, other: CommittedState) -> Bool {
        one.words == other.words
    }
}

extension Database {
    /// The state of what is committed now, whichever connection or process has committed it;
    /// `nil` if that cannot be told at this moment, or never, for want of a write-ahead log.
    ///
    /// What is read afterwards is of this state or a later one. It is read from memory, without
    /// a lock and without asking the system, which `dataVersion` must do four times.
    public var committedState: CommittedState? {
        guard keepsLog else { return nil }
        var words: CommittedState.Words = (0, 0, 0, 0, 0, 0)
        let isWhole = unsafe withUnsafeMutableBytes(of: &words) { bytes in
            unsafe portal_wal_index_header(
                handle, bytes.assumingMemoryBound(to: sqlite3_uint64.self).baseAddress)
        }
        return isWhole != 0 ? CommittedState(words) : nil
    }
}

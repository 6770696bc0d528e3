/// The compiled statements of a connection, found by their text.
///
/// Compiling costs ten times what a small query does. The bound is for statements whose text
/// varies, such as lists: the one unused for longest makes room.
@safe final class StatementCache {
    private let connection: OpaquePointer
    private let capacity: Int
    private let counters: DatabaseCounters
    private var statements: [String: PreparedStatement] = [:]
    /// Inserts in a loop ask for the same statement again: this spares hashing its text.
    private var latest: PreparedStatement?
    private var uses: UInt64 = 0

    @safe init(of connection: OpaquePointer, capacity: Int, counters: DatabaseCounters) {
        self.counters = counters
        unsafe self.connection = connection
        self.capacity = capacity
    }

    /// A statement that nobody is using.
    ///
    /// A query within the rows of the same query gets a second one, which is not kept.
    func statement(_ text: String) throws(SQLError) -> PreparedStatement {
        uses += 1
        counters.statements.add()
        let statement: PreparedStatement
        if let latest, !latest.isInUse, latest.text == text {
            statement = latest
        } else if let known = statements[text] {
            guard !known.isInUse else { return try prepare(text, lasting: false) }
            statement = known
            latest = known
        } else {
            statement = try prepare(text, lasting: true)
            makeRoom()
            statements[text] = statement
            latest = statement
        }
        statement.lastUse = uses
        return statement
    }

    /// How many statements are kept.
    var count: Int { statements.count }

    /// The texts of those that are kept.
    var texts: [String] { Array(statements.keys) }

    private func prepare(
        _ text: String, lasting: Bool
    ) throws(SQLError) -> PreparedStatement {
        counters.statementMisses.add()
        return try unsafe PreparedStatement(
            text, on: connection, lasting: lasting, counters: counters)
    }

    private func makeRoom() {
        guard statements.count >= capacity,
            let oldest = statements.values.filter({ !$0.isInUse }).min(by: {
                $0.lastUse < $1.lastUse
            })
        else { return }
        statements[oldest.text] = nil
    }
}

import SQLite

extension Database {
    /// For how many seconds nobody may try who is counted under any of these; `nil` if they may.
    func throttle(_ buckets: [ThrottleBucket], at now: Int) throws -> Int? {
        let counts = try counts(of: buckets)
        return buckets.compactMap { bucket in
            counts[bucket.name].flatMap { bucket.rule.wait($0, at: now) }
        }.max()
    }

    /// Counts a wrong password or code under each of these.
    ///
    /// - Parameters:
    ///   - buckets: What it is counted under.
    ///   - now: When it happened.
    /// - Returns: Those of which the first wait begins with it.
    /// - Throws: `SQLError`.
    @discardableResult
    func countFailure(_ buckets: [ThrottleBucket], at now: Int) throws -> [ThrottleBucket] {
        try transaction {
            let counts = try counts(of: buckets)
            let forgotten = now - Self.forgottenAfter
            try run("DELETE FROM sign_in_failure WHERE last_at < \(forgotten)")
            return try buckets.filter { bucket in
                let before = counts[bucket.name]
                let count = bucket.rule.counting(before, at: now)
                try keep(count, of: bucket)
                return bucket.rule.makesWait(count)
                    && before.map(bucket.rule.makesWait) != true
            }
        }
    }

    /// Forgets the failures of somebody who has shown who they are, but of their address only as
    /// many as were theirs: nobody can clear an address with an account of their own.
    func forgetFailures(_ buckets: [ThrottleBucket], at now: Int) throws {
        try transaction {
            let counts = try counts(of: buckets)
            var theirs = 0.0
            for bucket in buckets where bucket.kind != .address {
                theirs += counts[bucket.name].map { bucket.rule.left(of: $0, at: now) } ?? 0
                try run("DELETE FROM sign_in_failure WHERE bucket = \(bucket.name)")
            }
            for bucket in buckets where bucket.kind == .address {
                guard let count = counts[bucket.name] else { continue }
                let left = max(0, bucket.rule.left(of: count, at: now) - theirs)
                try keep(Throttle.Count(failures: left, lastAt: now), of: bucket)
            }
        }
    }

    /// Seconds after which nothing is left of the longest count.
    private static let forgottenAfter = 3_600

    private func counts(of buckets: [ThrottleBucket]) throws -> [String: Throttle.Count] {
        let rows = try all(
            """
            SELECT bucket, failures, last_at FROM sign_in_failure
            WHERE bucket IN \(list: buckets.map(\.name))
            """, read: CountRow.init)
        return Dictionary(rows.map { ($0.bucket, $0.count) }) { one, _ in one }
    }

    private func keep(_ count: Throttle.Count, of bucket: ThrottleBucket) throws {
        try run(
            """
            INSERT INTO sign_in_failure (bucket, failures, last_at)
            VALUES (\(bucket.name), \(count.failures), \(count.lastAt))
            ON CONFLICT (bucket) DO UPDATE
            SET failures = excluded.failures, last_at = excluded.last_at
            """)
    }
}

/// A count with what it is of.
private struct CountRow {
    let bucket: String
    let count: Throttle.Count

    init(row: borrowing Row) throws(SQLError) {
        bucket = try row("bucket")
        count = Throttle.Count(failures: try row("failures"), lastAt: try row("last_at"))
    }
}

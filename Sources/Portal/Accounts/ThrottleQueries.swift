import SQLite

extension Database {
    /// Seconds until another guess is taken; `nil` if one is taken now.
    func throttle(_ buckets: [String], at moment: Int) throws -> Int? {
        let waits = try all(
            "SELECT failures, last_at FROM sign_in_failure WHERE bucket IN \(list: buckets)"
        ) { row throws(SQLError) in
            let failures = min(Int(try row("failures", as: Double.self)), 12)
            let pause = failures < 5 ? 0 : min(30 << (failures - 5), 900)
            // A failure from the future is of a clock that was wrong.
            return min(try row("last_at", as: Int.self) + pause - moment, pause)
        }
        return waits.max().flatMap { $0 > 0 ? $0 : nil }
    }

    /// Counts a wrong guess.
    func countFailure(_ buckets: [String], at moment: Int) throws {
        for bucket in buckets {
            try run(
                """
                INSERT INTO sign_in_failure (bucket, failures, last_at)
                VALUES (\(bucket), 1, \(moment))
                ON CONFLICT (bucket) DO UPDATE SET
                    failures = CASE WHEN last_at < \(moment - 86_400) THEN 1 ELSE failures + 1 END,
                    last_at = \(moment)
                """)
        }
    }

    /// Forgets wrong guesses after a right one.
    func forgetFailures(_ buckets: [String]) throws {
        try run("DELETE FROM sign_in_failure WHERE bucket IN \(list: buckets)")
    }
}

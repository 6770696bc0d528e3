import SQLite

/// A second factor that has been confirmed.
struct SecondFactor: Equatable {
    let secret: [UInt8]
    /// The last step whose code was used.
    let lastStep: Int

    init(row: borrowing Row) throws(SQLError) {
        secret = try row("secret")
        lastStep = try row("last_step")
    }
}

extension Database {
    /// The second factor of a person, if one has been confirmed.
    func secondFactor(of person: Int64) throws(SQLError) -> SecondFactor? {
        try first(
            """
            SELECT secret, last_step FROM second_factor
            WHERE person_id = \(person) AND confirmed_at IS NOT NULL
            """, read: SecondFactor.init)
    }

    /// Marks a step as used; `false` if another sign-in has used one since.
    func use(step: Int, of factor: SecondFactor, _ person: Int64) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE second_factor SET last_step = \(step)
            WHERE person_id = \(person) AND confirmed_at IS NOT NULL
                AND secret = \(factor.secret) AND last_step = \(factor.lastStep)
            """) == 1
    }

    /// Gives a person a second factor in the place of any that there was.
    func setSecondFactor(
        of person: Int64, _ key: AuthenticatorKey, usedStep: Int, at moment: Int
    ) throws(SQLError) {
        try run(
            """
            INSERT INTO second_factor (person_id, secret, confirmed_at, last_step)
            VALUES (\(person), \(key.secret), \(moment), \(usedStep))
            ON CONFLICT (person_id) DO UPDATE SET
                secret = excluded.secret, confirmed_at = excluded.confirmed_at,
                last_step = excluded.last_step
            """)
    }

    /// Takes a person's second factor and recovery codes away.
    func removeSecondFactor(of person: Int64) throws(SQLError) {
        try run("DELETE FROM recovery_code WHERE person_id = \(person)")
        try run("DELETE FROM second_factor WHERE person_id = \(person)")
    }

    /// Gives a person recovery codes in the place of all that there were.
    func setRecoveryCodes(of person: Int64, _ codes: [RecoveryCode]) throws(SQLError) {
        try run("DELETE FROM recovery_code WHERE person_id = \(person)")
        for code in codes {
            try run(
                """
                INSERT INTO recovery_code (person_id, code_hash)
                VALUES (\(person), \(code.digest))
                """)
        }
    }

    /// Uses up a recovery code; `false` if the person has none such, or has used it.
    func use(_ code: RecoveryCode, of person: Int64, at moment: Int) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE recovery_code SET used_at = \(moment)
            WHERE person_id = \(person) AND code_hash = \(code.digest) AND used_at IS NULL
                AND person_id IN (
                    SELECT person_id FROM second_factor WHERE confirmed_at IS NOT NULL)
            """) == 1
    }

    /// The digests of a person's recovery codes, with whether each has been used.
    func recoveryCodes(of person: Int64) throws(SQLError) -> [String: Bool] {
        let codes = try all(
            """
            SELECT code_hash, used_at IS NOT NULL AS is_used FROM recovery_code
            WHERE person_id = \(person)
            """
        ) { row throws(SQLError) in
            (
                digest: try row("code_hash", as: String.self),
                isUsed: try row("is_used", as: Bool.self)
            )
        }
        return Dictionary(codes.map { ($0.digest, $0.isUsed) }) { first, _ in first }
    }

    /// Notes that somebody has signed in.
    func noteSignIn(of person: Int64, at moment: Int) throws(SQLError) {
        try run("UPDATE person SET signed_in_at = \(moment) WHERE id = \(person)")
    }
}

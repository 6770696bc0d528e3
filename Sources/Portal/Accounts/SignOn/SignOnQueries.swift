import SQLite

/// A person whom single sign-on names.
struct SignOnPerson: Equatable {
    let id: Int64
    let userName: String
    let isActive: Bool

    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        userName = try row("user_name")
        isActive = try row("is_active")
    }
}

extension Database {
    /// The person with this user name or email address, in lower case.
    ///
    /// No name is both: an address has a sign that no user name has.
    func person(signedOnAs name: String) throws -> SignOnPerson? {
        try first(
            """
            SELECT id, user_name, state = 'active' AS is_active FROM person
            WHERE user_name = \(name) OR email = \(name)
            """, read: SignOnPerson.init)
    }

    /// Notes when a person was last signed on.
    func noteSignOn(of person: Int64, at moment: Int) throws {
        try run("UPDATE person SET signed_in_at = \(moment) WHERE id = \(person)")
    }
}

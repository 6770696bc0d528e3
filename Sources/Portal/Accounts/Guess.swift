/// A secret that somebody is asked for, of which wrong ones are counted.
enum Guess {
    case password
    /// A code of an app, or a recovery code.
    ///
    /// It is counted by itself: who knows the password must not be able to begin anew with codes
    /// by giving it again.
    case code

    fileprivate func buckets(_ account: Account) -> [String] {
        switch self {
        case .password: ["account:\(account.userName)"]
        case .code: ["code:\(account.userName)"]
        }
    }
}

extension Visit {
    /// What to tell somebody who must wait before the next guess; `nil` if it is taken now.
    func wait(for guess: Guess, of account: Account) throws -> String? {
        try database.throttle(guess.buckets(account), at: now).map { seconds in
            "Too many attempts. Try again in \(max((seconds + 59) / 60, 1).counted("minute"))"
        }
    }

    func countWrong(_ guess: Guess, of account: Account) throws {
        try database.countFailure(guess.buckets(account), at: now)
    }

    func forgetWrong(_ guess: Guess, of account: Account) throws {
        try database.forgetFailures(guess.buckets(account))
    }
}

/// Whether somebody who has signed in knows their password.
enum PasswordProof {
    /// They do, and it is kept like this.
    case given(PasswordHash)
    /// What to tell them.
    case fault(String)
}

extension Visit {
    /// Holds what somebody typed against their password, which takes its time: not for the inside
    /// of a transaction.
    func proof(_ typed: String, of account: Account) throws -> PasswordProof {
        if typed.isEmpty { return .fault("Enter your current password") }
        if let words = try wait(for: .password, of: account) { return .fault(words) }
        guard let hash = try database.passwordHash(of: account.id), hash.isOf(typed) else {
            try countWrong(.password, of: account)
            try record(
                .refusal, Subject(kind: .page, name: path), reason: "wrong current password")
            return .fault("Current password is not correct")
        }
        try forgetWrong(.password, of: account)
        return .given(hash)
    }

    typealias Subject = TrailEntry.Subject
}

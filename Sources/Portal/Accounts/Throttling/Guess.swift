/// A secret that somebody is asked for, of which wrong ones are counted.
enum Guess {
    /// Of somebody who has signed in, and is asked again.
    case password
    /// A code of an app, or a recovery code.
    case code

    fileprivate func buckets(_ account: Account) -> [ThrottleBucket] {
        switch self {
        case .password: [.proof(of: account.id)]
        case .code: [.code(of: account.id)]
        }
    }
}

extension Visit {
    /// For how many seconds no guess is taken; `nil` if one is taken now.
    func wait(for guess: Guess, of account: Account) throws -> Int? {
        try database.throttle(guess.buckets(account), at: now)
    }

    /// Counts a wrong guess.
    ///
    /// - Returns: Whether a first wait begins with it.
    @discardableResult
    func countWrong(_ guess: Guess, of account: Account) throws -> Bool {
        try !database.countFailure(guess.buckets(account), at: now).isEmpty
    }

    func forgetWrong(_ guess: Guess, of account: Account) throws {
        try database.forgetFailures(guess.buckets(account), at: now)
    }
}

extension Wording {
    /// What somebody is told who must wait for so many seconds.
    static func wait(_ seconds: Int) -> String {
        let time =
            seconds < 60 ? seconds.counted("second") : ((seconds + 59) / 60).counted("minute")
        return "Too many attempts. Try again in \(time)"
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
        if let seconds = try wait(for: .password, of: account) {
            return .fault(Wording.wait(seconds))
        }
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

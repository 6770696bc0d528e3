/// What is asked for after the password.
enum SecondStep: CaseIterable, Sendable {
    case code
    case recoveryCode

    /// What becomes of what was typed.
    enum Outcome: Equatable {
        case done
        /// What to tell who typed it.
        case wrong(String)
        /// For so many seconds nothing is taken.
        case blocked(Int)
    }

    /// Seconds for which a password that was given is enough to be asked.
    static let patience = 600

    var address: String {
        switch self {
        case .code: AccountLinks.code
        case .recoveryCode: AccountLinks.recoveryCode
        }
    }

    /// Where signing in leads when it is done: who used up a recovery code is told of it first.
    func target(_ next: String) -> String {
        switch self {
        case .code: next
        case .recoveryCode:
            AccountNotice.recoveryCode.address(AccountLinks.secondFactor, next: next)
        }
    }

    /// How the audit trail names it.
    fileprivate var method: String {
        switch self {
        case .code: "password and code"
        case .recoveryCode: "password and recovery code"
        }
    }
}

extension Visit {
    /// Somebody who gave their password a short while ago and must still give a code.
    var halfSignIn: Session? {
        arrival.half.flatMap {
            $0.hasSecondFactor && now < $0.beganAt + SecondStep.patience ? $0 : nil
        }
    }

    /// Completes a sign-in with what was typed, within a transaction.
    ///
    /// - Returns: What became of it; a wrong guess has then been counted.
    func complete(
        _ half: Session, _ step: SecondStep, typed: String
    ) throws -> SecondStep.Outcome {
        let account = half.account
        if let words = step.fault(typed) { return .wrong(words) }
        if let seconds = try wait(for: .code, of: account) { return .blocked(seconds) }
        guard try use(typed, step, of: account) else {
            try record(.signInFailure, half, step)
            if try countWrong(.code, of: account) { try record(.signInBlocked, half, step) }
            return .wrong(step.wrongWords)
        }
        try rotate(half)
        try forgetWrong(.code, of: account)
        try database.noteSignIn(of: account.id, at: now)
        if step == .recoveryCode { try record(.recoveryCodeUse, half, step) }
        try record(.signIn, half, step)
        return .done
    }

    /// Uses up what was typed; `false` if it is not right, or was used before.
    private func use(_ typed: String, _ step: SecondStep, of account: Account) throws -> Bool {
        switch step {
        case .code:
            guard let code = OneTimeCode.typed(typed),
                let factor = try database.secondFactor(of: account.id),
                let step = OneTimeCode.step(
                    of: code, factor.secret, at: now, after: factor.lastStep)
            else { return false }
            return try database.use(step: step, of: factor, account.id)
        case .recoveryCode:
            guard let code = RecoveryCode(typed: typed) else { return false }
            return try database.use(code, of: account.id, at: now)
        }
    }

    /// Writes into the trail what somebody did who has not quite signed in.
    private func record(_ action: TrailAction, _ half: Session, _ step: SecondStep) throws {
        let name = half.account.userName
        try record(
            TrailEntry(
                actor: TrailEntry.Actor(person: half.account.id, name: name), action: action,
                subject: Subject(kind: .person, name: name),
                after: JSONObject(["with": step.method])))
    }
}

extension SecondStep {
    /// What is wrong with a text that cannot be a code at all; that is no guess.
    fileprivate func fault(_ typed: String) -> String? {
        let isEmpty = typed.allSatisfy(\.isWhitespace)
        switch self {
        case .code:
            if isEmpty { return "Enter the 6-digit code" }
            return OneTimeCode.typed(typed) == nil ? "Code must be 6 digits, like 123 456" : nil
        case .recoveryCode:
            if isEmpty { return "Enter a recovery code" }
            return RecoveryCode(typed: typed) == nil
                ? "Recovery code must be 16 letters and digits, like ABCD-2345-EFGH-6723" : nil
        }
    }

    fileprivate var wrongWords: String {
        switch self {
        case .code: "Code is not correct. Enter the code that your app shows now"
        case .recoveryCode: "Recovery code is not correct, or has been used before"
        }
    }
}

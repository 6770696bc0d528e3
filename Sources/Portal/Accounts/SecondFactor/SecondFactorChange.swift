/// What was typed to set up an authenticator app.
struct SetUpForm {
    let code: String
    /// The password, where it is asked for.
    let password: String?
    /// Whether one app takes the place of another.
    let replaces: Bool
}

/// Another authenticator app, which has shown that it has the key.
struct SecondFactorChange {
    let key: AuthenticatorKey
    /// The step of the code that showed it, so that the code is not used again.
    let step: Int
    let replaces: Bool

    /// What came of a form.
    enum Check {
        case set(SecondFactorChange)
        case faults([FieldFault])
    }
}

extension Visit {
    /// The key that this browser is shown under a name.
    func authenticatorKey(_ name: String) -> AuthenticatorKey? {
        token.map { AuthenticatorKey(for: $0, named: name) }
    }

    /// What somebody is shown of their account, who signs in with a password of this portal's.
    func ownAccountWithPassword(_ member: Member) throws -> OwnAccount {
        let own = try ownAccount(member)
        guard own.hasPassword else {
            throw Refusal.notFound(
                NotFound(what: "You sign in without a password of ours, and so without a code."))
        }
        return own
    }

    /// Whether the password is asked for before an app is set up: not right after signing in, but
    /// later, when somebody else may sit before an open browser.
    func asksForPassword(_ member: Member, _ own: OwnAccount) -> Bool {
        own.secondFactorSince != nil || now > member.session.beganAt + 600
    }

    /// Whether an app has the key, and the password was given where it is needed.
    func checked(
        _ form: SetUpForm, _ key: AuthenticatorKey, of account: Account
    ) throws -> SecondFactorChange.Check {
        var faults: [FieldFault] = []
        if let password = form.password, case .fault(let words) = try proof(password, of: account) {
            faults.append(FieldFault(field: "password", words: words))
        }
        let code = OneTimeCode.typed(form.code)
        let step = code.flatMap { OneTimeCode.step(of: $0, key.secret, at: now, after: 0) }
        if step == nil {
            faults.append(FieldFault(field: "code", words: codeFault(form.code, code)))
        }
        guard let step, faults.isEmpty else { return .faults(faults) }
        return .set(SecondFactorChange(key: key, step: step, replaces: form.replaces))
    }

    private func codeFault(_ typed: String, _ code: String?) -> String {
        if code != nil {
            return "Code is not correct. Enter the code that your app shows now. If that does not "
                + "help, check the clock of your phone"
        }
        return typed.allSatisfy(\.isWhitespace)
            ? "Enter the 6-digit code" : "Code must be 6 digits, like 123 456"
    }

    /// Takes an app as the second factor, within a transaction: all other sessions end, and this
    /// one, which may do more now, goes on under a new token.
    ///
    /// - Returns: Where to go on: to new recovery codes, which only the new token can make.
    func make(_ change: SecondFactorChange, _ member: Member) throws -> String {
        let (account, session) = (member.account, member.session)
        // Who set one up meanwhile must give the password to replace it.
        guard try (database.secondFactor(of: account.id) != nil) == change.replaces,
            let next = nextToken, let key = submission?.key
        else { return AccountLinks.secondFactor }
        let name = RecoveryCode.name(for: next, key)
        try database.setSecondFactor(
            of: account.id, change.key, usedStep: change.step, at: now)
        try database.setRecoveryCodes(
            of: account.id, RecoveryCode.codes(for: next, named: name))
        try database.endSessions(
            of: account.id, but: session.id, .signedOutElsewhere, at: now)
        try rotate(session)
        try recordChange(
            of: account, from: change.replaces ? Self.app : Self.none, to: Self.app)
        return AddressQuery(path: AccountLinks.recoveryCodes, [("key", name)]).text
    }

    /// Recovery codes that were made for this browser under a name, while they are in force.
    func recoveryCodes(named name: String, of member: Member) throws -> [RecoveryCode]? {
        guard let token else { return nil }
        let codes = RecoveryCode.codes(for: token, named: name)
        let known = try database.recoveryCodes(of: member.account.id)
        return codes.allSatisfy { known[$0.digest] != nil } ? codes : nil
    }

    /// Makes new recovery codes, within a transaction, and says where they are shown.
    func renewCodes(of member: Member) throws -> String {
        let account = member.account
        guard let token, let key = submission?.key,
            try database.secondFactor(of: account.id) != nil
        else { return AccountLinks.secondFactor }
        let name = RecoveryCode.name(for: token, key)
        try database.setRecoveryCodes(
            of: account.id, RecoveryCode.codes(for: token, named: name))
        try recordChange(of: account, from: Self.app, to: "\(Self.app), new recovery codes")
        return AddressQuery(path: AccountLinks.recoveryCodes, [("key", name)]).text
    }

    /// Whether there is a second factor that the roles can do without.
    func mayRemoveSecondFactor(_ member: Member) throws -> Bool {
        try !member.account.needsSecondFactor(settings)
            && ownAccountWithPassword(member).secondFactorSince != nil
    }

    /// Takes the second factor away, within a transaction, and says where to go on.
    func removeSecondFactor(of member: Member) throws -> String {
        try database.removeSecondFactor(of: member.account.id)
        try recordChange(of: member.account, from: Self.app, to: Self.none)
        return AccountNotice.removal.address(AccountLinks.secondFactor)
    }

    private func recordChange(of account: Account, from: String, to: String) throws {
        try record(
            .secondFactorChange, Subject(kind: .person, name: account.userName),
            before: JSONObject(["second factor": from]), after: JSONObject(["second factor": to]))
    }

    private static let app = "authenticator app"
    private static let none = "none"
}

/// Another password that somebody has chosen, hashed.
struct PasswordChange {
    let old: PasswordHash
    let new: PasswordHash

    /// What came of two passwords that were typed.
    enum Check {
        case change(PasswordChange)
        case faults([FieldFault])
    }
}

extension Visit {
    /// Whether the new password can take the place of the current one, and its hash.
    ///
    /// It takes its time, so that it is not for the inside of a transaction.
    func checked(
        _ current: String, _ new: String, of account: Account, email: String
    ) throws -> PasswordChange.Check {
        var faults: [FieldFault] = []
        var old: PasswordHash?
        switch try proof(current, of: account) {
        case .given(let hash): old = hash
        case .fault(let words): faults.append(FieldFault(field: "current", words: words))
        }
        let known = [
            account.userName, account.name, email, account.service ?? "", settings.service,
            settings.organisation, settings.partnership,
        ]
        if let words = sameFault(current, new) ?? passwordRules.fault(new, knowing: known) {
            faults.append(FieldFault(field: "new", words: words))
        }
        guard let old, faults.isEmpty else { return .faults(faults) }
        do throws(PasswordFault) {
            let hash = try PasswordHash(new, cost: settings.passwordCost, random: settings.random)
            return .change(PasswordChange(old: old, new: hash))
        } catch {
            let words = "Password must be made of characters that can be typed"
            return .faults([FieldFault(field: "new", words: words)])
        }
    }

    private func sameFault(_ current: String, _ new: String) -> String? {
        !new.isEmpty && new == current ? "New password must be another one than the current" : nil
    }

    /// Changes a password, within a transaction: all other sessions end, and this one goes on
    /// under a new token.
    ///
    /// No other browser than `device` is known any more.
    ///
    /// - Returns: Where to go on.
    func make(
        _ change: PasswordChange, _ member: Member, device: SessionToken?
    ) throws -> String {
        let (account, session) = (member.account, member.session)
        guard
            try database.changePassword(
                of: account.id, from: change.old, to: change.new, at: now)
        else { return AccountLinks.password }
        try database.endSessions(of: account.id, but: session.id, .passwordChanged, at: now)
        try database.forgetDevices(of: account.id, but: device)
        try rotate(session)
        try record(.passwordChange, Subject(kind: .person, name: account.userName))
        let needsFactor =
            session.method == .password && !session.hasSecondFactor
            && account.needsSecondFactor(settings)
        return AccountNotice.password.address(
            needsFactor ? AccountLinks.secondFactor : AccountLinks.account)
    }
}

/// What becomes of somebody who tries to sign in.
enum SignInOutcome {
    /// For so many seconds nobody may try.
    case blocked(Int)
    /// The name, the password or both are not right.
    case wrong
    /// The password is right, and a code is asked for as well.
    case half(SessionToken)
    /// In, with the token of the session and that by which the browser is known from now on.
    case whole(SessionToken, device: SessionToken)
}

extension Visit {
    /// Holds a name and a password against what is kept.
    ///
    /// For a name that nobody has, for who has no password and for who is disabled it does the
    /// same work as for everybody else, and says the same.
    ///
    /// - Parameters:
    ///   - form: What was typed.
    ///   - device: What the browser shows to be known.
    /// - Returns: What becomes of it; a session has then begun, or the failure is counted.
    /// - Throws: What kept it from being written down.
    func signIn(_ form: SignInForm, device: SessionToken?) throws -> SignInOutcome {
        let credentials = try database.credentials(form.name, device: device, at: now)
        let buckets = throttleBuckets(form.name, credentials, device)
        if let wait = try database.throttle(buckets, at: now) { return .blocked(wait) }
        // Hashing takes its time, and so is no part of a transaction.
        let isRight = (credentials?.hash ?? passwords.decoy).isOf(form.password)
        guard isRight, let credentials, let hash = credentials.hash, credentials.isActive else {
            try together { try fail(credentials, buckets) }
            return .wrong
        }
        let isOutdated = hash.isOutdated(cost: settings.passwordCost)
        let renewed =
            isOutdated
            ? try PasswordHash(
                form.password, cost: settings.passwordCost, random: settings.random) : nil
        return try together {
            guard try database.acceptPassword(of: credentials, renewed: renewed, at: now) else {
                return .wrong
            }
            return try begin(credentials, buckets, device)
        }
    }

    /// What failures of somebody who gives this name are counted under.
    ///
    /// - Parameters:
    ///   - name: As typed, or the user name of an account.
    ///   - credentials: What is kept under that name, if anything is.
    ///   - device: What the browser shows to be known.
    /// - Returns: The browser where it is known, or else the address and the name.
    func throttleBuckets(
        _ name: String, _ credentials: Credentials?, _ device: SessionToken?
    ) -> [ThrottleBucket] {
        if let credentials, let device, credentials.isFromKnownDevice {
            return [.device(device, of: credentials.person)]
        }
        return [.address(address), .account(name)]
    }

    /// Does what follows once somebody has shown all that is asked of them: their failures are
    /// forgotten, and their browser is known.
    ///
    /// Not before the second factor, where there is one: or who only knows the password could
    /// have their wrong codes forgotten with it.
    ///
    /// - Returns: The token by which the browser is known, for it to keep.
    func welcome(
        _ credentials: Credentials, _ buckets: [ThrottleBucket], _ device: SessionToken?
    ) throws -> SessionToken {
        try database.forgetFailures(buckets, at: now)
        let known = credentials.isFromKnownDevice ? device : nil
        // A token that another browser could have left here is not taken over.
        let token = known ?? SessionToken(settings.random)
        try database.know(device: token, of: credentials.person, at: now)
        return token
    }

    /// The same for somebody who has given a code after their password.
    func welcome(_ account: Account, _ device: SessionToken?) throws -> SessionToken? {
        guard let credentials = try database.credentials(account.userName, device: device, at: now)
        else { return nil }
        let buckets = throttleBuckets(account.userName, credentials, device)
        return try welcome(credentials, buckets, device)
    }

    /// Begins a session under a new token, so that one that somebody else may have planted in
    /// the browser before stands for nothing.
    private func begin(
        _ credentials: Credentials, _ buckets: [ThrottleBucket], _ device: SessionToken?
    ) throws -> SignInOutcome {
        if let session = arrival.session {
            try database.end(session: session.id, .replaced, at: now)
        }
        let token = SessionToken(settings.random)
        try database.begin(
            NewSession(
                token: token, person: credentials.person, method: .password,
                isComplete: !credentials.hasSecondFactor, at: now, address: address, agent: agent))
        let actor = TrailEntry.Actor(person: credentials.person, name: credentials.userName)
        var entry = TrailEntry(actor: actor, action: .signIn, subject: credentials.subject)
        let means = credentials.hasSecondFactor ? "password, and no code yet" : "password"
        entry.after = JSONObject(["with": means])
        try record(entry)
        guard !credentials.hasSecondFactor else { return .half(token) }
        return .whole(token, device: try welcome(credentials, buckets, device))
    }

    /// Counts a failure, and writes it into the trail.
    ///
    /// A name that nobody has is not written down: people type their password there, too.
    private func fail(_ credentials: Credentials?, _ buckets: [ThrottleBucket]) throws {
        let subject =
            credentials?.subject ?? TrailEntry.Subject(kind: .person, name: "unknown name")
        try record(TrailEntry(actor: .stranger, action: .signInFailure, subject: subject))
        for bucket in try database.countFailure(buckets, at: now) {
            var entry = TrailEntry(actor: .stranger, action: .signInBlocked, subject: subject)
            entry.after = JSONObject(["counted by": bucket.kind.rawValue])
            try record(entry)
        }
    }
}

extension Credentials {
    /// What the trail calls whom they are of.
    fileprivate var subject: TrailEntry.Subject {
        TrailEntry.Subject(kind: .person, name: userName)
    }
}

/// How wrong passwords and codes make whoever tries them wait: not at all for the first few, then
/// ever longer, never for good.
///
/// Failures are forgotten one by one as time goes on. Of an address fewer are allowed than of an
/// account, and they are forgotten more slowly, so that one address alone can never keep the
/// owner of an account out.
struct Throttle: Equatable, Sendable {
    /// How many failures cost no time.
    let free: Int
    /// After how many seconds one is forgotten.
    let leak: Int

    static let address = Throttle(free: 10, leak: 90)
    static let account = Throttle(free: 20, leak: 60)
    /// A browser from which the owner has signed in.
    static let device = Throttle(free: 10, leak: 90)
    /// Passwords of somebody who has signed in with it before.
    static let proof = Throttle(free: 10, leak: 90)
    /// Codes after a password: there are few of them, and only who has the password tries them.
    static let code = Throttle(free: 5, leak: 300)

    /// Seconds that anybody waits at most.
    static let longestWait = 900

    /// The failures that are not forgotten, as they were at a moment.
    struct Count: Equatable, Sendable {
        let failures: Double
        let lastAt: Int
    }

    /// So many failures that the wait is as long as it gets; more are not counted, or it would
    /// take days until a flood is forgotten.
    var most: Double { Double(free + 10) }

    /// How many failures are left of a count.
    ///
    /// After a clock was set back nobody knows how long ago it was: nothing is forgotten yet.
    func left(of count: Count, at now: Int) -> Double {
        let passed = Double(max(0, now - count.lastAt))
        return max(0, min(count.failures, most) - passed / Double(leak))
    }

    /// The count with one more failure.
    func counting(_ count: Count?, at now: Int) -> Count {
        let before = count.map { left(of: $0, at: now) } ?? 0
        return Count(failures: min(before + 1, most), lastAt: now)
    }

    /// Whether the last failure of a count was one too many.
    func makesWait(_ count: Count) -> Bool { count.failures >= Double(free) }

    /// For how many seconds more nobody may try; `nil` if they may.
    ///
    /// A count from the future is of a clock that was set back. It makes nobody wait, and the
    /// next failure gives it its day.
    func wait(_ count: Count, at now: Int) -> Int? {
        guard makesWait(count), count.lastAt <= now else { return nil }
        let doublings = Int(min(count.failures, most)) - free
        let whole = min(1 << doublings, Self.longestWait)
        let rest = whole - (now - count.lastAt)
        return rest > 0 ? rest : nil
    }
}

/// What failures are counted under.
struct ThrottleBucket: Equatable, Sendable {
    enum Kind: String, Sendable {
        case address
        case account
        case device
        case code
        case proof
    }

    let kind: Kind
    /// Which of them.
    private let text: String

    /// An address: all of IPv4, and of IPv6 the first half, which is one household's or office's.
    static func address(_ text: String) -> ThrottleBucket {
        ThrottleBucket(kind: .address, text: network(text))
    }

    /// An account as it was typed, whether it is there or not: who looks on learns nothing of it.
    static func account(_ typed: String) -> ThrottleBucket {
        ThrottleBucket(kind: .account, text: sha256(Array(AccountName.folded(typed).utf8)))
    }

    /// A browser from which a person has signed in.
    static func device(_ token: SessionToken, of person: Int64) -> ThrottleBucket {
        ThrottleBucket(kind: .device, text: "\(person) \(token.digest)")
    }

    /// The second step of a person's signing in, which wrong passwords do not keep them from and
    /// right ones do not make new.
    static func code(of person: Int64) -> ThrottleBucket {
        ThrottleBucket(kind: .code, text: "\(person)")
    }

    /// The password of a person who has signed in: strangers, who have no session, must not keep
    /// them from changing it.
    static func proof(of person: Int64) -> ThrottleBucket {
        ThrottleBucket(kind: .proof, text: "\(person)")
    }

    /// As the database has it.
    var name: String { "\(kind.rawValue) \(text)" }

    var rule: Throttle {
        switch kind {
        case .address: .address
        case .account: .account
        case .device: .device
        case .code: .code
        case .proof: .proof
        }
    }

    private static func network(_ text: String) -> String {
        guard text.contains(":") else { return text }
        // IPv4 in the form of IPv6 (RFC 4291, 2.5.5.2).
        if let four = text.split(separator: ":").last, four.contains(".") { return String(four) }
        let halves = text.prefix { $0 != "%" }.split(
            separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = halves.map { $0.split(separator: ":") }
        let first = groups.first ?? []
        let zeros = 8 - groups.reduce(0) { $0 + $1.count }
        let all =
            groups.count == 2
            ? first + [Substring](repeating: "0", count: max(0, zeros)) + groups[1] : first
        return all.prefix(4).joined(separator: ":") + "::/64"
    }
}

/// What somebody types to say who they are.
enum AccountName {
    /// As accounts have it: without spaces around it and without capitals.
    static func folded(_ typed: String) -> String {
        let rest = typed.drop(while: \.isWhitespace)
        let end = rest.lastIndex { !$0.isWhitespace }.map { rest.index(after: $0) }
        return rest[..<(end ?? rest.startIndex)].lowercased()
    }
}

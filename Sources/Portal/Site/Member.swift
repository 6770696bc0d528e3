/// A person as the database knows them.
struct Account: Equatable, Sendable {
    let id: Int64
    let userName: String
    let name: String
    let service: String?
    let grants: Set<Grant>

    /// Whether any of the roles allows it, for some measures at least.
    func may(_ permission: Permission) -> Bool {
        grants.contains { $0.role.permissions.contains(permission) }
            // Who has no role yet can still look after their own account.
            || permission == .settleAccount || permission == .useAccount
    }

    /// Whether any of the roles allows it for this measure.
    func may(_ permission: Permission, _ place: MeasureOwnership) -> Bool {
        grants.allow(permission, place)
    }
}

extension Set<Grant> {
    /// Whether any of the roles allows it for this measure.
    func allow(_ permission: Permission, _ place: MeasureOwnership) -> Bool {
        contains { $0.role.permissions.contains(permission) && $0.scope.contains(place) }
    }
}

/// Somebody who has signed in and was let through a route's door.
///
/// Only the door makes one: what must not be done without a permission asks for it.
struct Member {
    let account: Account
    let session: Session

    fileprivate init(account: Account, session: Session) {
        self.account = account
        self.session = session
    }

    /// Refuses what the roles do not allow for this measure.
    func require(_ permission: Permission, _ place: MeasureOwnership) throws {
        guard account.may(permission, place) else { throw Refusal.forbidden(permission) }
    }
}

/// Who asks.
enum Reader {
    /// Somebody who has not signed in.
    case visitor
    /// Somebody who has.
    case account(Session)

    var session: Session? {
        switch self {
        case .visitor: nil
        case .account(let session): session
        }
    }
}

/// What a door says.
enum Passage {
    case open
    case member(Member)
    /// There is something to be done first, at this address.
    case first(String)
    /// It is not known who asks.
    case unknown
    /// A role with this permission would be needed, or any role at all.
    case closed(Permission?)
}

extension Demand {
    /// Whether `reader` is let through.
    func passage(_ reader: Reader, isPublic: Bool) -> Passage {
        guard let session = reader.session else {
            switch self {
            case .open(.readAlways), .open(.enter): return .open
            case .open(.readPublished): return isPublic ? .open : .unknown
            case .member: return .unknown
            }
        }
        let account = session.account
        switch self {
        case .open(.readAlways), .open(.enter): return .open
        case .open(.readPublished):
            if let obligation = session.obligation { return .first(obligation.address) }
            return isPublic || !account.grants.isEmpty ? .open : .closed(nil)
        case .member(let permission):
            if let obligation = session.obligation, permission != .settleAccount {
                return .first(obligation.address)
            }
            guard account.may(permission) else { return .closed(permission) }
            return .member(Member(account: account, session: session))
        }
    }
}

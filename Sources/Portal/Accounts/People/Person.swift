/// A person as those see them who look after people.
struct Person: Equatable, Sendable {
    let id: Int64
    let details: PersonDetails
    let isActive: Bool
    let hasPassword: Bool
    let mustChangePassword: Bool
    let passwordSetAt: Int?
    let hasSecondFactor: Bool
    let addedAt: Int
    let signedInAt: Int?
    /// Until when a one-time link that was not used yet is good.
    let linkExpiresAt: Int?
    /// Grows with each change.
    let revision: Int
    var grants: Set<Grant> = []

    var name: String { details.name }
    var userName: String { details.userName }

    /// Whether a one-time link waits to be used.
    func hasLink(at moment: Int) -> Bool { linkExpiresAt.map { $0 > moment } ?? false }

    /// Whether they have not signed in for so long that they may have left.
    func isAway(at moment: Int) -> Bool {
        moment - (signedInAt ?? addedAt) > Self.longAway
    }

    /// Days after which somebody counts as away.
    static let daysAway = 90
    private static let longAway = daysAway * 86_400
}

extension Set<Grant> {
    /// In the order of roles, then of what they are for.
    var inOrder: [Grant] {
        sorted { one, other in
            let (first, second) = (one.role.place, other.role.place)
            return (first, one.description) < (second, other.description)
        }
    }

    /// As the audit trail and the command line have them.
    var text: String { inOrder.map(\.description).joined(separator: ", ") }
}

extension Role {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// What pages call it.
    var title: String { rawValue.capitalisedFirst }

    /// Whether it can be given for some measures only.
    ///
    /// Only what officers and approvers may do is about measures; a role for people or for the
    /// trail that named measures would promise a limit that there is not.
    var isScoped: Bool {
        switch self {
        case .officer, .approver: true
        case .reader, .administrator, .auditor: false
        }
    }
}

/// A role as text: `auditor`, `officer:strategy=send`.
extension Grant: LosslessStringConvertible {
    init?(_ text: String) {
        let grants = Self.all(text)
        guard grants.count == 1, let grant = grants.first else { return nil }
        self = grant
    }

    var description: String {
        scope == .everything ? role.rawValue : "\(role.rawValue):\(scope.kind)=\(scope.name)"
    }

    /// The roles that a text such as `officer:strategy=send:service=Early help` names; none for
    /// what cannot be understood.
    static func all(_ text: String) -> [Grant] {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
        guard let role = parts.popFirst().flatMap({ Role(rawValue: String($0)) }) else { return [] }
        guard !parts.isEmpty else { return [Grant(role: role, scope: .everything)] }
        // A colon may be part of a service's name.
        var scopes: [String] = []
        for part in parts {
            if ["strategy=", "service=", "measure="].contains(where: part.hasPrefix) {
                scopes.append(String(part))
            } else if let last = scopes.popLast() {
                scopes.append("\(last):\(part)")
            } else {
                return []
            }
        }
        let grants = scopes.compactMap { text -> Grant? in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[1]).stripped
            guard role.isScoped, !name.isEmpty, let scope = Scope(kind: String(parts[0]), name)
            else { return nil }
            return Grant(role: role, scope: scope)
        }
        return grants.count == scopes.count ? grants : []
    }
}

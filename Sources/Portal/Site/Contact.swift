/// Whom readers can ask; each part is `nil` where nobody has said it.
struct Contact: Equatable, Sendable {
    /// Who answers, such as `Children’s performance team`.
    var team: String?
    var email: String?
    var phone: String?
    /// Where letters go, its lines parted by commas.
    var address: String?

    /// Whether there is any way to reach someone.
    var isKnown: Bool { email != nil || phone != nil || address != nil }

    /// The number as a telephone dials it: digits, and a plus at the start.
    var dialled: String? { phone?.filter { $0.isNumber || $0 == "+" } }

    /// The lines of the address.
    var addressLines: [String] {
        (address ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }
}

extension StringProtocol {
    /// The text without blanks at either end.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}

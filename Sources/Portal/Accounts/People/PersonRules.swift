/// What is known of a person besides what they may do.
struct PersonDetails: Equatable, Sendable {
    let userName: String
    let name: String
    let email: String
    let service: String?
}

/// A person as somebody typed them.
struct TypedPerson: Equatable, Sendable {
    var userName = ""
    var name = ""
    var email = ""
    var service = ""
}

/// What names and addresses of people must be.
enum PersonRules {
    static let longestUserName = 64
    static let longestEmail = 254
    static let longestName = 100
    static let longestReason = 500

    /// Names that would be taken for a page's.
    private static let pages: Set<String> = ["new"]

    /// What is wrong with a user name, which is in small letters.
    static func userNameFault(_ name: String) -> String? {
        if name.isEmpty { return "Enter a user name" }
        guard name.utf8.allSatisfy(isOfUserName) else {
            return "User name must have only letters a to z, digits, dots, hyphens and underscores"
        }
        guard (2...longestUserName).contains(name.utf8.count) else {
            return "User name must have 2 to \(longestUserName) characters"
        }
        // One of dots alone would lead elsewhere in an address.
        guard let first = name.utf8.first, !Array(".-_".utf8).contains(first) else {
            return "User name must begin with a letter or a digit"
        }
        return pages.contains(name) ? "User name cannot be “\(name)”, which is a page’s" : nil
    }

    static func nameFault(_ name: String) -> String? {
        if name.isEmpty { return "Enter a name" }
        if let fault = lineFault("Name", name, longest: longestName) { return fault }
        return name.unicodeScalars.contains { $0.properties.isAlphabetic }
            ? nil : "Name must have a letter in it"
    }

    /// What is wrong with an email address; whether it is anybody's only a letter can tell.
    static func emailFault(_ email: String) -> String? {
        if email.isEmpty { return "Enter an email address" }
        if let fault = lineFault("Email address", email, longest: longestEmail) { return fault }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }),
            !email.contains(where: { $0.isWhitespace || "<>,;:\"()[]\\".contains($0) })
        else { return "Email address must be like name@example.org" }
        return nil
    }

    static func serviceFault(_ service: String) -> String? {
        lineFault("Service", service, longest: longestName)
    }

    static func reasonFault(_ reason: String) -> String? {
        if reason.isEmpty { return "Enter why" }
        let bad = reason.unicodeScalars.contains { $0.isHidden && $0 != "\n" && $0 != "\r" }
        if bad { return "The reason has a character that cannot be seen. Type it again" }
        let count = reason.unicodeScalars.count
        return count > longestReason
            ? "The reason must have \(longestReason) characters or fewer. It has \(count)" : nil
    }

    /// What is wrong with a text of one line.
    private static func lineFault(_ what: String, _ text: String, longest: Int) -> String? {
        guard !text.unicodeScalars.contains(where: \.isHidden) else {
            return "\(what) has a character that cannot be seen. Type it again"
        }
        return text.unicodeScalars.count > longest
            ? "\(what) must have \(longest) characters or fewer" : nil
    }

    private static func isOfUserName(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 48...57, 45, 46, 95: true
        default: false
        }
    }
}

extension TypedPerson {
    /// The person, or what is wrong, field by field in the order of the form.
    func checked() -> Result<PersonDetails, FieldFaults> {
        let details = PersonDetails(
            userName: userName.stripped.lowercased(), name: name.stripped,
            email: email.stripped.lowercased(),
            service: service.stripped.isEmpty ? nil : service.stripped)
        let faults = [
            ("name", PersonRules.nameFault(details.name)),
            ("user_name", PersonRules.userNameFault(details.userName)),
            ("email", PersonRules.emailFault(details.email)),
            ("service", PersonRules.serviceFault(details.service ?? "")),
        ].compactMap { field, words in words.map { FieldFault(field: field, words: $0) } }
        return faults.isEmpty ? .success(details) : .failure(FieldFaults(all: faults))
    }
}

extension String {
    /// Without the spaces and line breaks around it.
    var stripped: String {
        let text = drop(while: \.isWhitespace)
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(text[...last])
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character, parts lines, or turns the text around it.
    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: properties.isBidiControl
        }
    }
}

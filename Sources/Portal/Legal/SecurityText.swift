import Scorecard

/// Whom to tell of a weakness of the portal, in the form that programs look for (RFC 9116).
struct SecurityText: Equatable {
    static let path = "/.well-known/security.txt"

    /// Where to write, as an address of mail or of a page.
    let contact: String
    let origin: String
    /// The day from which on nobody should trust it.
    let expires: Day

    /// - Parameters:
    ///   - settings: Who runs the portal.
    ///   - today: The day it is; the text is good for somewhat less than a year from then.
    init?(_ settings: Settings, today: Day) {
        // The standard wants addresses of pages to be behind TLS (RFC 9116, 2.5.3).
        origin = settings.origin.hasPrefix("https://") ? settings.origin : ""
        expires = Day(number: today.number + 330)
        if let contact = settings.securityContact {
            self.contact = contact
        } else if let email = settings.contact.email {
            contact = "mailto:\(email)"
        } else if !origin.isEmpty {
            contact = "\(origin)/contact"
        } else {
            return nil
        }
    }

    var text: String {
        var lines = [
            "Contact: \(contact)", "Expires: \(expires)T00:00:00Z", "Preferred-Languages: en",
        ]
        if !origin.isEmpty { lines.append("Canonical: \(origin)\(Self.path)") }
        return lines.map { $0 + "\n" }.joined()
    }
}

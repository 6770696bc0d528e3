import Glibc
import HTTPServer
import Scorecard

/// What is wrong with one setting.
struct SettingFault: Error {
    let words: String

    init(_ words: String) {
        self.words = words
    }
}

extension Settings {
    /// Sets what `key` names to what `text` says.
    mutating func set(_ key: SettingsKey, to text: String) throws(SettingFault) {
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw SettingFault("«\(key.rawValue)» holds a character that cannot be seen")
        }
        switch key {
        case .organisation: organisation = text
        case .organisationKind: organisationKind = text
        case .service: service = text
        case .partnership: partnership = text
        case .origin: origin = try Self.origin(text)
        case .neighbourMethod: neighbourMethod = try Self.method(text)
        case .brand: colours.brand = try Self.colour(key, text)
        case .brandDeep: colours.deep = try Self.colour(key, text)
        case .brandSoft: colours.soft = try Self.colour(key, text)
        case .brandInk: colours.ink = try Self.colour(key, text)
        case .logo: logo = try picture(text)
        case .contactTeam: contact.team = text
        case .contactEmail: contact.email = try Self.email(text)
        case .contactPhone: contact.phone = try Self.phone(text)
        case .contactAddress: contact.address = text
        case .securityContact: securityContact = try Self.securityContact(text)
        case .access: isPublic = try Self.choice(key, text, "public", or: "sign-in")
        case .secondFactor:
            requiresSecondFactor = try Self.choice(key, text, "required", or: "optional")
        case .passwordCost: passwordCost = try Self.number(key, text, in: 1...11)
        case .sessionMinutes: sessionLimits.idle = try Self.number(key, text, in: 5...480) * 60
        case .sessionHours: sessionLimits.whole = try Self.number(key, text, in: 1...72) * 3_600
        case .signOn: signOn.isOnly = try Self.choice(key, text, "only", or: "also")
        case .signOnHeader: signOn.header = try Self.field(text)
        case .signOnProxy: signOn.proxy = try Self.proxies(text)
        case .signOnOut: signOn.out = try Self.way(text)
        case .sendmail: sendmail = try Self.mailProgram(text)
        }
    }

    /// Whether the first of two words was chosen.
    private static func choice(
        _ key: SettingsKey, _ text: String, _ yes: String, or no: String
    ) throws(SettingFault) -> Bool {
        guard text == yes || text == no else {
            throw SettingFault("«\(key.rawValue)»: «\(text)» is not \(yes) or \(no)")
        }
        return text == yes
    }

    private static func number(
        _ key: SettingsKey, _ text: String, in range: ClosedRange<Int>
    ) throws(SettingFault) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw SettingFault(
                "«\(key.rawValue)»: «\(text)» is not a whole number from \(range.lowerBound) "
                    + "to \(range.upperBound)")
        }
        return number
    }

    private static func origin(_ text: String) throws(SettingFault) -> String {
        let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
        let rest = text.dropFirst(scheme?.count ?? 0)
        guard scheme != nil, rest.contains(where: \.isLetter) || rest.contains(where: \.isNumber),
            rest.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]".contains($0)) })
        else {
            throw SettingFault(
                "«origin»: «\(text)» is not http:// or https:// with a name and nothing after it, "
                    + "such as https://performance.example.org")
        }
        return text
    }

    private static func field(_ text: String) throws(SettingFault) -> String {
        guard HeaderName(text) != nil else {
            throw SettingFault(
                "«sign_on_header»: «\(text)» is not the name of a field such as X-Remote-User")
        }
        return text
    }

    private static func proxies(_ text: String) throws(SettingFault) -> PeerAddresses {
        let texts = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        guard let addresses = PeerAddresses(texts) else {
            throw SettingFault(
                "«sign_on_proxy»: «\(text)» is not a numeric address, a network like 10.0.0.0/8 "
                    + "or unix, or several with commas between")
        }
        return addresses
    }

    private static func way(_ text: String) throws(SettingFault) -> String {
        let isPath = text.hasPrefix("/") && AccountLinks.next(text) == text
        let isAddress = text.hasPrefix("https://") && text.utf8.count > 8
        guard isPath || isAddress, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != 0x5c })
        else {
            throw SettingFault(
                "«sign_on_out»: «\(text)» is neither an address that begins with https:// nor a "
                    + "path such as /oauth2/sign_out")
        }
        return text
    }

    private static func mailProgram(_ text: String) throws(SettingFault) -> MailProgram {
        guard MailProgram.isThere(text) else {
            throw SettingFault(
                "«sendmail»: «\(text)» is not a program that can be run, with its whole path, "
                    + "such as /usr/sbin/sendmail")
        }
        return MailProgram(path: text)
    }

    private static func method(_ text: String) throws(SettingFault) -> BenchmarkMethod {
        switch BenchmarkMethod(rawValue: text) {
        case .mean: return .mean
        case .median: return .median
        case .published, nil:
            throw SettingFault("«neighbour_method»: «\(text)» is not mean or median")
        }
    }

    private static func colour(_ key: SettingsKey, _ text: String) throws(SettingFault) -> Colour {
        guard let colour = Colour(text) else {
            throw SettingFault(
                "«\(key.rawValue)»: «\(text)» is not # with six digits or letters from a to f, "
                    + "such as \(BrandColours.usual.brand)")
        }
        return colour
    }

    private func picture(_ name: String) throws(SettingFault) -> String {
        guard
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }),
            !name.split(separator: "/", omittingEmptySubsequences: false)
                .contains(where: { $0.isEmpty || $0.hasPrefix(".") })
        else {
            throw SettingFault(
                "«logo»: «\(name)» is not the name of a file such as council.svg: only letters "
                    + "from a to z, digits, hyphens and full stops")
        }
        guard unsafe access("\(root)/Public/\(name)", R_OK) == 0 else {
            throw SettingFault("«logo»: there is no file «\(name)» in \(root)/Public")
        }
        return name
    }

    private static func email(_ text: String) throws(SettingFault) -> String {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), parts[1].contains("."),
            text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-_+@".contains($0)) })
        else {
            throw SettingFault(
                "«contact_email»: «\(text)» is not an address such as team@example.org")
        }
        return text
    }

    private static func securityContact(_ text: String) throws(SettingFault) -> String {
        let isAddress =
            text.hasPrefix("mailto:") && text.contains("@")
            || text.hasPrefix("https://") && text.utf8.count > 8
        guard isAddress, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
            throw SettingFault(
                "«security_contact»: «\(text)» is not an address such as "
                    + "mailto:security@example.org or https://example.org/security")
        }
        return text
    }

    private static func phone(_ text: String) throws(SettingFault) -> String {
        guard text.count(where: \.isNumber) >= 3,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || " +()-".contains($0)) })
        else {
            throw SettingFault(
                "«contact_phone»: «\(text)» is not a number such as 0161 496 0000, of digits, "
                    + "spaces, +, - and brackets")
        }
        return text
    }
}

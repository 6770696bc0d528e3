/// What a file of settings can say.
enum SettingsKey: String, CaseIterable {
    case organisation
    case organisationKind = "organisation_kind"
    case service
    case partnership
    case origin
    case neighbourMethod = "neighbour_method"
    case brand
    case brandDeep = "brand_deep"
    case brandSoft = "brand_soft"
    case brandInk = "brand_ink"
    case logo
    case contactTeam = "contact_team"
    case contactEmail = "contact_email"
    case contactPhone = "contact_phone"
    case contactAddress = "contact_address"
    case securityContact = "security_contact"
    case access
    case secondFactor = "second_factor"
    case passwordCost = "password_cost"
    case sessionMinutes = "session_minutes"
    case sessionHours = "session_hours"
    case signOn = "sign_on"
    case signOnHeader = "sign_on_header"
    case signOnProxy = "sign_on_proxy"
    case signOnOut = "sign_on_out"
    case sendmail

    /// What no portal can do without, with an example for those who left it out.
    static let needed: [(key: SettingsKey, example: String)] = [
        (.organisation, "Stockport"), (.organisationKind, "Council"),
        (.service, "Children’s performance"), (.partnership, "Stockport Family Partnership"),
    ]
}

import Mustache

/// The address of one's own calendar: to make it, to replace it and to withdraw it.
struct CalendarPage: Page {
    static let template = "returns/calendar"
    let section: Section? = nil
    let address: String? = ReturnLinks.calendar
    let summary = "The due dates of your returns in your own calendar."
    /// The address that there is.
    let link: CalendarLink?
    /// The same as it is given to programs, where it was made in this session just now.
    let shown: String?
    /// Whether there is anything that could be in it.
    let isUseful: Bool
    let isLead: Bool
    var isWithdrawn = false
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home, Link(href: AccountLinks.account, label: "Your account")]
                .template,
            "action": .text(ReturnLinks.calendar),
            "shown": shown.template,
            "webcal": shown.map { .text(Self.webcal($0)) } ?? .absent,
            "madeAt": link.map { .text(MomentWords.dayAndTime($0.madeAt)) } ?? .absent,
            "isUseful": .flag(isUseful),
            "isLead": .flag(isLead),
            "isWithdrawn": .flag(isWithdrawn && link == nil),
            "accountHref": .text(AccountLinks.account),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    /// The address as calendar programs are opened by it.
    private static func webcal(_ address: String) -> String {
        "webcal" + address.drop { $0 != ":" }
    }
}

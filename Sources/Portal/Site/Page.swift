import Mustache

/// A page: the template that draws it and the values that the template names.
protocol Page {
    /// The template's name below `Templates`, such as `scorecards/show`.
    static var template: String { get }
    /// Which entry of the main navigation is marked as current.
    var section: Section? { get }
    /// The page's one address, without what only changes how it is looked at; `nil` for what has
    /// none of its own, such as an error.
    var address: String? { get }
    /// What the page tells, in one sentence, for those who see a link to it.
    var summary: String { get }
    /// A value for every name that the template uses, besides those of the frame.
    var values: TemplateRecord { get }
}

/// A page whose figures can be downloaded.
protocol SheetPage: Page {
    /// What the page shows, and no more.
    var sheet: Sheet { get }
}

/// The entries of the main navigation.
enum Section: CaseIterable {
    case scorecards
    case measures
    case strategies
    case boards
    case voice
    case reports
    case help
    /// Of those who enter figures alone.
    case returns

    /// Those that everybody has.
    static let open: [Section] = [
        .scorecards, .measures, .strategies, .boards, .voice, .reports, .help,
    ]

    var link: Link {
        switch self {
        case .scorecards: Links.scorecards
        case .measures: Links.measures
        case .strategies: Links.strategies
        case .boards: Links.boards
        case .voice: Links.voice
        case .reports: Links.reports
        case .help: Links.help
        case .returns: ReturnLinks.returnsLink
        }
    }
}

/// What the layout shows around every page.
struct Frame {
    private let names: [(name: String, value: TemplateValue)]
    private let navigation: [[TemplateValue]]
    private let plainNavigation: [TemplateValue]
    /// Where the script is, for pages that have one.
    private let script: TemplateValue
    /// Where the portal is, such as `https://performance.example.org`; empty where it is not said.
    private let origin: String
    /// What is invented, of a demonstration.
    let demonstration: String?

    init(
        _ settings: Settings, _ demonstration: String? = nil,
        addressOf: (_ file: String) -> String
    ) {
        self.demonstration = demonstration
        names = [
            ("demonstration", demonstration.template),
            ("service", .text(settings.service)),
            ("organisation", .text(settings.organisation)),
            ("organisationKind", .text(settings.organisationKind)),
            ("partnership", .text(settings.partnership)),
            ("logo", settings.logo.map(addressOf).template),
            ("contact", settings.contact.template),
            ("icon", .text(addressOf("favicon.svg"))),
            ("brandStyle", .text(addressOf("brand.css"))),
            ("style", .text(addressOf("portal.css"))),
        ]
        script = .text(addressOf("portal.js"))
        origin = settings.origin
        navigation = Section.open.map { Self.navigation(current: $0) }
        plainNavigation = Self.navigation(current: nil)
    }

    /// The values of `page` with the frame's around them; `download` is the target asked
    /// for, if its figures are files too.
    func values(
        _ page: some Page, download: String? = nil, greeting: Greeting = .nobody
    ) -> TemplateValue {
        var values = page.values
        values.append("canonical", page.address.map { origin + $0 }.template)
        values.append("summary", .text(mark + page.summary))
        values.append("download", download.map(SheetForm.addresses) ?? .absent)
        for (name, value) in names { values.append(name, value) }
        greeting.add(to: &values)
        values.append("script", greeting.isScripted ? script : .absent)
        let at = page.section.flatMap { Section.open.firstIndex(of: $0) }
        var entries = at.map { navigation[$0] } ?? plainNavigation
        if let owed = greeting.owed {
            let isHere = page.section == .returns
            entries.append(Self.entry(.returns, isCurrent: isHere, count: owed))
        }
        values.append("navigation", .list(entries))
        return .record(values)
    }

    /// What stands before the sentence that those see who follow no link yet.
    private var mark: String { demonstration == nil ? "" : "Demonstration data. " }

    private static func navigation(current: Section?) -> [TemplateValue] {
        Section.open.map { entry($0, isCurrent: $0 == current) }
    }

    /// `count` is told beside the entry, unless there is nothing to tell.
    private static func entry(
        _ section: Section, isCurrent: Bool, count: Int = 0
    ) -> TemplateValue {
        [
            "href": .text(section.link.href),
            "label": .text(section.link.label),
            "current": .flag(isCurrent),
            "count": .integer(count),
        ]
    }
}

extension Contact {
    /// Whom to ask, for the pages that name them.
    fileprivate var template: TemplateValue {
        [
            "isKnown": .flag(isKnown),
            "team": .text(team ?? "performance team"),
            "email": email.template,
            "phone": phone.template,
            "dialled": dialled.template,
            "address": .list(addressLines.map { .text($0) }),
            "hasAddress": .flag(!addressLines.isEmpty),
        ]
    }
}

extension [Link] {
    /// The links as a list of `href` and `label`.
    var template: TemplateValue {
        .list(map { ["href": .text($0.href), "label": .text($0.label)] })
    }
}

extension SheetForm {
    /// Where the figures of the page with the address `target` are, by form.
    fileprivate static func addresses(of target: String) -> TemplateValue {
        var record: TemplateRecord = [:]
        for form in allCases {
            record.append(form.rawValue, .text(PageFormat.sheet(form).address(of: target)))
        }
        return .record(record)
    }
}

extension String? {
    /// The text, or what is known to be empty.
    var template: TemplateValue {
        if let self { .text(self) } else { .absent }
    }
}

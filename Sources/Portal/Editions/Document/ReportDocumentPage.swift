import Mustache
import Scorecard

/// A report as one file that needs nothing besides itself.
struct ReportDocument {
    let source: EditionSource
    /// The style that stands in the file, with what its pages say in their margins.
    let style: ReportStyle
    /// What the file says of its own fingerprint: zeros while it is worked out, `nil` for a draft.
    let fingerprint: String?
    /// The front, and then the sections that are shown, in order.
    let front: ReportFrontSection
    let parts: [(section: ReportSection, part: any ReportPart)]
    /// Every value, text and rule that it shows.
    let facts: [ReportFact]
    /// Whether it is what will be published, or was.
    private let isFinal: Bool

    /// Makes the report of a version.
    ///
    /// - Parameters:
    ///   - source: All that it is made from.
    ///   - style: The style of every report.
    ///   - fingerprint: What the file says of its own; `nil` for a draft.
    ///   - approvedOn: The day on which it was approved.
    init(
        source: EditionSource, style: ReportStyle, fingerprint: String?, approvedOn: Day? = nil
    ) {
        self.source = source
        self.fingerprint = fingerprint
        isFinal = fingerprint != nil || source.version.state.isFrozen
        front = ReportFrontSection(
            source: source, isFinal: isFinal, approvedOn: approvedOn,
            sections: source.template.sections)
        (parts, facts) = Self.parts(of: source, after: front.facts)
        let margins = ReportMargins(
            title: "\(source.version.title), version \(source.version.label)",
            demonstration: source.demonstration,
            warnings: (isFinal ? [] : [Self.draftWords])
                + (source.audience == .service ? [Self.officersWords] : []))
        self.style = style.with(margins.style)
    }

    /// The file.
    func bytes(_ templates: SiteTemplates) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try templates.render("editions/document/show", values, into: &bytes)
        return bytes
    }

    private static let draftWords = "Draft: not approved, and not to be quoted."
    private static let officersWords =
        "Officers’ edition: holds small numbers; do not pass on."

    /// The sections, each made when those before it have said what they show.
    private static func parts(
        of source: EditionSource, after front: [ReportFact]
    ) -> (parts: [(section: ReportSection, part: any ReportPart)], facts: [ReportFact]) {
        var parts: [(section: ReportSection, part: any ReportPart)] = []
        var facts = front
        for section in source.template.sections {
            let part = part(section, of: source, after: facts)
            facts += part.facts
            parts.append((section, part))
        }
        return (parts, facts)
    }

    private static func part(
        _ section: ReportSection, of source: EditionSource, after shown: [ReportFact]
    ) -> any ReportPart {
        switch section {
        case .overview: ReportOverviewSection(source: source)
        case .glance: ReportGlanceSection(source: source)
        case .delivery: ReportDeliverySection(source: source)
        case .measures: ReportMeasuresSection(source: source)
        case .finance: ReportFinanceSection(source: source)
        case .actions: ReportActionsSection(source: source)
        case .lastTime: ReportLastTimeSection(source: source)
        case .appendices: ReportAppendicesSection(source: source, shown: shown)
        }
    }

    private var values: TemplateValue {
        var values: TemplateRecord = [
            "summary": .text(summary),
            "version": .text(source.version.label),
            "policy": .text(style.policy),
            "style": .text(style.text),
            "fingerprint": fingerprint.template,
            "draft": isFinal ? .absent : .text(Self.draftWords),
            "officers": source.audience == .service ? .text(Self.officersWords) : .absent,
            "demonstration": source.demonstration.template,
            "mark": .text(mark),
            "organisation": .text(source.portal.organisationName),
            "partnership": .text(source.portal.partnership),
            "service": .text(source.portal.service),
            "home": home.template,
            "contents": .list(
                parts.enumerated().map { index, entry in
                    [
                        "id": .text(entry.section.rawValue), "number": .integer(index + 1),
                        "title": .text(entry.section.title),
                    ]
                }),
        ]
        values.append(contentsOf: front.values)
        for section in ReportSection.allCases {
            guard let index = parts.firstIndex(where: { $0.section == section }) else {
                values.append(section.name, .absent)
                continue
            }
            var own: TemplateRecord = [
                "number": .integer(index + 1), "title": .text(section.title),
            ]
            own.append(contentsOf: parts[index].part.values)
            values.append(section.name, .record(own))
        }
        return .record(values)
    }

    private var summary: String {
        "\(source.edition.kindWords) of \(source.portal.partnership) on "
            + "\(source.edition.portfolio), \(source.edition.periodWords), version "
            + "\(source.version.label)."
    }

    /// The ending of the style of what stands large and faint behind the text.
    private var mark: String {
        switch (isFinal, source.demonstration == nil) {
        case (true, true): "none"
        case (true, false): "demonstration"
        case (false, true): "draft"
        case (false, false): "draft-demonstration"
        }
    }

    /// Where the file can be had, where the portal says where it is.
    private var home: String? {
        guard !source.portal.origin.isEmpty, isFinal else { return nil }
        let (slug, version) = (source.edition.slug, source.version.label)
        return source.portal.origin
            + (source.audience == .service
                ? EditionLinks.officersDocument(slug, version)
                : EditionLinks.document(slug, version))
    }
}

extension ReportSection {
    /// What templates call it.
    fileprivate var name: String { self == .lastTime ? "lastTime" : rawValue }
}

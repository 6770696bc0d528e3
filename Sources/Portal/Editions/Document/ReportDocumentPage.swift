import Mustache
import Scorecard

/// A report as one file that needs nothing besides itself.
struct ReportDocument {
    let source: EditionSource
    let style: ReportStyle
    /// What the file says of its own fingerprint: zeros while it is worked out, `nil` for a draft.
    let fingerprint: String?
    /// The day on which it was approved; `nil` for a draft.
    var approvedOn: Day? = nil

    /// The sections that are shown, in order.
    var parts: [(section: ReportSection, part: any ReportPart)] {
        var parts: [(section: ReportSection, part: any ReportPart)] = []
        for section in source.template.sections {
            parts.append((section, part(section, after: parts.map(\.part))))
        }
        return parts
    }

    /// Every value, text and rule that it shows.
    var facts: [ReportFact] { parts.flatMap(\.part.facts) }

    /// The file.
    func bytes(_ templates: TemplateLibrary) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try templates.render("editions/document/show", values, into: &bytes)
        return bytes
    }

    private func part(
        _ section: ReportSection, after parts: [any ReportPart]
    ) -> any ReportPart {
        switch section {
        case .overview: ReportOverviewSection(source: source)
        case .glance: ReportGlanceSection(source: source)
        case .delivery: ReportDeliverySection(source: source)
        case .measures: ReportMeasuresSection(source: source)
        case .finance: ReportFinanceSection(source: source)
        case .actions: ReportActionsSection(source: source)
        case .lastTime: ReportLastTimeSection(source: source)
        case .appendices:
            ReportAppendicesSection(source: source, shown: parts.flatMap(\.facts))
        }
    }

    private var values: TemplateValue {
        let parts = parts
        var values: TemplateRecord = [
            "title": .text(source.version.title),
            "portfolio": .text(source.edition.portfolio),
            "kind": .text(source.edition.kindWords),
            "period": .text(source.edition.periodWords),
            "version": .text(source.version.label),
            "policy": .text(style.policy),
            "style": .text(style.text),
            "fingerprint": fingerprint.template,
            "approvedOn": (approvedOn?.label).template,
            "draft": source.version.state.isFrozen || fingerprint != nil
                ? .absent : "Draft: not approved, and not to be quoted.",
            "demonstration": source.demonstration.template,
            "contents": .list(
                parts.enumerated().map { index, entry in
                    [
                        "id": .text(entry.section.rawValue), "number": .integer(index + 1),
                        "title": .text(entry.section.title),
                    ]
                }),
        ]
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
}

extension ReportSection {
    /// What templates call it.
    fileprivate var name: String { self == .lastTime ? "lastTime" : rawValue }
}

import Mustache
import Scorecard

/// The full list of measures, definitions, symbols and differences.
struct ReportAppendicesSection: ReportPart {
    let source: EditionSource
    /// What the sections before it show now, value by value.
    let shown: [ReportFact]
    let facts: [ReportFact]
    private let rows: ReportMeasureRows

    static let corrections = "appendices-part-corrections"

    init(source: EditionSource, shown: [ReportFact]) {
        (self.source, self.shown) = (source, shown)
        rows = ReportMeasureRows(source)
        let told = Set(
            shown.filter { $0.section == ReportSection.measures.rawValue }.map(\.subject))
        facts = rows.facts(besides: told)
    }

    var values: TemplateRecord {
        let changes = changes
        return [
            "corrections": corrections,
            "since": .text(changes == nil ? "" : ReportComparison(source).words),
            "changesList": changes.map { ["differences": $0.values] } ?? .absent,
            "hasPrevious": .flag(source.past.previous != nil),
            "changesCount": .text((changes?.count ?? 0).counted("value")),
            "changesMore": (changes?.more).template,
            "hasMeasures": .flag(!rows.groups.isEmpty),
            "day": .text(source.judgedOn.label),
            "hasStandings": .flag(hasStandings),
            "width": .integer(hasStandings ? 4 : 2),
            "groups": rows.values,
            "smallNumbers": rows.smallNumbers.values,
            "statuses": .list(TargetStatus.allCases.map(\.keyValues)),
            "shorthand": .list(
                Wording.shorthand(of: Set(QualityMarker.allCases)).map { .text($0) }),
        ]
    }

    /// Whether no section before says how each measure stands.
    private var hasStandings: Bool {
        source.template.isLightTouch || !source.template.sections.contains(.measures)
    }

    /// What a correction changed, value by value.
    private var corrections: TemplateValue {
        guard let corrected = source.past.corrected else { return .absent }
        let differences = ReportDifferences(
            from: source.past.correctedFacts, to: shown + facts)
        let list = ReportDifferenceList(differences.entries, limit: nil, whole: nil)
        return [
            "version": .text(corrected.label),
            "reason": source.version.reason.template,
            "count": .text(list.count.counted("value")),
            "differences": list.values,
        ]
    }

    /// What is not as it was in the edition before; `nil` without one.
    private var changes: ReportDifferenceList? {
        guard source.past.previous != nil else { return nil }
        let differences = ReportDifferences(from: source.past.facts, to: shown + facts)
        // The front of every edition is another.
        let entries = differences.entries.filter { entry in
            entry.section != ReportFrontSection.name && entry.name != ReportComparison.period
        }
        // How the measures stand now and stood then; the rest would be most of the report.
        let told = entries.filter(\.isOfStanding)
        return ReportDifferenceList(
            told + entries.filter { !$0.isOfStanding },
            limit: min(told.count, source.template.isLightTouch ? 30 : 150), whole: whole)
    }

    /// Where the whole list of changes is.
    private var whole: String {
        let path = EditionLinks.changes(source.edition.slug, source.version.label)
        return source.portal.origin.isEmpty
            ? "on the portal’s page of this report" : source.portal.origin + path
    }
}

extension ReportDifferences.Entry {
    /// Whether it says how a measure stands.
    fileprivate var isOfStanding: Bool {
        section == ReportSection.measures.rawValue && ["latest", "target", "status"].contains(name)
    }
}

extension TargetStatus {
    /// The status, its shape and what it means.
    fileprivate var keyValues: TemplateValue {
        [
            "statusClass": .text(look), "statusIcon": .text(icon), "statusWords": .text(words),
            "meaning": .text(meaning),
        ]
    }

    private var meaning: String {
        switch self {
        case .onTarget: "The figure meets or beats its target (green)."
        case .close:
            "The figure misses its target by no more than the tolerance of the measure (amber)."
        case .offTarget: "The figure misses its target by more than the tolerance (red)."
        case .noTarget: "No target has been set."
        case .targetExpired: "The last target has ended, and there is no later one."
        case .tooEarly: "The target begins later."
        case .awaitingData: "There has never been a figure."
        case .noNewData: "The latest figure is too old to be judged."
        case .suppressed: "The figure is not shown, so that no child can be recognised."
        case .inDevelopment: "The measure is agreed and not yet in use."
        case .toBeDefined: "The measure is named and not yet defined."
        case .contextOnly: "The measure sets the scene and is not judged."
        }
    }
}

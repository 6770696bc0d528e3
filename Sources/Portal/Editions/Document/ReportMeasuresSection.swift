import Mustache
import Scorecard

/// The measures by priority, and a block for each exception.
struct ReportMeasuresSection: ReportPart {
    let source: EditionSource
    private let columns: ReportMeasuresColumns
    private let entries: [Int64: ReportMeasuresEntry]
    private let exceptions: ReportMeasuresExceptionsSection
    private let quarters: ReportMeasuresQuartersSection?
    private let comparison: ReportMeasuresComparisonSection?

    init(source: EditionSource) {
        self.source = source
        let template = source.template
        columns = ReportMeasuresColumns(
            template.columns, hasAppendices: template.sections.contains(.appendices))
        let standings = source.measures.all
        let entries = standings.map { ReportMeasuresEntry($0, source) }
        self.entries = Dictionary(
            uniqueKeysWithValues: entries.map { ($0.standing.measure.id, $0) })
        exceptions = ReportMeasuresExceptionsSection(self.entries, source)
        quarters =
            template.isLightTouch ? nil : ReportMeasuresQuartersSection(standings, source.measures)
        comparison =
            template.isLightTouch ? nil : ReportMeasuresComparisonSection(entries, source)
    }

    private var template: EditionTemplate { source.template }
    private var isLight: Bool { template.isLightTouch }

    var values: TemplateRecord {
        [
            "none": entries.isEmpty
                ? "The scorecards of this report have no measures yet." : .absent,
            "count": entries.isEmpty ? .absent : .text(countWords),
            "pointer": isLight ? pointer.template : .absent,
            "tables": isLight ? .absent : .list(tables),
            "notes": isLight || notes.isEmpty
                ? .absent : .text(notes.joined(separator: " ")),
            "exceptions": entries.isEmpty ? .absent : .record(exceptions.values),
            "quarters": quarters?.values ?? .absent,
            "comparison": comparison?.values ?? .absent,
        ]
    }

    var facts: [ReportFact] {
        var facts: [ReportFact] = []
        for standing in source.measures.all {
            guard let entry = entries[standing.measure.id] else { continue }
            var own = ReportMeasuresFacts(entry)
            if !isLight, !isBare(entry) { own.add(template.columns) }
            exceptions.add(to: &own, of: entry)
            quarters?.add(to: &own, of: entry)
            comparison?.add(to: &own, of: entry)
            facts += own.facts
        }
        return facts
    }

    /// How many measures the report has, and how many of them are judged unless that is told at a
    /// glance.
    private var countWords: String {
        let all = source.measures.all
        let rollUp = RollUp(all.map(\.judgement.status))
        let words = "\(all.count.counted("measure")), judged at \(source.judgedOn.label)."
        guard !template.sections.contains(.glance) else { return words }
        guard rollUp.judged > 0 else { return "\(words) \(Attention.unjudgedWords)" }
        return "\(words) \(rollUp.sentence)"
    }

    private var pointer: String? {
        template.sections.contains(.appendices)
            ? "This is a light touch report: it tells of exceptions here, and the appendix has "
                + "every measure with its figure and its status."
            : nil
    }

    /// The measures of each scorecard, under its headlines.
    private var tables: [TemplateValue] {
        var tables: [(scorecard: ScorecardHeading, groups: [ReportedGroup])] = []
        for group in source.measures.groups {
            if tables.last?.scorecard == group.scorecard {
                tables[tables.count - 1].groups.append(group)
            } else {
                tables.append((group.scorecard, [group]))
            }
        }
        return tables.map { table in
            [
                "title": .text(table.scorecard.title),
                "width": .integer(columns.across.count + 1),
                "columns": .list(columns.across.map(head)),
                "groups": .list(table.groups.map(group)),
            ]
        }
    }

    private func head(_ column: ReportColumn) -> TemplateValue {
        [
            "title": .text(
                column.title(source.measures.country, source.measures.areas.region ?? "Region")),
            "isNumber": .flag(column.isNumber),
        ]
    }

    private func group(_ group: ReportedGroup) -> TemplateValue {
        let all = group.measures.compactMap { entries[$0.id] }
        return [
            "heading": .text(group.headline.title),
            "level": group.headline.place.template,
            "width": .integer(columns.across.count + 1),
            "rows": .list(
                all.filter { !isBare($0) }.map { entry in
                    ReportMeasuresRowSection(
                        entry: entry, columns: columns, hasBlock: exceptions.has(entry)
                    ).values
                }),
            "hasBare": .flag(all.contains(where: isBare)),
            "bare": bare(all.filter(isBare)),
        ]
    }

    /// Whether a row would say nothing of a measure but its status.
    private func isBare(_ entry: ReportMeasuresEntry) -> Bool {
        entry.isBare && !exceptions.has(entry)
    }

    /// Measures without a figure, in a line for each status instead of a row each.
    private func bare(_ entries: [ReportMeasuresEntry]) -> TemplateValue {
        let statuses = TargetStatus.allCases.filter { status in
            entries.contains { $0.standing.judgement.status == status }
        }
        return .list(
            statuses.compactMap { status in
                let own = entries.filter { $0.standing.judgement.status == status }
                guard var values = own.first?.standing.statusValues else { return nil }
                values.append(
                    contentsOf: ["titles": .text(own.map(\.title).joined(separator: "; "))])
                return .record(values)
            })
    }

    /// What the tables’ statuses without a rule of their own mean, and their letters in brackets.
    private var notes: [String] {
        let all = source.measures.all
        let statuses = Set(all.map(\.judgement.status))
        let rules = TargetStatus.allCases.filter(statuses.contains).compactMap(\.note)
        let shown = entries.values.flatMap { entry -> [Figure?] in
            let figures = [
                entry.standing.latest, entry.yearBefore, entry.twoYearsBefore,
                entry.standing.countryLatest,
            ]
            return figures + entry.quartersOfYear.map(\.figure)
        }
        let flags = Set(shown.compactMap { $0?.flag }).union(quarters?.flags ?? [])
        return rules + Wording.shorthand(of: flags)
    }
}

extension TargetStatus {
    /// Why measures of this status are not judged, where that is the same for all of them.
    fileprivate var note: String? {
        switch self {
        case .noTarget: "No target: none has been set, so the measure is not judged."
        case .suppressed: "Suppressed: the figure is not shown, so it is not judged."
        case .awaitingData: "Awaiting data: there has never been a figure."
        case .inDevelopment:
            "In development: the measure is agreed and not yet in use, so it is not judged."
        case .toBeDefined:
            "To be defined: the measure is named and not yet defined, so it cannot be judged."
        case .contextOnly: "Context only: the measure sets the scene and is not judged."
        case .onTarget, .close, .offTarget, .targetExpired, .tooEarly, .noNewData: nil
        }
    }
}

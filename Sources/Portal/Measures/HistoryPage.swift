import Mustache
import Scorecard

/// What changed about one measure, when and why, and how its figures were known on a day.
struct HistoryPage: SheetPage {
    static let template = "measures/history"
    let section: Section? = .measures
    let area: String
    let measure: MeasureDetail
    let asked: HistoryRequest
    let today: Day
    private let events: [HistoryEvent]
    private let pages: Pagination
    private let known: [HistoryEvents.Known]
    /// The day on which the first figure was loaded.
    private let firstKnown: Day?
    private let traces: [FigureTrace]?

    /// A page has no more changes than this.
    static let most = 50

    /// What the page is made from.
    struct Record {
        let revisions: [Revision]
        let breaks: [SeriesBreak]
        let targets: [TargetDetail]
        /// What was said of the versions that officers returned.
        var returned: [ReturnedVersion] = []
        /// What the audit trail tells of the figures; `nil` for who may not read it.
        var traces: [FigureTrace]?
    }

    /// - Throws: `Refusal.notFound` for a page of changes that is not there.
    init(
        area: String, measure: MeasureDetail, _ record: Record, _ asked: HistoryRequest,
        on today: Day
    ) throws {
        self.area = area
        self.measure = measure
        self.asked = asked
        self.today = today
        let history = HistoryEvents(measure, record.revisions, record.returned)
        events = history.all(record.breaks, record.targets, on: today)
        known =
            asked.error(on: today) == nil
            ? asked.known.map { history.known(on: $0) } ?? [] : []
        firstKnown = record.revisions.map(\.knownOn).min()
        traces = record.traces
        pages = Pagination(count: events.count, pageLength: Self.most, asked.page)
        guard pages.number <= pages.pages else {
            throw PageNumber.refusal("\(pages.number)", of: asked.address)
        }
    }

    var address: String? { Links.history(ofMeasure: measure.facts.slug) }

    var summary: String {
        "What has changed about \(measure.facts.title) in \(area), when and why."
    }

    /// Whether the day that was typed cannot be used.
    var isWrong: Bool { asked.error(on: today) != nil }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "title": .text(measure.facts.title),
            "error": asked.error(on: today).template,
            "pageTitle": .text(pages.titleWords),
            "crumbs": [
                Links.home, Links.measures,
                Link(href: Links.measure(measure.facts.slug), label: measure.facts.title),
            ].template,
            "href": .text(Links.history(ofMeasure: measure.facts.slug)),
            "measureHref": .text(Links.measure(measure.facts.slug)),
            "typed": .text(asked.known?.label ?? asked.text),
            "known": knownValues,
            "hasEvents": .flag(!events.isEmpty),
            "events": .list(shown.map(self.values)),
            "trailHref": traces == nil
                ? .absent : .text(TrailLinks.entries(nil, measure.code)),
        ]
        let faults = asked.error(on: today).map { [FieldFault(field: "known", words: $0)] } ?? []
        values.append(contentsOf: FieldFaults(all: faults).values)
        values.append(contentsOf: pages.values(asked.address, label: "Pages of history"))
        return values
    }

    // MARK: As known on

    private var knownValues: TemplateValue {
        guard let day = asked.known, !isWrong else { return .absent }
        return [
            "day": .text(day.label),
            "area": .text(area),
            "hasFigures": .flag(!known.isEmpty),
            "none": .text(nothingKnown(by: day)),
            "hasLines": .flag(hasLines),
            "rows": .list(known.map(values)),
            "shorthand": .list(shorthand.map { .text($0) }),
        ]
    }

    private func nothingKnown(by day: Day) -> String {
        let nothing = "No figures of this measure had been loaded by \(day.label)."
        return firstKnown.map { "\(nothing) The first were loaded on \($0.label)." } ?? nothing
    }

    private var hasLines: Bool { Set(known.map(\.line)).count > 1 }

    private func values(_ entry: HistoryEvents.Known) -> TemplateValue {
        let figure = entry.revision.figure
        return [
            "period": .text(figure.period.shortLabel),
            "line": .text(entry.line),
            "value": .text(text(figure, entry.format)),
            "flag": (figure.value == nil ? nil : figure.flag?.shorthand).template,
            "since": .text(entry.revision.knownOn.label),
        ]
    }

    private var shorthand: [String] {
        let figures = known.map(\.revision.figure)
        return Wording.shorthand(
            of: Set(figures.compactMap(\.flag) + figures.compactMap(FigureFormat.missing)))
    }

    // MARK: Changes

    private var shown: ArraySlice<HistoryEvent> { events[pages.range] }

    private func values(_ event: HistoryEvent) -> TemplateValue {
        [
            "title": .text(event.title),
            "day": .text(event.day?.label ?? "Date not recorded"),
            "words": .text(event.words),
            "reason": event.reason.template,
            "change": event.change.map { change in
                [
                    "period": .text(change.new.period.label.capitalisedFirst),
                    "old": change.old.map { .text(told($0, change.format)) } ?? .absent,
                    "new": .text(told(change.new, change.format)),
                ]
            } ?? .absent,
            "entries": .list(entries(of: event)),
        ]
    }

    /// The entries of the audit trail that tell of an event, for who may read them.
    private func entries(of event: HistoryEvent) -> [TemplateValue] {
        guard let traces, let key = event.trace, let day = event.day else { return [] }
        let figure: TracedFigure? =
            switch key {
            case .figure(let figure): figure
            case .load: nil
            }
        return traces.filter { $0.knownOn == day && $0.figure == figure }.map { trace in
            [
                "href": .text(TrailLinks.entry(trace.number)),
                "number": .integer(trace.number), "who": .text(trace.actor),
            ]
        }
    }

    /// A figure with how settled it is: `63% (provisional)`.
    private func told(_ figure: Figure, _ format: FigureFormat) -> String {
        let text = text(figure, format)
        guard figure.value != nil else {
            return "\(text) \((figure.marker ?? .notAvailable).words)"
        }
        return figure.status.marker.map { "\(text) (\($0.words))" } ?? text
    }

    private func text(_ figure: Figure, _ format: FigureFormat) -> String {
        figure.value.map { format.text($0) }
            ?? (figure.marker ?? .notAvailable).shorthand
    }

    // MARK: The file

    /// The figures as they were known, if a day is asked for, then the changes of the page.
    var sheet: Sheet {
        var sheet = Sheet(
            name: "\(measure.facts.slug)-history",
            columns: [
                "section", "date", "event", "series", "period_code", "period", "old_value",
                "old_flag", "value", "flag", "details", "reason",
            ])
        for entry in known {
            let figure = entry.revision.figure
            sheet.rows.append([
                "known on \(asked.known?.description ?? "")", entry.revision.knownOn.description,
                "", entry.line, figure.period.description, figure.period.label, "", "",
                entry.format.plain(figure), figure.plainFlag, "", "",
            ])
        }
        for event in shown {
            let change = event.change
            sheet.rows.append([
                "changes", event.day?.description ?? "", event.title, change?.line ?? "",
                change?.new.period.description ?? "", change?.new.period.label ?? "",
                change?.old.map { change?.format.plain($0) ?? "" } ?? "",
                change?.old?.plainFlag ?? "",
                change.map { $0.format.plain($0.new) } ?? "", change?.new.plainFlag ?? "",
                change == nil ? event.words : "", event.reason ?? "",
            ])
        }
        return sheet
    }
}

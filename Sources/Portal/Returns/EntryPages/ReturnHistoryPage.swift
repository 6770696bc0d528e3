import Mustache
import Scorecard

/// Which part of a return's history is asked for.
struct ReturnHistoryRequest {
    let atHand: ReturnAtHand
    /// The code of a measure; `nil` for all.
    let measure: String?

    /// - Throws: `Refusal.notFound` for a measure that the reader has none of in this return.
    init(_ measure: String?, of atHand: ReturnAtHand) throws {
        self.atHand = atHand
        let code = measure.flatMap { $0.isEmpty ? nil : $0 }
        self.measure = code
        guard let code, !atHand.own.contains(where: { $0.measure.facts.code == code }) else {
            return
        }
        throw Refusal.notFound(
            NotFound(
                what: "This return has no measure with the code “\(code)” that you may look into.",
                choicesHeading: "What there is",
                choices: [
                    Link(
                        href: ReturnLinks.history(atHand.figureReturn.id),
                        label: "All that happened in this return")
                ]))
    }

    /// The entries that it is about.
    var entries: [ReturnEntry] {
        atHand.own.filter { measure == nil || $0.measure.facts.code == measure }
    }

    /// The address of the first page.
    var address: AddressQuery {
        AddressQuery(
            path: ReturnLinks.history(atHand.figureReturn.id), [("measure", measure ?? "")])
    }
}

/// Everything that has happened to the figures of a return, the newest first.
struct ReturnHistoryPage: Page {
    static let template = "returns/history"
    let section: Section? = .returns
    let asked: ReturnHistoryRequest
    let pages: Pagination
    let happenings: [EntryHappening]
    /// Whether the reader has pages of what they enter.
    let isOfficer: Bool

    /// A page has no more than this.
    static let most = 50

    private var atHand: ReturnAtHand { asked.atHand }
    private var id: Int64 { atHand.figureReturn.id }
    var address: String? { ReturnLinks.history(id) }
    var summary: String { "What has happened so far. \(atHand.figureReturn.heading)." }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": crumbs.template,
            "heading": .text(atHand.figureReturn.heading),
            "pageTitle": .text(pages.titleWords),
            "href": .text(ReturnLinks.history(id)),
            "filters": .list([filter.values]),
            "isFiltered": .flag(asked.measure != nil),
            "hasEvents": .flag(!happenings.isEmpty),
            "events": .list(happenings.map(row)),
            "others": atHand.others == 0
                ? .absent : .text("What happened to figures that are not yours is not shown."),
        ]
        values.append(contentsOf: pages.values(asked.address, label: "Pages of history"))
        return values
    }

    private var crumbs: [Link] {
        guard isOfficer else {
            return [
                Links.home, Link(href: ReturnLinks.approvals, label: "Approvals"),
                Link(href: ReturnLinks.approval(id), label: atHand.figureReturn.name),
            ]
        }
        return atHand.crumbs
    }

    private var filter: SelectSection {
        var seen: Set<String> = []
        let measures = atHand.own.map(\.measure.facts).filter { seen.insert($0.code).inserted }
        return SelectSection(
            name: "measure", label: "Measure", all: "All measures", chosen: asked.measure,
            choices: measures.map { ($0.code, $0.title) })
    }

    private func row(_ happening: EntryHappening) -> TemplateValue {
        let entry = atHand.own.first { $0.id == happening.entry }
        var values: TemplateRecord = [
            "measure": .text(entry?.measure.facts.title ?? ""),
            "period": .text(entry?.period.shortLabel ?? ""),
            "when": .text(MomentWords.dayAndTime(happening.at)),
            "by": .text(happening.by),
        ]
        switch happening.kind {
        case .change(let cause, let before, let after):
            values.append("event", .text(cause.words))
            values.append("words", .absent)
            let changes = changes(from: before, to: after, of: entry)
            values.append("hasChanges", .flag(!changes.isEmpty))
            values.append("changes", .list(changes))
        case .event(let event, let words):
            values.append("event", .text(event.words))
            values.append("words", words.template)
            values.append("hasChanges", .flag(false))
            values.append("changes", .list([]))
        }
        return .record(values)
    }

    /// Each field that is not as it was, with both texts.
    private func changes(
        from before: EntryContent, to after: EntryContent, of entry: ReturnEntry?
    ) -> [TemplateValue] {
        after.differences(from: before).filter { $0.field != .rightAbout }.map {
            field, old, new in
            [
                "label": .text(entry.map(field.label) ?? field.name),
                "old": field.shown(old).template, "new": field.shown(new).template,
            ]
        }
    }
}

extension EntryField {
    /// A text of this field in words; `nil` for none.
    fileprivate func shown(_ text: String) -> String? {
        text.isEmpty ? nil : words(of: text)
    }
}

extension EntryCause {
    /// What happened to the content.
    fileprivate var words: String {
        switch self {
        case .typed: "Typed"
        case .uploaded: "Came with a file"
        case .undone: "A file was taken back"
        case .shared: "A number was typed at another measure that uses it"
        case .revision: "Opened to be revised"
        }
    }
}

extension EntryEvent {
    /// What happened.
    fileprivate var words: String {
        switch self {
        case .submitted: "Submitted for approval"
        case .sentBack: "Sent back"
        case .withdrawn: "Taken back before it was approved"
        case .approved: "Approved"
        case .published: "Published"
        case .reopened: "Opened to be revised"
        }
    }
}

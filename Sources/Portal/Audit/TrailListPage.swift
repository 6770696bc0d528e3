import Mustache
import Scorecard

/// Who did what, the newest first, or those entries that a reader chose.
struct TrailListPage: Page {
    static let template = "audit/index"
    let section: Section? = nil
    let address: String? = TrailLinks.trail
    let summary = "Who did what in the portal, when, from where and why."
    let filter: TrailFilter
    /// In the order of the filter's cursor, one more than is shown if there are more.
    let rows: [TrailRow]
    /// How many entries the trail has.
    let length: Int
    let mayManagePeople: Bool

    /// How many entries a page shows.
    static let length = 50

    private var shown: [TrailRow] {
        let first = rows.prefix(Self.length)
        return filter.cursor.isUpwards ? first.reversed() : Array(first)
    }

    private var hasMore: Bool { rows.count > Self.length }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home].template,
            "isRead": .flag(filter.errors.isEmpty),
            "length": .text(length.counted("entry", "entries")),
            "hasEntries": .flag(length > 0),
            "hasRows": .flag(!shown.isEmpty),
            "caption": .text(caption),
            "rows": .list(shown.map(values)),
            "isFiltered": .flag(!filter.isEverything),
            "newestHref": .text(filter.query.text),
            "exportHref": .text(AddressQuery(path: TrailLinks.export, filter.pairs).text),
        ]
        values.append(contentsOf: pageValues)
        values.append(contentsOf: choiceValues)
        let faults = filter.errors.map { FieldFault(field: "by-\($0.field)", words: $0.words) }
        values.append(contentsOf: FieldFaults(all: faults).values)
        return values
    }

    private var caption: String {
        guard let first = shown.first?.entry.number, let last = shown.last?.entry.number else {
            return ""
        }
        let which = filter.isEverything ? "Entries" : "Chosen entries"
        return first == last ? "\(which): \(first)" : "\(which): \(first) to \(last)"
    }

    private var pageValues: TemplateRecord {
        let isNewest = filter.cursor == .newest
        let hasNewer = filter.cursor.isUpwards ? hasMore : !isNewest
        let hasOlder = filter.cursor.isUpwards || hasMore
        let (first, last) = (shown.first?.entry.number, shown.last?.entry.number)
        let link = { (name: String, number: Int?) -> TemplateValue in
            number.map { .text(filter.query.with(name, "\($0)").text) } ?? .absent
        }
        return [
            "hasPages": .flag(!shown.isEmpty && (hasNewer || hasOlder)),
            "newerHref": hasNewer ? link("after", first) : .absent,
            "olderHref": hasOlder ? link("before", last) : .absent,
            "isElsewhere": .flag(!isNewest),
        ]
    }

    private func values(_ row: TrailRow) -> TemplateValue {
        [
            "href": .text(TrailLinks.entry(row.entry.number)),
            "number": .integer(row.entry.number),
            "day": .text(row.time.day.label),
            "time": .text(row.time.time),
            "moment": .text("\(row.time)"),
            "who": .text(row.who),
            "whoHref": row.entry.actor.isEmpty
                ? .absent
                : .text(TrailLinks.entries(by: row.entry.actor)),
            "action": .text(row.entry.action.capitalisedFirst),
            "kind": .text(row.kindWords),
            "what": .text(row.what),
            "whatHref": row.subjectLink(mayManagePeople: mayManagePeople).template,
            "change": row.figureChange.map {
                ["old": .text($0.old), "new": .text($0.new)]
            } ?? .absent,
            "place": .text(row.place),
            "reason": row.entry.reason.template,
        ]
    }
}

extension TrailListPage {
    private var choiceValues: TemplateRecord {
        let errors = filter.errors
        let wrong = { (name: String) in errors.first { $0.field == name }?.words }
        return [
            "fields": .list([
                field("person", "Who", "User name", filter.person),
                field("subject", "To what", "Name or code", filter.subject),
                field("address", "From where", "Address", filter.address),
                field("words", "Words of the reason", nil, filter.words),
                field(
                    "from", "First day", "For example, 31 March 2026",
                    filter.from.day?.label ?? filter.from.text, error: wrong("from")),
                field(
                    "to", "Last day", "By UTC, as all times here",
                    filter.to.day?.label ?? filter.to.text, error: wrong("to")),
            ]),
            "choices": .list([
                select(
                    "action", "What was done", TrailAction.allCases.map(\.rawValue),
                    chosen: filter.action?.rawValue),
                select(
                    "kind", "Kind of thing", TrailEntry.Subject.Kind.allCases.map(\.rawValue),
                    chosen: filter.kind?.rawValue),
            ]),
        ]
    }

    private func field(
        _ name: String, _ label: String, _ hint: String?, _ typed: String, error: String? = nil
    ) -> TemplateValue {
        [
            "name": .text(name), "label": .text(label), "hint": hint.template,
            "typed": .text(typed), "error": error.template,
        ]
    }

    private func select(
        _ name: String, _ label: String, _ values: [String], chosen: String?
    ) -> TemplateValue {
        [
            "name": .text(name), "label": .text(label),
            "options": .list(
                values.map { value in
                    [
                        "value": .text(value), "words": .text(value.capitalisedFirst),
                        "chosen": .flag(value == chosen),
                    ]
                }),
        ]
    }
}

extension Int {
    /// The number with a noun whose plural is not made by an s.
    fileprivate func counted(_ one: String, _ several: String) -> String {
        self == 1 ? "1 \(one)" : "\(self) \(several)"
    }
}

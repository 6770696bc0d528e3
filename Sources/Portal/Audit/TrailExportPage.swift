import Mustache
import Scorecard

/// The form by which the trail, or what is chosen of it, is taken away as a file.
struct TrailExportPage: Page {
    static let template = "audit/export"
    let section: Section? = nil
    let address: String? = TrailLinks.export
    let summary = "The audit trail as a file."
    let filter: TrailFilter
    /// The form of the file; `nil` for one that there is not.
    let format: TrailFormat?

    /// Whether what was asked for cannot be given.
    var isWrong: Bool { !errors.isEmpty }

    private var errors: [String] {
        filter.errors.map(\.words) + (format == nil ? ["Choose the form of the file"] : [])
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home, Link(href: TrailLinks.trail, label: "Audit trail")].template,
            "isEverything": .flag(filter.isEverything),
            "chosen": .list(
                filter.pairs.map { name, value in
                    [
                        "name": .text(name), "label": .text(Self.labels[name] ?? name),
                        "value": .text(value),
                    ]
                }),
            "trailHref": .text(filter.query.text),
            "formats": .list(
                TrailFormat.allCases.map { format in
                    [
                        "value": .text(format.rawValue), "words": .text(format.words),
                        "hint": .text(format.hint), "chosen": .flag(format == self.format),
                    ]
                }),
        ]
        let faults = errors.map { FieldFault(field: "format-csv", words: $0) }
        values.append(contentsOf: FieldFaults(all: faults).values)
        return values
    }

    private static let labels = [
        "person": "Who", "action": "What was done", "kind": "Kind of thing",
        "subject": "To what", "address": "From where", "from": "First day", "to": "Last day",
        "words": "Words of the reason",
    ]
}

extension TrailFormat {
    fileprivate var words: String {
        switch self {
        case .csv: "Table (CSV)"
        case .jsonl: "JSON lines"
        }
    }

    fileprivate var hint: String {
        switch self {
        case .csv:
            "For a spreadsheet. Text that could be run as a formula has an apostrophe before it."
        case .jsonl:
            "For programs, and to check the hashes: each text is exactly as it was written."
        }
    }
}

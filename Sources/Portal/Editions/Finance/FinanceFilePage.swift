import Mustache
import Scorecard

/// A form for a file with the tables of money, and what is wrong with one that was sent.
struct FinanceFilePage: Page {
    static let template = "editions/finance-file"
    static let fileField = "file"
    /// The most faults of a file that are told at once.
    static let mostFaults = 50

    let section: Section? = .reports
    let version: EditionVersion
    var faults = FieldFaults(all: [])

    var address: String? { EditionLinks.financeFile(version.edition.slug) }
    var summary: String { "Upload the finance tables of \(version.title)." }

    init(version: EditionVersion, faults words: [String] = []) {
        self.version = version
        var told = words.prefix(Self.mostFaults)
        if words.count > told.count {
            told.append("There are \(words.count - told.count) more of such faults")
        }
        faults = FieldFaults(all: told.map { FieldFault(field: Self.fileField, words: $0) })
    }

    var values: TemplateRecord {
        let slug = version.edition.slug
        let step = EditionLinks.step(.finance, slug)
        var values: TemplateRecord = [
            "crumbs": Self.crumbs(version),
            "report": .text(version.title),
            "action": .text(EditionLinks.financeFile(slug)),
            "templates": [SheetForm.xlsx, .ods, .csv].map { form in
                Link(
                    href: "\(EditionLinks.financeTemplate(slug))?format=\(form.rawValue)",
                    label: form.label)
            }.template,
            "file": .text(Self.fileField),
            "fileFault": faults.all.isEmpty
                ? .absent
                : .text(
                    faults.all.count == 1
                        ? faults.all[0].words : "Correct the file, and select it again"),
            "stepHref": .text(step),
            "tables": .list(
                FinanceTable.allCases.map { table in
                    let columns = table.columns.filter { $0 != .heading }.map(\.title)
                    return [
                        "title": .text(table.title),
                        "columns": .text(
                            Wording.list([FinanceColumn.heading.title] + columns, "and")),
                    ]
                }),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    static func crumbs(_ version: EditionVersion) -> TemplateValue {
        let slug = version.edition.slug
        return [
            Links.home, Links.reports,
            Link(href: EditionLinks.draft(slug), label: version.title),
            Link(href: EditionLinks.step(.finance, slug), label: EditionStep.finance.title),
        ].template
    }
}

/// What a file would change, before it does.
struct FinancePreviewPage: Page {
    static let template = "editions/finance-preview"
    let section: Section? = .reports
    /// It is the answer to a file, and has none of its own.
    let address: String? = nil
    let version: EditionVersion
    let fields: [EditionField: String]

    var summary: String { "See what a file would change in the finance tables." }

    private var changes: [FinanceChange] { FinanceChange.all(fields, over: version.content) }

    var values: TemplateRecord {
        let slug = version.edition.slug
        let basis = ReportFinance(version.content).basis
        let typed = version.content.replacing(fields)
        return [
            "crumbs": FinanceFilePage.crumbs(version),
            "report": .text(version.title),
            "action": .text(EditionLinks.step(.finance, slug)),
            "fileHref": .text(EditionLinks.financeFile(slug)),
            "stepHref": .text(EditionLinks.step(.finance, slug)),
            "revision": .text("\(version.revision)"),
            "version": .text("\(version.id)"),
            // The report’s kind says it until somebody has chosen.
            "basis": version.content[.financeBasis].isEmpty
                ? .text(FinanceBasis(version.edition.kind).rawValue) : .absent,
            "count": .text(changes.count.counted("change")),
            "hasChanges": .flag(!changes.isEmpty),
            "changes": .list(
                changes.map { change in
                    let heading = typed[.cell(change.table, change.row, .heading)]
                    let earlier = version.content[.cell(change.table, change.row, .heading)]
                    return [
                        "field": .text(change.field.name),
                        "table": .text(change.table.title),
                        "row": .text(heading.isEmpty ? earlier : heading),
                        "number": .text("Row \(change.row)"),
                        "column": .text(change.table.label(of: change.column, basis)),
                        "isNumber": .flag(change.column.isMoney),
                        "old": change.old.isEmpty ? .absent : .text(change.old),
                        "new": change.new.isEmpty ? .absent : .text(change.new),
                        "value": .text(change.new),
                    ]
                }),
        ]
    }
}

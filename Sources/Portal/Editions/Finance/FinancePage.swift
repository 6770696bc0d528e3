import Mustache
import Scorecard

/// The step of a report in which money is typed.
struct FinancePage: Page {
    /// What was just done.
    enum News: Equatable {
        case none
        /// What was typed is kept.
        case saved
        /// What was pasted is laid into so many boxes, and not kept.
        case pasted(Int)
        /// What was pasted cannot be laid into the boxes.
        case refused([String])
    }

    static let template = "editions/finance"
    let section: Section? = .reports
    let version: EditionVersion
    /// What its boxes hold: what is kept, or what was typed over that.
    let content: EditionContent
    var news = News.none
    /// Whether what is wrong is told: not before somebody has typed anything.
    var isChecked = true
    /// The table that is to have more rows.
    var more: FinanceTable?
    var pasted = ""
    var pasteTable = FinanceTable.revenue
    /// The form that was sent, where it is drawn again upon the ground that it had.
    var sent: FinanceForm?

    private var slug: String { version.edition.slug }
    var address: String? { EditionLinks.step(.finance, slug) }
    var summary: String { "Enter the finance tables of \(version.title)." }

    var values: TemplateRecord {
        let check = isChecked ? FinanceCheck(content).faults : []
        let faults = FieldFaults(all: pasteFaults + check)
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Links.reports,
                Link(href: EditionLinks.draft(slug), label: version.title),
            ].template,
            "report": .text(version.title),
            "versionLabel": .text(version.label),
            "next": (EditionStep.finance.next?.title.lowercasedFirst).template,
            "action": .text(EditionLinks.step(.finance, slug)),
            "draftHref": .text(EditionLinks.draft(slug)),
            "fileHref": .text(EditionLinks.financeFile(slug)),
            "revision": .text("\(sent?.base ?? version.revision)"),
            "version": .text(sent?.version ?? "\(version.id)"),
            "isEditable": .flag(version.state == .draft),
            "news": newsWords.template,
            "headline": ReportFinance(content).headline.template,
            "bases": .list(bases),
            "rule": .list(ruleFields(faults).map(\.values)),
            "ruleWords": .text(BudgetRule(content).words),
            "words": FieldSection(
                name: EditionField.finance.name, label: "What to say about money (optional)",
                hint: "A paragraph for each line. It stands above the tables.", kind: .area,
                value: content[.finance], fault: faults[EditionField.finance.name]
            ).values,
            "tables": .list(
                FinanceTable.allCases.map { table in
                    FinanceGridSection(
                        table: table, content: content, faults: faults, hasMore: more == table
                    ).values
                }),
            "pasted": .text(pasted),
            "pasteFault": faults["pasted"].template,
            "pasteTables": .list(
                FinanceTable.allCases.map {
                    [
                        "value": .text($0.rawValue), "label": .text($0.title),
                        "chosen": .flag($0 == pasteTable),
                    ]
                }),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private var pasteFaults: [FieldFault] {
        guard case .refused(let words) = news else { return [] }
        return words.map { FieldFault(field: "pasted", words: $0) }
    }

    private var newsWords: String? {
        switch news {
        case .none, .refused: nil
        case .saved: "Saved. What can be worked out is shown in the tables."
        case .pasted(let count):
            "\(count == 1 ? "1 box is" : "\(count) boxes are") filled in from what you pasted, and not saved "
                + "yet. Check the figures, and save."
        }
    }

    private var bases: [TemplateValue] {
        let chosen =
            FinanceBasis(rawValue: content[.financeBasis])
            ?? FinanceBasis(version.edition.kind)
        return FinanceBasis.allCases.map { basis in
            [
                "value": .text(basis.rawValue), "label": .text(basis.label),
                "chosen": .flag(basis == chosen),
            ]
        }
    }

    private func ruleFields(_ faults: FieldFaults) -> [FieldSection] {
        [
            (EditionField.onPercent, "On budget: percent of the line’s budget"),
            (.onAmount, "On budget: £ thousand"),
            (.closePercent, "Close to budget: percent of the line’s budget"),
            (.closeAmount, "Close to budget: £ thousand"),
        ].map { field, label in
            FieldSection(
                name: field.name, label: label, value: content[field], fault: faults[field.name])
        }
    }
}

import HTTPServer
import Scorecard

/// What was typed about money, and what is to be done with it.
struct FinanceForm {
    enum Act: Equatable {
        /// Keep it, and go back to the list of steps.
        case save
        /// Keep it, and show what follows from it.
        case check
        /// Keep it, and show more rows of a table.
        case more(FinanceTable)
        /// Lay a block of cells over a table, and keep nothing yet.
        case paste
    }

    let act: Act
    /// The version and the revision from which the form was drawn.
    let version: String?
    let base: Int?
    /// What stood in the controls that the form had.
    let fields: [EditionField: String]
    let pasted: String
    let pasteTable: FinanceTable

    /// The most characters of a block that are read.
    private static let longest = 100_000

    /// Reads what was sent; amounts that can be read are written as the portal writes them.
    init(_ sent: Query) {
        var texts: [String: String] = [:]
        for pair in sent.pairs where texts[pair.name] == nil { texts[pair.name] = pair.value }
        let form = StepForm(sent)
        (version, base) = (form.version, form.base)
        act = Self.act(texts["do"] ?? "")
        pasted = String(EntryForm.normalised(texts["pasted"] ?? "").prefix(Self.longest))
        pasteTable = texts["paste-table"].flatMap { FinanceTable(rawValue: $0) } ?? .revenue
        var fields: [EditionField: String] = [:]
        for field in EditionField.financeSettings {
            fields[field] = texts[field.name].map {
                EntryForm.normalised($0).stripped.asMoney(if: field.isMoney)
            }
        }
        for table in FinanceTable.allCases {
            for row in 1...EditionTable.mostRows {
                for column in table.columns {
                    let field = EditionField.cell(table, row, column)
                    fields[field] = texts[field.name].map {
                        EntryForm.normalised($0).stripped.asMoney(if: column.isMoney)
                    }
                }
            }
        }
        self.fields = fields
    }

    private static func act(_ text: String) -> Act {
        if text == "paste" { return .paste }
        if text == "check" { return .check }
        if text.hasPrefix("more-"), let table = FinanceTable(rawValue: String(text.dropFirst(5))) {
            return .more(table)
        }
        return .save
    }

    /// A version's content with what was typed in the place of its own.
    func typed(over content: EditionContent) -> EditionContent {
        content.replacing(fields)
    }
}

extension EditionContent {
    /// The same with some fields put in the place of its own.
    func replacing(_ fields: [EditionField: String]) -> EditionContent {
        EditionContent(
            typed.replacing(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $1) })))
    }
}

extension EditionField {
    /// Whether it holds thousands of pounds, of those that are not in a table.
    fileprivate var isMoney: Bool {
        self == .onAmount || self == .closeAmount || self == .broughtForward
    }
}

extension String {
    /// An amount as the portal writes it; what cannot be read stays as it is.
    func asMoney(if isMoney: Bool = true) -> String {
        guard isMoney, let input = try? MoneyInput(self) else { return self }
        return MoneyWords.plain(input.thousands)
    }
}

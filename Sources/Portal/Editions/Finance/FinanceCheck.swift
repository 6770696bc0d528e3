import Scorecard

/// What is wrong with what was typed about money.
struct FinanceCheck {
    /// In the order of the page, each with the name of its field.
    private(set) var faults: [FieldFault] = []
    private let content: EditionContent
    private let basis: FinanceBasis

    /// The most characters of what is said in words.
    static let longest = 4_000

    init(_ content: EditionContent) {
        self.content = content
        basis = ReportFinance(content).basis
        checkRule()
        for table in FinanceTable.allCases {
            check(table)
            // Its box stands under the table of the grant.
            if table == .grant { checkMoney(.broughtForward, "Deficit at the start of the year") }
        }
        if content[.finance].count > Self.longest {
            add(
                .finance,
                "What you say about money must be \(Self.longest) characters or fewer. It has "
                    + "\(content[.finance].count)")
        }
    }

    private mutating func checkRule() {
        let onPercent = percent(.onPercent, "On budget, percent,")
        let onAmount = checkMoney(.onAmount, "On budget, £ thousand,", isSize: true)
        let closePercent = percent(.closePercent, "Close to budget, percent,")
        let closeAmount = checkMoney(.closeAmount, "Close to budget, £ thousand,", isSize: true)
        if let onPercent, let closePercent, closePercent < onPercent {
            add(.closePercent, "Close to budget must not be a smaller percentage than on budget")
        }
        if let onAmount, let closeAmount, closeAmount < onAmount {
            add(.closeAmount, "Close to budget must not be a smaller amount than on budget")
        }
    }

    private mutating func percent(_ field: EditionField, _ label: String) -> FixedDecimal? {
        guard !content[field].isBlank else { return nil }
        let input: DecimalInput
        do throws(DecimalRefusal) {
            input = try DecimalInput(content[field])
        } catch {
            add(field, "\(label) \(error.words)")
            return nil
        }
        guard input.mark != .pounds, input.value >= .zero, input.value <= FixedDecimal(100),
            input.value.rounded(to: 2) == input.value
        else {
            add(field, "\(label) must be between 0 and 100, with 2 decimal places or fewer")
            return nil
        }
        return input.value
    }

    @discardableResult
    private mutating func checkMoney(
        _ field: EditionField, _ label: String, isSize: Bool = false
    ) -> FixedDecimal? {
        guard !content[field].isBlank else { return nil }
        do throws(MoneyRefusal) {
            let amount = try MoneyInput(content[field]).thousands
            guard isSize, amount < .zero else { return amount }
            add(field, "\(label) must be 0 or more")
        } catch {
            add(field, "\(label) \(error.words)")
        }
        return nil
    }

    private mutating func check(_ table: FinanceTable) {
        var headings: Set<String> = []
        for row in content.rows(table.table) {
            let heading = content[.cell(table, row, .heading)].stripped
            let name = heading.isEmpty ? "\(table.title), row \(row)" : "\(heading)"
            checkHeading(heading, table, row, &headings)
            for column in table.columns {
                let field = EditionField.cell(table, row, column)
                let label = table.label(of: column, basis)
                if column.isMoney {
                    checkMoney(field, "\(name): \(label)")
                } else if content[field].count > column.longest {
                    add(field, "\(label) must be \(column.longest) characters or fewer")
                }
            }
        }
    }

    private mutating func checkHeading(
        _ heading: String, _ table: FinanceTable, _ row: Int, _ headings: inout Set<String>
    ) {
        let field = EditionField.cell(table, row, .heading)
        let label = table.label(of: .heading, basis).lowercased()
        if heading.isEmpty {
            add(field, "\(table.title), row \(row): Enter the \(label)")
        } else if Self.isTotal(heading) {
            add(
                field,
                "\(table.title), row \(row): Leave out “\(heading)”. Totals are worked out for you")
        } else if !headings.insert(heading.lowercased()).inserted {
            add(field, "\(table.title), row \(row): “\(heading)” is there twice")
        }
    }

    /// Whether a row only adds up the others.
    static func isTotal(_ heading: String) -> Bool {
        ["total", "totals", "grand total", "sub-total", "subtotal"]
            .contains(heading.stripped.lowercased())
    }

    private mutating func add(_ field: EditionField, _ words: String) {
        faults.append(FieldFault(field: field.name, words: words))
    }
}

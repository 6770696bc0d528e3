import Scorecard

/// What a version says of money, as far as it can be read.
struct ReportFinance {
    let basis: FinanceBasis
    let rule: BudgetRule
    /// All of them, in order; one in which nothing was typed has no lines.
    let tables: [FinanceReading]
    /// The deficit of the Dedicated Schools Grant at the start of the year.
    let broughtForward: FixedDecimal?
    /// What is said in words.
    let words: String

    init(_ content: EditionContent) {
        basis = FinanceBasis(rawValue: content[.financeBasis]) ?? .forecast
        rule = BudgetRule(content)
        tables = FinanceTable.allCases.map { FinanceReading($0, content) }
        broughtForward = content.money(.broughtForward)
        words = content[.finance].stripped
    }

    subscript(_ table: FinanceTable) -> FinanceReading? { tables.first { $0.table == table } }

    /// Those in which nothing was typed.
    var missing: [FinanceTable] { tables.filter(\.lines.isEmpty).map(\.table) }

    /// Whether nothing is said of money.
    var isEmpty: Bool { missing.count == tables.count && words.isEmpty }

    /// How the revenue budget stands, in a sentence; `nil` where its total is not known.
    ///
    /// “The portfolio forecasts £86.1m against a budget of £84.2m, £1.9m over (2.2%).”
    var headline: String? {
        guard let total = self[.revenue]?.total, let budget = total[.budget],
            let forecast = total[.forecast], let variance = total.variance
        else { return nil }
        let verb = basis == .outturn ? "spent" : "forecasts"
        let beginning =
            "The portfolio \(verb) \(MoneyWords.pounds(forecast)) against a budget of "
            + MoneyWords.pounds(budget)
        guard variance.amount != .zero else { return "\(beginning), exactly on budget." }
        let side = variance.amount > .zero ? "over" : "under"
        let percent = variance.percent.map {
            " (\($0.magnitude.formatted(decimals: 1, percent: true)))"
        }
        return "\(beginning), \(MoneyWords.pounds(variance.amount.magnitude)) \(side)"
            + "\(percent ?? "")."
    }

    /// How much more of the Dedicated Schools Grant is spent in the year than there is.
    var grantInYear: FixedDecimal? { self[.grant]?.total?.variance?.amount }

    /// What the deficit comes to at the end of the year.
    var grantDeficit: FixedDecimal? {
        MoneySum.deficit(broughtForward: broughtForward, inYear: grantInYear)
    }
}

/// A table of money as it can be read.
struct FinanceReading {
    let table: FinanceTable
    let lines: [FinanceLine]
    /// `nil` without lines; what needs an amount that is not known is not in it.
    let total: FinanceLine?
    /// How many amounts are not there, or cannot be read.
    let missing: Int

    init(_ table: FinanceTable, _ content: EditionContent) {
        self.table = table
        var slugs: Set<String> = ["total"]
        lines = content.rows(table.table).map { row in
            FinanceLine(table, row, content, besides: &slugs)
        }
        let money = table.columns.filter(\.isMoney)
        missing = lines.reduce(0) { count, line in
            count + money.count { line[$0] == nil }
        }
        total = lines.isEmpty ? nil : FinanceLine(totalOf: lines, table)
    }

    /// 1 where any amount has a decimal place, so that all of a table are written alike.
    var decimals: Int {
        lines.contains { $0.amounts.values.contains { $0.rounded(to: 0) != $0 } } ? 1 : 0
    }
}

/// A row of a table of money, or its total.
struct FinanceLine {
    let table: FinanceTable
    /// What it is about, as it was typed.
    let title: String
    /// What names it among the rows of its table.
    let slug: String
    let amounts: [FinanceColumn: FixedDecimal]
    let texts: [FinanceColumn: String]

    init(
        _ table: FinanceTable, _ row: Int, _ content: EditionContent,
        besides slugs: inout Set<String>
    ) {
        self.table = table
        let typed = content[.cell(table, row, .heading)].stripped
        title = typed.isEmpty ? "Row \(row), which has no heading" : typed
        slug = Self.slug(of: typed.isEmpty ? "row-\(row)" : typed, besides: &slugs)
        var amounts: [FinanceColumn: FixedDecimal] = [:]
        var texts: [FinanceColumn: String] = [:]
        for column in table.columns where column != .heading {
            let field = EditionField.cell(table, row, column)
            if column.isMoney {
                amounts[column] = content.money(field)
            } else {
                let text = content[field].stripped
                if !text.isEmpty { texts[column] = text }
            }
        }
        (self.amounts, self.texts) = (amounts, texts)
    }

    init(totalOf lines: [FinanceLine], _ table: FinanceTable) {
        self.table = table
        title = "Total"
        slug = "total"
        var amounts: [FinanceColumn: FixedDecimal] = [:]
        for column in table.columns where column.isMoney {
            amounts[column] = MoneySum.total(lines.map { $0[column] })
        }
        self.amounts = amounts
        texts = [:]
    }

    subscript(_ column: FinanceColumn) -> FixedDecimal? { amounts[column] }

    /// How far it is from what was planned; `nil` where one of both is not known.
    var variance: BudgetVariance? {
        guard let planned = table.planned.flatMap({ self[$0] }), let forecast = self[.forecast]
        else { return nil }
        return table == .savings
            ? BudgetVariance(saved: forecast, target: planned)
            : BudgetVariance(forecast: forecast, budget: planned)
    }

    /// What a reserve holds at the end of the year.
    var closing: FixedDecimal? {
        guard table == .reserves else { return nil }
        return MoneySum.closing(opening: self[.opening], use: self[.use])
    }

    /// A name in letters, digits and hyphens that no other row of the table has.
    private static func slug(of title: String, besides slugs: inout Set<String>) -> String {
        var slug = ""
        for scalar in title.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            // Apostrophes are within words.
            case "'", "’": break
            default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
            }
        }
        while slug.last == "-" { slug.removeLast() }
        if slug.isEmpty { slug = "row" }
        let stem = slug
        var number = 2
        while !slugs.insert(slug).inserted {
            slug = "\(stem)-\(number)"
            number += 1
        }
        return slug
    }
}

extension EditionContent {
    /// An amount in thousands of pounds; `nil` for none and for what cannot be read.
    func money(_ field: EditionField) -> FixedDecimal? {
        (try? MoneyInput(self[field]))?.thousands
    }
}

extension BudgetRule {
    /// The rule of a version; what is not given and what cannot be read allows nothing, unless
    /// nothing at all is given.
    init(_ content: EditionContent) {
        func percent(_ field: EditionField) -> FixedDecimal? {
            (try? DecimalInput(content[field]))?.value
        }
        let onBudget = Allowance(percent: percent(.onPercent), amount: content.money(.onAmount))
        let close = Allowance(
            percent: percent(.closePercent), amount: content.money(.closeAmount))
        let none = Allowance()
        self =
            onBudget == none && close == none
            ? .usual : BudgetRule(onBudget: onBudget, close: close)
    }
}

import Scorecard

/// A table of money in a report.
enum FinanceTable: String, CaseIterable {
    case revenue
    case savings
    case reserves
    /// The Dedicated Schools Grant.
    case grant
    case capital

    /// Where its rows are kept.
    var table: EditionTable {
        switch self {
        case .revenue: .revenue
        case .savings: .savings
        case .reserves: .reserves
        case .grant: .grant
        case .capital: .capital
        }
    }

    var title: String {
        switch self {
        case .revenue: "Revenue budget"
        case .savings: "Savings"
        case .reserves: "Reserves"
        case .grant: "Dedicated Schools Grant"
        case .capital: "Capital programme"
        }
    }

    /// What is said of its numbers.
    var note: String {
        switch self {
        case .revenue, .grant, .capital: "£ thousand. Overspends are shown as positive."
        case .savings: "£ thousand. Shortfalls are shown as positive."
        case .reserves: "£ thousand. What is used is positive, and what is put in is negative."
        }
    }

    /// The columns that are typed, in order.
    var columns: [FinanceColumn] {
        switch self {
        case .revenue: [.heading, .budget, .forecast, .reason]
        case .savings: [.heading, .target, .forecast, .risk]
        case .reserves: [.heading, .opening, .use]
        case .grant: [.heading, .allocation, .forecast, .reason]
        case .capital: [.heading, .budget, .spend, .forecast, .slippage]
        }
    }

    /// What a forecast is held against; reserves are held against nothing.
    var planned: FinanceColumn? {
        switch self {
        case .revenue, .capital: .budget
        case .savings: .target
        case .grant: .allocation
        case .reserves: nil
        }
    }

    /// What the head of a column says.
    func label(of column: FinanceColumn, _ basis: FinanceBasis) -> String {
        switch (column, self) {
        case (.heading, .revenue): "Service"
        case (.heading, .savings): "Proposal"
        case (.heading, .reserves): "Reserve"
        case (.heading, .grant): "Block"
        case (.heading, .capital): "Scheme"
        case (.budget, .capital): "Approved budget"
        case (.forecast, .savings): basis == .outturn ? "Achieved" : "Forecast"
        case (.forecast, _): basis.label
        case (.use, _): basis == .outturn ? "Used" : "Planned use"
        case (.budget, _), (.allocation, _), (.target, _), (.opening, _), (.spend, _),
            (.reason, _), (.risk, _), (.slippage, _):
            column.title
        }
    }

    /// What the column with the difference says.
    var varianceLabel: String { self == .savings ? "Shortfall" : "Difference" }

    /// What the column with the balance of a reserve at the end of the year says.
    func closingLabel(_ basis: FinanceBasis) -> String {
        basis == .outturn ? "Closing balance" : "Forecast closing balance"
    }

    /// What a file or somebody who copies cells may call it.
    init?(typed: String) {
        let typed = typed.stripped.lowercased()
        guard
            let table = Self.allCases.first(where: {
                $0.rawValue == typed || $0.title.lowercased() == typed
            })
        else { return nil }
        self = table
    }
}

/// A column of a table of money that is typed.
enum FinanceColumn: String, CaseIterable {
    /// What the row is about.
    case heading
    case budget
    case target
    case allocation
    case opening
    case use
    case spend
    case forecast
    case reason
    case risk
    case slippage

    /// What it is called in a file, where all tables share their columns.
    var title: String {
        switch self {
        case .heading: "Heading"
        case .budget: "Budget"
        case .target: "Target"
        case .allocation: "Allocation"
        case .opening: "Opening balance"
        case .use: "Planned use"
        case .spend: "Spend to date"
        case .forecast: "Forecast or outturn"
        case .reason: "Main reason"
        case .risk: "Risk to delivery"
        case .slippage: "Slippage"
        }
    }

    var isMoney: Bool {
        switch self {
        case .budget, .target, .allocation, .opening, .use, .spend, .forecast: true
        case .heading, .reason, .risk, .slippage: false
        }
    }

    /// The most characters of what is typed in words.
    var longest: Int { self == .heading ? 120 : 600 }

    /// Whether the head of a column in somebody's spreadsheet means this one.
    func isCalled(_ heading: String) -> Bool {
        let heading = heading.stripped.lowercased()
        if heading == title.lowercased() || heading == rawValue { return true }
        return FinanceTable.allCases.filter { $0.columns.contains(self) }.contains { table in
            FinanceBasis.allCases.contains { table.label(of: self, $0).lowercased() == heading }
        }
    }
}

/// Whether the year is over.
enum FinanceBasis: String, CaseIterable {
    case forecast
    case outturn

    var label: String {
        switch self {
        case .forecast: "Forecast"
        case .outturn: "Outturn"
        }
    }

    /// The one that a kind of report usually has.
    init(_ kind: ReportKind) { self = kind == .yearEnd ? .outturn : .forecast }
}

extension EditionField {
    /// Whether money is forecast or was spent: see `FinanceBasis`.
    static let financeBasis = EditionField(name: "finance-basis")
    /// What counts as on budget, and as close to it: percent and thousands of pounds.
    static let onPercent = EditionField(name: "finance-on-percent")
    static let onAmount = EditionField(name: "finance-on-amount")
    static let closePercent = EditionField(name: "finance-close-percent")
    static let closeAmount = EditionField(name: "finance-close-amount")
    /// The deficit of the Dedicated Schools Grant at the start of the year.
    static let broughtForward = EditionField(name: "finance-brought-forward")

    /// A cell of a table of money.
    static func cell(_ table: FinanceTable, _ row: Int, _ column: FinanceColumn) -> EditionField {
        cell(table.table, row, column.rawValue)
    }

    /// What is typed about money besides the tables.
    static let financeSettings: [EditionField] = [
        .financeBasis, .onPercent, .onAmount, .closePercent, .closeAmount, .broughtForward,
        .finance,
    ]
}

extension EditionLinks {
    /// Where a file with the tables of money is sent, and where an empty one is had.
    static func financeFile(_ slug: String) -> String { "\(step(.finance, slug))/file" }
    static func financeTemplate(_ slug: String) -> String { "\(step(.finance, slug))/template" }
}

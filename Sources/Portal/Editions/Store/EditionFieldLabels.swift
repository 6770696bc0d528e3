/// What the texts of an edition are called, and where they are written.
extension EditionField {
    /// The step whose form has the field; `nil` for a name that none has.
    var step: EditionStep? {
        if let step = Self.plain[name]?.step { return step }
        if let prefix = part?.prefix { return Self.keyed[prefix]?.step }
        return cell.map { table, _, _ in table.step }
    }

    /// What it is called where it stands alone.
    var label: String {
        if let label = Self.plain[name]?.label { return label }
        if let part, let label = Self.keyed[part.prefix]?.label { return "\(label) \(part.key)" }
        if let cell { return "\(cell.table.label), row \(cell.row), \(cell.column)" }
        return name
    }

    /// The name in two, where it is of something that has a code: `delivery` and that.
    private var part: (prefix: String, key: String)? {
        guard let slash = name.firstIndex(of: "/") else { return nil }
        return (String(name[..<slash]), String(name[name.index(after: slash)...]))
    }

    /// The name in three, where it is of a cell: `revenue-3-budget`.
    private var cell: (table: EditionTable, row: Int, column: String)? {
        let parts = name.split(
            separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let table = EditionTable(rawValue: String(parts[0])),
            let row = EditionTable.row(parts[1])
        else { return nil }
        return (table, row, String(parts[2].map { $0 == "-" ? " " : $0 }))
    }

    private typealias Place = (step: EditionStep, label: String)

    private static let plain: [String: Place] = [
        title.name: (.about, "Title"),
        board.name: (.about, "Board or committee"),
        meeting.name: (.about, "Day of the meeting"),
        reportOf.name: (.about, "Report of"),
        touch.name: (.measures, "How much it tells"),
        scorecards.name: (.measures, "Scorecards"),
        withoutSections.name: (.measures, "Sections left out"),
        columns.name: (.measures, "Columns"),
        withoutMeasures.name: (.measures, "Measures left out"),
        featured.name: (.measures, "Measures featured"),
        overview.name: (.words, "Overview"),
        overviewBy.name: (.words, "Who wrote the overview"),
        headlines.name: (.words, "Headlines"),
        goodPractice.name: (.words, "Good practice to share"),
        forCabinet.name: (.words, "Issues for Cabinet"),
        finance.name: (.finance, "What finance says in words"),
        financeBasis.name: (.finance, "Forecast or outturn"),
        onPercent.name: (.finance, "On budget, percent"),
        onAmount.name: (.finance, "On budget, £ thousand"),
        closePercent.name: (.finance, "Close to budget, percent"),
        closeAmount.name: (.finance, "Close to budget, £ thousand"),
        broughtForward.name: (.finance, "Deficit at the start of the year"),
    ]

    private static let keyed: [String: Place] = [
        "delivery": (.delivery, "What was done for"),
        "promise": (.delivery, "Whether the promise is shown:"),
        "exception": (.actions, "What is said of"),
        "outcome": (.lastTime, "What became of"),
    ]
}

extension EditionTable {
    /// The step on whose page its rows are typed.
    var step: EditionStep {
        switch self {
        case .project: .delivery
        case .risk: .actions
        case .revenue, .savings, .reserves, .grant, .capital: .finance
        }
    }

    fileprivate var label: String {
        switch self {
        case .project: "Projects"
        case .risk: "Risks"
        case .revenue: "Revenue"
        case .savings: "Savings"
        case .reserves: "Reserves"
        case .grant: "Dedicated Schools Grant"
        case .capital: "Capital"
        }
    }
}

/// What texts of an edition mean, for those who read them side by side.
struct EditionWords {
    /// The titles of boards and scorecards by their slugs.
    let titles: [String: String]

    /// What a field holds, as people say it; empty for nothing.
    func words(_ text: String, of field: EditionField) -> String {
        switch field {
        case .board: titles[text] ?? text
        case .touch: text == "light" ? "Light touch" : text == "full" ? "Full report" : text
        case .scorecards: lines(text) { titles[$0] ?? $0 }
        case .withoutSections: lines(text) { ReportSection(rawValue: $0)?.title ?? $0 }
        case .columns: lines(text) { ReportColumn(rawValue: $0)?.title ?? $0 }
        default:
            field.name.hasPrefix("promise/") ? (text == "yes" ? "Ticked" : "Not ticked") : text
        }
    }

    private func lines(_ text: String, _ words: (String) -> String) -> String {
        text.items.map(words).joined(separator: "\n")
    }
}

import Mustache
import Scorecard

/// Budgets, savings, reserves, grant and capital.
struct ReportFinanceSection: ReportPart {
    let source: EditionSource
    private let finance: ReportFinance
    private let tables: [FinanceTableSection]

    init(source: EditionSource) {
        self.source = source
        finance = ReportFinance(source.content)
        let year = source.edition.year.label
        let (basis, rule) = (finance.basis, finance.rule)
        let isShort = source.template.isLightTouch
        tables = finance.tables.filter { !$0.lines.isEmpty }.map { reading in
            FinanceTableSection(
                reading: reading, basis: basis, rule: rule, year: year, isShort: isShort)
        }
    }

    var values: TemplateRecord {
        [
            "headline": finance.headline.template,
            "paragraphs": .list(finance.words.items.map { .text($0) }),
            "tables": .list(
                tables.map { section in
                    var values = section.values
                    values.append(
                        "balance", section.reading.table == .grant ? balance.template : .absent)
                    return .record(values)
                }),
            "missing": missing.template,
            "rule": ruleWords.template,
        ]
    }

    var facts: [ReportFact] {
        var facts = [
            fact("headline", "Revenue budget", "text", finance.headline),
            fact(
                "words", "What is said of money", "text",
                finance.words.isEmpty ? nil : finance.words),
        ].compactMap { $0 }
        for section in tables {
            facts += section.facts
            guard section.reading.table == .grant, balance != nil else { continue }
            let title = "Dedicated Schools Grant, deficit"
            let amounts = [
                ("in-year", finance.grantInYear), ("brought-forward", finance.broughtForward),
                ("cumulative", finance.grantDeficit),
            ]
            facts += amounts.compactMap { name, amount in
                fact("grant/deficit", title, name, amount.map(MoneyWords.plain))
            }
        }
        facts += [
            fact("missing", "Money that is not told", "text", missing),
            fact("rule", "Rule for money", "rule", ruleWords),
        ].compactMap { $0 }
        return facts
    }

    private func fact(
        _ subject: String, _ title: String, _ name: String, _ text: String?
    ) -> ReportFact? {
        text.map {
            ReportFact(
                section: ReportSection.finance.rawValue, subject: subject, subjectTitle: title,
                name: name, text: $0)
        }
    }

    /// The rule, where anything was judged by it.
    private var ruleWords: String? {
        tables.contains { $0.isJudged } ? finance.rule.words : nil
    }

    /// Which tables have no figures, in a sentence.
    private var missing: String? {
        let missing = finance.missing
        guard missing.count < finance.tables.count else {
            return "No finance figures were given for this report."
        }
        guard !missing.isEmpty else { return nil }
        return "No figures were given for \(Wording.list(missing.map(\.nameInSentence), "or"))."
    }

    /// What became of the deficit of the Dedicated Schools Grant; `nil` where nothing is known.
    private var balance: String? {
        let inYear = finance.grantInYear.map { amount in
            amount == .zero
                ? "In the year as much is spent as was allocated."
                : "In the year there is a \(Self.side(amount)) of "
                    + "\(MoneyWords.pounds(amount.magnitude))."
        }
        let start = finance.broughtForward.map { amount in
            amount == .zero
                ? "The year began without a deficit."
                : "The year began with a \(Self.side(amount)) of "
                    + "\(MoneyWords.pounds(amount.magnitude))."
        }
        let end = finance.grantDeficit.map { amount in
            let verb = finance.basis == .outturn ? "ended" : "is forecast to end"
            return amount == .zero
                ? "It \(verb) without a deficit."
                : "It \(verb) with a cumulative \(Self.side(amount)) of "
                    + "\(MoneyWords.pounds(amount.magnitude))."
        }
        let words = [inYear, start, end].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static func side(_ amount: FixedDecimal) -> String {
        amount > .zero ? "deficit" : "surplus"
    }
}

extension FinanceTable {
    /// What it is called within a sentence; the grant has a name.
    fileprivate var nameInSentence: String {
        switch self {
        case .revenue: "the revenue budget"
        case .savings: "savings"
        case .reserves: "reserves"
        case .grant: "the Dedicated Schools Grant"
        case .capital: "the capital programme"
        }
    }
}

import SQLite
import Scorecard

/// What a checklist asks of the portal besides what a report is made from.
struct ChecklistFacts {
    /// The periods of which something is said, by measure.
    fileprivate(set) var commented: [Int64: Set<String>] = [:]
    /// The measures that something is being done about, or was.
    fileprivate(set) var withAction: Set<Int64> = []
    /// Figures of the quarter's returns that are approved and not published, with their rounds.
    fileprivate(set) var approved: [(measure: String, round: Int64)] = []
    /// What committees said of reports on the portfolio and nobody has answered.
    fileprivate(set) var unanswered = 0

    func has(commentOn measure: Int64, _ period: Period) -> Bool {
        commented[measure]?.contains(period.description) ?? false
    }
}

extension Database {
    /// All of it in one question.
    func checklistFacts(of edition: Edition) throws(SQLError) -> ChecklistFacts {
        var facts = ChecklistFacts()
        try forEach(
            """
            SELECT 'comment' AS kind, measure_id AS id, period AS text FROM commentary
            WHERE nothing_reason IS NULL
            UNION ALL
            SELECT DISTINCT 'action', measure_id, '' FROM action
            WHERE measure_id IS NOT NULL AND state <> 'stopped'
            UNION ALL
            SELECT 'approved', figure_return.round_id, return_entry.measure
            FROM return_entry
            JOIN figure_return ON figure_return.id = return_entry.return_id
            JOIN collection_round ON collection_round.id = figure_return.round_id
            WHERE return_entry.state = 'approved'
                AND collection_round.period = \(edition.quarter.description)
            UNION ALL
            SELECT 'unanswered', count(*), ''
            FROM committee_comment
            JOIN edition ON edition.id = committee_comment.edition_id
            WHERE edition.portfolio = \(edition.portfolio) AND committee_comment.answer IS NULL
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row("id")
            let text: String = try row("text")
            switch try row("kind", as: String.self) {
            case "comment": facts.commented[id, default: []].insert(text)
            case "action": facts.withAction.insert(id)
            case "approved": facts.approved.append((text, id))
            default: facts.unanswered = Int(id)
            }
        }
        return facts
    }

    /// The numbers of some measures that readers see withheld, for somebody who may see them.
    ///
    /// They are read to be looked for in words, and shown to nobody.
    func withheldNumbers(
        of measures: [String: MeasureFacts], for account: Account
    ) throws(SQLError) -> [WithheldNumbers] {
        guard !measures.isEmpty else { return [] }
        var numbers: [String: Set<String>] = [:]
        try forEach(
            """
            SELECT measure.code, measure.service, own.transform, actual.period,
                   actual.value, actual.numerator, actual.denominator,
                   actual.status, actual.marker,
                   (SELECT group_concat(DISTINCT strategy.slug) FROM placement
                    JOIN strategy ON strategy.id = placement.strategy_id
                    WHERE placement.measure_id = measure.id) AS strategies
            FROM measure
            JOIN measure_series AS own ON own.measure_id = measure.id AND own.role = 'headline'
            JOIN area ON area.kind = 'local'
            JOIN line ON line.series_id = own.series_id AND line.area_id = area.id
                AND line.breakdown_id = own.breakdown_id
            JOIN true_figure AS actual ON actual.line_id = line.id
            JOIN published_figure AS seen ON seen.line_id = line.id
                AND seen.ends_on = actual.ends_on AND seen.period = actual.period
            WHERE measure.code IN \(list: measures.keys.sorted()) AND seen.marker = 'c'
            """
        ) { row throws(SQLError) in
            let code: String = try row("code")
            let place = MeasureOwnership(
                measure: code, service: try row("service"),
                strategies: try row("strategies"))
            guard account.may(.readWithheld, place), let measure = measures[code],
                let period = Period(try row("period", as: String.self))
            else { return }
            let figure = try Figure(row: row, for: period)
                .transformed(by: try row("transform"), isLocal: true)
            numbers[code, default: []].formUnion(figure.numbers(in: measure.format))
        }
        return numbers.map { WithheldNumbers(measure: $0.key, numbers: $0.value) }
    }
}

extension Figure {
    /// The numbers of the figure as they would be written, without units and commas.
    fileprivate func numbers(in format: FigureFormat) -> Set<String> {
        let whole = DecimalFormat(decimals: 0)
        let texts = [
            value.map { format.text($0) }, value?.description,
            numerator.map { whole.text($0) }, denominator.map { whole.text($0) },
        ]
        return Set(
            texts.compactMap { text in
                let digits = text?.filter { $0 == "." || ("0"..."9").contains($0) } ?? ""
                return digits.isEmpty ? nil : digits
            })
    }
}

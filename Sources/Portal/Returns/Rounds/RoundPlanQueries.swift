import SQLite
import Scorecard

extension Database {
    /// The figures that a round of a quarter can ask for and that are in no round yet.
    ///
    /// They are those for periods that ended in it, and those of the year before it that fall due
    /// while it is collected.
    ///
    /// Usual are those of active measures that are due by `closing` and that no publisher has
    /// brought: nobody types what is there.
    func dueFigures(
        of quarter: FinancialQuarter, closing: Day
    ) throws(SQLError) -> [DueFigure] {
        let first = quarter.start.adding(days: -366)
        guard let span = CollectionSpan(first: first, last: quarter.end) else { return [] }
        let places = try returnPlaces()
        let asked = try askedFigures()
        let published = try publishedPeriods(since: first)
        var figures: [DueFigure] = []
        try forEach(
            """
            SELECT id, code, title, status, kind, frequency, period_kind, polarity, service,
                   owner_role,
                   (SELECT group_concat(DISTINCT strategy.slug) FROM placement
                    JOIN strategy ON strategy.id = placement.strategy_id
                    WHERE placement.measure_id = measure.id) AS strategies
            FROM measure
            WHERE kind IN ('measure', 'implied', 'context') AND value_kind NOT IN ('narrative', 'composition')
                AND status <> 'archived'
            ORDER BY position
            """
        ) { row throws(SQLError) in
            let (code, frequency): (String, Frequency) = (try row("code"), try row("frequency"))
            let kind = PeriodKind(rawValue: try row("period_kind"))
            let status: MeasureStatus = try row("status")
            let id: Int64 = try row("id")
            let service: String? = try row("service")
            let place =
                service.map { ReturnPlace(slug: Self.slug(of: $0), title: $0, position: 0) }
                ?? places[id] ?? Self.nobodys
            let terms = MeasureTerms(
                status: status, polarity: try row("polarity"), kind: try row("kind"))
            let ownership = MeasureOwnership(
                measure: code, service: service, strategies: try row("strategies"))
            for due in span.periods(due: DueRule(frequency: frequency, kind: kind)) {
                let name = "\(code)/\(due.period)"
                let isOfQuarter = due.period.end >= quarter.start
                guard !asked.contains(name), isOfQuarter || due.dueDay > quarter.end else {
                    continue
                }
                let hindrance: RoundHindrance? =
                    if status != .active { .unused(status) } else if published.contains(name) {
                        .published
                    } else if due.dueDay > closing { .notDue(due.dueDay) } else { nil }
                guard isOfQuarter || hindrance == nil else { continue }
                figures.append(
                    DueFigure(
                        ownership: ownership, title: try row("title"), period: due.period,
                        dueOn: due.dueDay, hindrance: hindrance, isJudged: terms.isJudgeable,
                        owner: try row("owner_role"), place: place))
            }
        }
        return figures
    }

    /// What is in some round: `SEND-07/2026-27-Q1`.
    private func askedFigures() throws(SQLError) -> Set<String> {
        Set(
            try all("SELECT measure || '/' || period AS name FROM return_entry") {
                row throws(SQLError) in try row("name", as: String.self)
            })
    }

    /// The periods since a day for which measures have a figure, from whoever published it.
    private func publishedPeriods(since day: Day) throws(SQLError) -> Set<String> {
        Set(
            try all(
                """
                SELECT DISTINCT measure.code || '/' || figure.period AS name
                FROM measure_series
                JOIN measure ON measure.id = measure_series.measure_id
                JOIN published_figure AS figure ON figure.line_id = measure_series.local_line_id
                    AND figure.ends_on >= \(day)
                WHERE measure_series.role = 'headline'
                """
            ) { row throws(SQLError) in try row("name", as: String.self) })
    }

    /// Where measures without a service belong: the uppermost objective of a current strategy
    /// that names them first, or that strategy.
    private func returnPlaces() throws(SQLError) -> [Int64: ReturnPlace] {
        var places: [Int64: ReturnPlace] = [:]
        try forEach(
            """
            WITH RECURSIVE root (id, top_id) AS (
                SELECT id, id FROM objective WHERE parent_id IS NULL
                UNION ALL
                SELECT objective.id, root.top_id FROM objective
                JOIN root ON objective.parent_id = root.id)
            SELECT placement.measure_id, strategy.slug, strategy.short_title,
                   strategy.position, top.slug AS top_slug, top.short_title AS top_title,
                   coalesce(top.position, 0) AS top_position
            FROM placement
            JOIN strategy ON strategy.id = placement.strategy_id AND strategy.state = 'current'
            LEFT JOIN root ON root.id = placement.objective_id
            LEFT JOIN objective AS top ON top.id = root.top_id
            ORDER BY strategy.position, placement.position
            """
        ) { row throws(SQLError) in
            let measure: Int64 = try row("measure_id")
            guard places[measure] == nil else { return }
            let strategy: String = try row("slug")
            let (top, title): (String?, String?) = (try row("top_slug"), try row("top_title"))
            let whole: String = try row("short_title")
            let (first, second): (Int, Int) = (try row("position"), try row("top_position"))
            places[measure] = ReturnPlace(
                slug: top.map { "\(strategy)-\($0)" } ?? strategy,
                title: title ?? whole, position: 1 + first * 10_000 + second)
        }
        return places
    }

    private static let nobodys = ReturnPlace(
        slug: "other-measures", title: "Other measures", position: Int(Int32.max))

    /// A service's name as part of an address.
    private static func slug(of service: String) -> String {
        let letters = service.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.isAlphabetic
                || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        return "service-" + String(letters)
    }

    /// Opens a round, with a return for each place and an entry for each figure.
    ///
    /// - Returns: Its number.
    func open(_ plan: RoundPlan, by person: Int64, at moment: Int) throws(SQLError) -> Int64 {
        try run(
            """
            INSERT INTO collection_round (period, opens_on, closes_on, note, opened_by, opened_at)
            VALUES (\(plan.period.description), \(plan.opensOn), \(plan.closesOn), \(plan.note),
                    \(person), \(moment))
            """)
        let round = lastInsertedRow
        try add(plan, to: round)
        return round
    }

    /// Adds the figures of a plan to a round: to the returns that it has, and to new ones.
    func add(_ plan: RoundPlan, to round: Int64) throws(SQLError) {
        var ids: [String: Int64] = [:]
        var titles: [String: String] = [:]
        try forEach("SELECT id, slug, title FROM figure_return WHERE round_id = \(round)") {
            row throws(SQLError) in
            let slug: String = try row("slug")
            ids[slug] = try row("id", as: Int64.self)
            titles[slug] = try row("title", as: String.self)
        }
        for (place, figures) in plan.returns(besides: titles) {
            let known = ids[place.slug]
            let id = if let known { known } else { try addReturn(place, to: round) }
            ids[place.slug] = id
            for figure in figures {
                try run(
                    """
                    INSERT INTO return_entry (return_id, position, measure, period, due_on)
                    VALUES (\(id),
                            (SELECT coalesce(max(position), -1) + 1 FROM return_entry
                             WHERE return_id = \(id)),
                            \(figure.measure), \(figure.period.description),
                            \(plan.dates.dueDay(ruled: figure.dueOn)))
                    """)
            }
        }
    }

    private func addReturn(_ place: ReturnPlace, to round: Int64) throws(SQLError) -> Int64 {
        try run(
            """
            INSERT INTO figure_return (round_id, slug, title, position)
            VALUES (\(round), \(place.slug), \(place.title),
                    (SELECT coalesce(max(position), -1) + 1 FROM figure_return
                     WHERE round_id = \(round)))
            """)
        return lastInsertedRow
    }
}

extension MeasureOwnership {
    /// Reads the slugs of strategies as one column has them, with commas between.
    init(measure: String, service: String?, strategies: String?) {
        // Slugs have no commas.
        self.init(
            measure: measure, service: service,
            strategies: Set((strategies ?? "").split(separator: ",").map(String.init)))
    }
}

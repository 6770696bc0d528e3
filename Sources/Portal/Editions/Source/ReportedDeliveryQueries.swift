import SQLite
import Scorecard

extension Database {
    /// What is promised and done by the strategies of a report’s scorecards, in three questions.
    func reportedDelivery(
        _ measures: ReportedMeasures
    ) throws(SQLError) -> ReportedDelivery {
        let scopes = measures.scorecards.map(\.scope)
        let tree = try objectives(of: scopes)
        let ambitions = tree.ambitions(of: scopes)
        let objectives = ambitions.reduce(into: Set()) { $0.formUnion($1.objectives) }
        let ids = measures.groups.flatMap(\.measures).map(\.id)
        return ReportedDelivery(
            ambitions: ambitions, promises: try promises(of: scopes),
            actions: try actions(ofMeasures: ids, ofObjectives: objectives.sorted()))
    }

    /// The objectives of the strategies that some scorecards belong to.
    private func objectives(of scopes: [ScorecardScope]) throws(SQLError) -> ObjectiveTree {
        let rows = try all(
            """
            SELECT objective.id, objective.parent_id, objective.strategy_id, objective.code,
                   objective.level, objective.number, objective.short_title,
                   coalesce(
                       (SELECT group_concat(board.title, char(10)) FROM objective_board
                        JOIN board ON board.id = objective_board.board_id
                        WHERE objective_board.objective_id = objective.id),
                       (SELECT group_concat(board.title, char(10)) FROM strategy_board
                        JOIN board ON board.id = strategy_board.board_id
                        WHERE strategy_board.strategy_id = objective.strategy_id), '') AS boards
            FROM objective WHERE objective.strategy_id IN \(Self.strategies(of: scopes))
            ORDER BY objective.strategy_id, objective.position
            """, read: ObjectiveTree.Node.init)
        return ObjectiveTree(nodes: rows)
    }

    /// The promises of the strategies that some scorecards belong to, and of those under them.
    private func promises(of scopes: [ScorecardScope]) throws(SQLError) -> [ReportedPromise] {
        try all(
            """
            WITH RECURSIVE held (id) AS (
                SELECT id FROM strategy WHERE id IN \(Self.strategies(of: scopes))
                UNION
                SELECT strategy.id FROM strategy
                JOIN held ON strategy.under_id = held.id AND strategy.state = 'current')
            SELECT pledge.code, strategy.slug AS strategy_slug,
                   strategy.short_title AS strategy_title, pledge.title, pledge.you_said,
                   pledge.evidence, pledge.evidence_date, pledge.we_will, pledge.done,
                   pledge.done_date, pledge.update_due, pledge.source_document,
                   measure.slug AS measure_slug, measure.title AS measure_title
            FROM pledge
            JOIN strategy ON strategy.id = pledge.strategy_id
            LEFT JOIN measure ON measure.id = pledge.measure_id
            WHERE pledge.strategy_id IN (SELECT id FROM held)
            ORDER BY strategy.position, pledge.position
            """
        ) { row throws(SQLError) in
            ReportedPromise(code: try row("code"), promise: try Promise(row: row))
        }
    }

    private func actions(
        ofMeasures measures: [Int64], ofObjectives objectives: [Int64]
    ) throws(SQLError) -> [ReportedAction] {
        var keys = CommitmentKeys()
        return try all(
            """
            SELECT action.what, action.owner_role, action.due_on, action.progress, action.state,
                   action.updated_on, measure.id AS measure_id, measure.code AS measure_code,
                   measure.title AS measure_title, objective.id AS objective_id,
                   objective.code AS objective_code, objective.short_title AS objective_title
            FROM action
            LEFT JOIN measure ON measure.id = action.measure_id
            LEFT JOIN objective ON objective.id = action.objective_id
            WHERE (action.measure_id IN \(list: measures)
                    OR action.objective_id IN \(list: objectives))
                AND NOT \(Self.isSaidAgain)
            ORDER BY action.state IN ('done', 'stopped'), coalesce(action.due_on, 2932896),
                     action.id
            """
        ) { row throws(SQLError) in
            let measure: String? = try row("measure_code")
            let objective: String? = try row("objective_code")
            let action = try Action(row: row)
            return ReportedAction(
                key: keys.action(measure ?? objective ?? "", action.what),
                measure: try row("measure_id"), measureTitle: try row("measure_title"),
                objective: try row("objective_id"), objectiveTitle: try row("objective_title"),
                action: action)
        }
    }

    /// Whether an action has been told of again since, in the same words: each round that says how
    /// far it has come leaves one, and a report tells how far it is now.
    static var isSaidAgain: SQL {
        """
        EXISTS (SELECT 1 FROM action AS newer
                WHERE newer.measure_id IS action.measure_id
                    AND newer.objective_id IS action.objective_id AND newer.what = action.what
                    AND (newer.updated_on, newer.id) > (action.updated_on, action.id))
        """
    }

    /// The ids of the strategies that some scorecards belong to.
    private static func strategies(of scopes: [ScorecardScope]) -> SQL {
        let strategies = scopes.compactMap(\.strategy)
        let objectives = scopes.compactMap(\.objective)
        return """
            (SELECT id FROM strategy WHERE id IN \(list: strategies)
             UNION SELECT strategy_id FROM objective WHERE id IN \(list: objectives))
            """
    }

    /// What officers last said of some measures by the end of a day, by the measure’s id.
    func latestCommentary(
        ofMeasures measures: [Int64], by day: Day
    ) throws(SQLError) -> [Int64: Commentary] {
        var latest: [Int64: Commentary] = [:]
        try forEach(
            """
            SELECT measure_id, period, nothing_reason, what_happened, why, what_we_are_doing,
                   author_role, published_on
            FROM commentary
            WHERE measure_id IN \(list: measures) AND published_on <= \(day)
            ORDER BY published_on DESC, id DESC
            """
        ) { row throws(SQLError) in
            let measure: Int64 = try row("measure_id")
            guard latest[measure] == nil, let period = Period(try row("period", as: String.self))
            else { return }
            latest[measure] = Commentary(
                period: period, nothingReason: try row("nothing_reason"),
                whatHappened: try row("what_happened"), why: try row("why"),
                whatWeAreDoing: try row("what_we_are_doing"), authorRole: try row("author_role"),
                published: try row("published_on"))
        }
        return latest
    }
}

extension ScorecardScope {
    fileprivate var strategy: Int64? {
        guard case .strategy(let id) = self else { return nil }
        return id
    }

    fileprivate var objective: Int64? {
        guard case .objective(let id) = self else { return nil }
        return id
    }
}

/// The objectives of some strategies, in order, with what is above each.
private struct ObjectiveTree {
    struct Node {
        let id: Int64
        let parent: Int64?
        let strategy: Int64
        let code: String
        let level: String
        let number: String?
        let shortTitle: String
        let boards: [String]

        init(row: borrowing Row) throws(SQLError) {
            id = try row("id")
            parent = try row("parent_id")
            strategy = try row("strategy_id")
            code = try row("code")
            level = try row("level")
            number = try row("number")
            shortTitle = try row("short_title")
            boards = try row("boards", as: String.self).items
        }
    }

    let nodes: [Node]

    /// The highest objectives of some scorecards: of a strategy those that have none above them,
    /// and of an objective itself; what lies in one that came before does not come again.
    func ambitions(of scopes: [ScorecardScope]) -> [ReportedAmbition] {
        var known: Set<Int64> = []
        var ambitions: [ReportedAmbition] = []
        for node in scopes.flatMap(tops) where !known.contains(node.id) {
            let ids = below(node)
            known.formUnion(ids)
            ambitions.append(
                ReportedAmbition(
                    code: node.code, level: node.level, number: node.number,
                    shortTitle: node.shortTitle, boards: node.boards, objectives: ids))
        }
        return ambitions
    }

    private func tops(_ scope: ScorecardScope) -> [Node] {
        switch scope {
        case .strategy(let id): nodes.filter { $0.strategy == id && $0.parent == nil }
        case .objective(let id): nodes.filter { $0.id == id }
        case .everything, .board, .theme, .measures: []
        }
    }

    private func below(_ top: Node) -> Set<Int64> {
        var ids: Set<Int64> = [top.id]
        var added = true
        while added {
            added = false
            for node in nodes where node.parent.map(ids.contains) ?? false {
                if ids.insert(node.id).inserted { added = true }
            }
        }
        return ids
    }
}

import SQLite
import Scorecard

/// A measure as the list of all of them knows it.
final class ListedMeasure {
    let facts: MeasureFacts
    let code: String
    /// What it is called: title, code, and what the strategy calls it.
    private let names: String

    init(row: borrowing Row) throws(SQLError) {
        facts = try MeasureFacts(row: row)
        code = try row("code")
        let wording: String? = try row("wording")
        names = "\(facts.title) \(code) \(wording ?? "")"
    }

    /// The words of its names.
    var words: [String] { SearchWords(names).texts }
}

/// What measures can be chosen by because they belong to it.
enum MeasureFacet: String, CaseIterable, SQLConvertible {
    case scorecard
    case strategy
    case board
}

/// One thing that measures belong to, such as a strategy, and those that do.
struct FacetChoice: Equatable {
    let facet: MeasureFacet
    let slug: String
    let title: String
    var measures: Set<Int64>
}

extension Database {
    /// Every measure with all its names, in the catalogue's order.
    func listedMeasures() throws(SQLError) -> [ListedMeasure] {
        try all(
            """
            SELECT \(MeasureFacts.columns), measure.code, measure.wording
            FROM measure ORDER BY measure.position
            """, read: ListedMeasure.init)
    }

    /// Every scorecard of an ambition, strategy and board that measures belong to.
    ///
    /// A measure belongs to a board that oversees its objective, one above it, or its strategy.
    func facetChoices() throws(SQLError) -> [FacetChoice] {
        var choices: [FacetChoice] = []
        try forEach(
            """
            WITH RECURSIVE above (objective_id, ancestor_id) AS (
                SELECT id, id FROM objective
                UNION
                SELECT above.objective_id, objective.parent_id
                FROM above JOIN objective ON objective.id = above.ancestor_id
                WHERE objective.parent_id IS NOT NULL)
            SELECT 'scorecard' AS facet, scorecard.position, scorecard.slug, scorecard.title,
                   placement.measure_id
            FROM scorecard
            JOIN above ON above.ancestor_id = scorecard.objective_id
            JOIN placement ON placement.objective_id = above.objective_id
            UNION
            SELECT 'strategy', strategy.position, strategy.slug, strategy.short_title,
                   placement.measure_id
            FROM placement JOIN strategy ON strategy.id = placement.strategy_id
            UNION
            SELECT 'board', board.position, board.slug, board.title, placement.measure_id
            FROM placement
            JOIN strategy_board ON strategy_board.strategy_id = placement.strategy_id
            JOIN board ON board.id = strategy_board.board_id
            UNION
            SELECT 'board', board.position, board.slug, board.title, placement.measure_id
            FROM placement
            JOIN above ON above.objective_id = placement.objective_id
            JOIN objective_board ON objective_board.objective_id = above.ancestor_id
            JOIN board ON board.id = objective_board.board_id
            ORDER BY 1, 2, 3
            """
        ) { row throws(SQLError) in
            let facet: MeasureFacet = try row[0]
            let slug: String = try row[2]
            if choices.last?.facet != facet || choices.last?.slug != slug {
                choices.append(
                    FacetChoice(facet: facet, slug: slug, title: try row[3], measures: []))
            }
            choices[choices.count - 1].measures.insert(try row[4])
        }
        return choices
    }
}

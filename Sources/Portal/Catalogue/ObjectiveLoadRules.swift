import SQLite

// What an objective's strategy has a say in.

extension LoadRow {
    /// Refuses a row whose `column` names an objective of another strategy than the row's own.
    func requireStrategy(
        in strategies: [String: Int64], ofObjectiveIn column: String, _ owners: [String: Int64]
    ) throws(LoadError) {
        guard let objective = optional(column), let owner = owners[objective] else { return }
        let slug = try text("strategy")
        guard let own = strategies[slug], own != owner else { return }
        throw error("strategy", "«\(slug)» is not the strategy of «\(objective)»")
    }

    /// Refuses an objective with a level that its strategy does not name.
    func requireLevel(in levels: [String: [String]]) throws(LoadError) {
        let strategy = try text("strategy")
        let named = levels[strategy] ?? []
        let level = try text("level")
        guard !named.contains(level) else { return }
        throw error(
            "level",
            named.isEmpty
                ? "«\(level)» cannot be: «\(strategy)» names no levels"
                : "«\(level)» is not one of \(named.joined(separator: ", "))")
    }
}

extension Database {
    /// The levels that strategies name, by the strategy's slug.
    func levelsOfStrategies() throws(SQLError) -> [String: [String]] {
        var levels: [String: [String]] = [:]
        try forEach(
            """
            SELECT strategy.slug, strategy_level.name
            FROM strategy_level JOIN strategy ON strategy.id = strategy_level.strategy_id
            ORDER BY strategy_level.strategy_id, strategy_level.position
            """
        ) { row throws(SQLError) in
            levels[try row("slug"), default: []].append(try row("name"))
        }
        return levels
    }
}

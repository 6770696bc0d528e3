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

    /// Refuses an objective whose page would have the address of another page of its strategy.
    func requireOwnAddress() throws(LoadError) {
        let slug = try text("slug")
        guard slug == Links.infographicPart else { return }
        throw error("slug", "«\(slug)» is the address of the strategy’s infographic")
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

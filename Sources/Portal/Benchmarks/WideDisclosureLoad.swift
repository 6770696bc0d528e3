import SQLite

/// Holds the figures of a file of many areas against the small-number rules.
///
/// The file has figures of areas that the folder does not list, in series that measures use, and
/// of series that no measure uses: the former come under the rules as all figures do. No area has
/// both figures of the folder and of the file in the series of one measure, so that what is shown
/// of either is never worked out with the other.
struct WideDisclosureLoad {
    let database: Database

    /// Withholds what must be of a file that is being read, before any of it is in the database.
    ///
    /// - Parameter counted: The series of which some figure says how many are counted.
    /// - Returns: How many figures are withheld.
    /// - Throws: What the database refuses.
    func runStaged(counted: Set<Int64>) throws -> Int {
        try DisclosureLoad(database: database, tables: .staged).run(counted: counted)
        return try database.first("SELECT count(*) FROM temp.wide_true_figure") ?? 0
    }

    /// Does the same again with what was loaded before, if the rules are others now.
    func runIfRulesChanged() throws {
        guard let earlier = try database.loadedDigest(.wideRules) else { return }
        let rules = try database.rulesDigest()
        guard rules != earlier else { return }
        try database.restoreWide()
        try DisclosureLoad(database: database, tables: .wide).run()
        try database.recordLoad(rules, .wideRules)
    }
}

import Portal

/// `portal load`: the catalogue and the published figures, from files into the database.
enum LoadCommand: Command {
    static let name = "load"
    static let summary =
        "Creates or updates the database and loads the catalogue and figures, all or nothing."
    static let options = [Option.root, .database, .settings, catalogue, figures]

    private static let catalogue = Option(
        name: "catalogue", value: "FOLDER",
        summary: "the catalogue's files (default: Resources/Catalogue below the root)")
    private static let figures = Option(
        name: "figures", value: "FOLDER",
        summary: "the figures' files (default: Resources/Figures below the root)")

    static func run(_ arguments: Arguments) throws {
        let load = CatalogueLoad(
            try Settings(arguments), catalogue: arguments[catalogue], figures: arguments[figures],
            user: CommandLineUser.name)
        switch try load.run() {
        case .unchanged:
            Terminal.say("The catalogue and figures are as they were loaded before.")
        case .loaded(let strategies, let measures, let figures):
            Terminal.say(
                "Loaded \(strategies) strategies, \(measures) measures and \(figures) figures.")
        }
    }
}

extension Settings {
    /// The settings that every subcommand takes.
    ///
    /// - Throws: What is wrong with the file of settings, in one line.
    init(_ arguments: Arguments) throws {
        try self.init(
            root: arguments[.root] ?? ".", database: arguments[.database] ?? Option.usualDatabase,
            file: arguments[.settings])
    }
}

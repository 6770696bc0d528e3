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
        summary: "the figures' files (default: Resources/Figures below the root); or a FILE of "
            + "figures of many areas, .csv or .csv.gz, which is loaded beside them")

    static func run(_ arguments: Arguments) throws {
        if let figures = arguments[figures], isFile(figures) {
            guard arguments[catalogue] == nil else {
                throw UsageError("a file of figures is loaded by itself, without --catalogue")
            }
            return try load(file: figures, arguments)
        }
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

    private static func isFile(_ path: String) -> Bool {
        path.hasSuffix(".csv") || path.hasSuffix(".csv.gz")
    }

    private static func load(file: String, _ arguments: Arguments) throws {
        let load = WideFiguresLoad(
            try Settings(arguments), file: file, user: CommandLineUser.name)
        var line = ProgressLine()
        let outcome = Result { try load.run { line.show($0) } }
        line.clear()
        switch try outcome.get() {
        case .unchanged: Terminal.say("The figures of \(file) are as they were loaded before.")
        case .loaded(let counts): Terminal.say(words(counts))
        }
    }

    private static func words(_ counts: WideCounts) -> String {
        var words =
            "Loaded \(counts.figures) of \(counts.rows) figures, of \(counts.areas) areas "
            + "in \(counts.series) series"
        if counts.superseded > 0 { words += ", \(counts.superseded) of them since revised" }
        if counts.withheld > 0 {
            words += ", \(counts.withheld) withheld because of small numbers"
        }
        let reasons = [
            (counts.listed, "of areas and series that the folder of figures has"),
            (counts.untold, "for weeks or other times that the portal has no period for"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !reasons.isEmpty { words += "; left out \(reasons.joined(separator: ", "))" }
        return words + "."
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

import Portal

/// `portal demo`: a portal to try out.
enum DemoCommand: Command {
    static let name = "demo"
    static let summary =
        "Makes a new database with the real catalogue and figures beside invented ones, labelled "
        + "as a demonstration on every page."
    static let options = [Option.root, database, .settings, to]

    private static let database = Option(
        name: "database", value: "FILE",
        summary: "the new database file (default: Data/demo.sqlite)")
    private static let to = Option(
        name: "to", value: "FILE.html",
        summary: "where its last report is written, with the officers' one beside it as "
            + "FILE-officers.html (default: nowhere)")

    static func run(_ arguments: Arguments) throws {
        let place = arguments[to]
        if let place, !place.hasSuffix(ending) {
            throw UsageError("--to «\(place)» does not end in \(ending)")
        }
        let settings = try Settings(
            root: arguments[.root] ?? ".", database: arguments[database] ?? "Data/demo.sqlite",
            file: arguments[.settings])
        let report = try report(settings)
        guard let place, let report else { return }
        try write(report.forEveryone, to: place)
        try write(report.forOfficers, to: place.dropLast(ending.count) + "-officers" + ending)
    }

    /// Builds the demonstration; a new database that does not become a whole one is taken away.
    private static func report(_ settings: Settings) throws -> Demonstration.Report? {
        let isThere = WrittenFile.isThere(settings.database)
        do {
            return try Demonstration(settings, user: CommandLineUser.name).build {
                Terminal.say($0)
            }
        } catch {
            if !isThere { WrittenFile.remove(database: settings.database) }
            throw error
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        try WrittenFile.write(bytes, to: path)
        Terminal.say("Wrote \(path).")
    }

    private static let ending = ".html"
}

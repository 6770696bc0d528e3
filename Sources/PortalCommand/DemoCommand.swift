import Portal

/// `portal demo`: a portal to try out.
enum DemoCommand: Command {
    static let name = "demo"
    static let summary =
        "Makes a new database with the real catalogue and figures beside invented ones, labelled "
        + "as a demonstration on every page."
    static let options = [
        Option.root,
        Option(
            name: "database", value: "FILE",
            summary: "the new database file (default: Data/demo.sqlite)"),
        .settings,
    ]

    static func run(_ arguments: Arguments) throws {
        let settings = try Settings(
            root: arguments[.root] ?? ".", database: arguments[.database] ?? "Data/demo.sqlite",
            file: arguments[.settings])
        try Demonstration(settings, user: CommandLineUser.name).build { Terminal.say($0) }
    }
}

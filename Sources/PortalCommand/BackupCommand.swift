import Portal

/// `portal backup`: a copy of the database while it is served.
enum BackupCommand: Command {
    static let name = "backup"
    static let summary =
        "Copies the database while it is served, looks through the copy, and only then names it."
    static let options = [Option.root, .database, .settings, keep]
    static let operands = [file]

    private static let file = Operand(
        name: "FILE",
        summary: "a file that is not there yet, or a folder, in which each backup is named by its "
            + "moment")
    private static let keep = Option(
        name: "keep", value: "N",
        summary: "so many backups stay in the folder; the oldest are removed once the new one is "
            + "good")

    static func run(_ arguments: Arguments) throws {
        let backup = DatabaseBackup(
            try Settings(arguments), to: arguments[file],
            keeping: try arguments.integer(keep, in: 1...100_000))
        Terminal.say("\(try backup.run())")
    }
}

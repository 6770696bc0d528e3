import Portal

/// `portal restore`: a backup in the place of the database.
enum RestoreCommand: Command {
    static let name = "restore"
    static let summary =
        "Puts a backup in the place of the database, which is kept under another name."
    static let options = [Option.root, .database, .settings]
    static let operands = [file]

    private static let file = Operand(name: "FILE", summary: "the backup, which is only read")

    static func run(_ arguments: Arguments) throws {
        let restoring = DatabaseRestoring(
            try Settings(arguments), from: arguments[file], user: CommandLineUser.name)
        Terminal.say("\(try restoring.run())")
    }
}

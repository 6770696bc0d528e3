import Portal

/// `portal check`: whether all that the database holds is whole.
enum CheckCommand: Command {
    static let name = "check"
    static let summary =
        "Looks through the database, also while it is served, and says whether all is whole."
    static let options = [Option.root, .database, .settings]

    static func run(_ arguments: Arguments) throws {
        let check = try DatabaseCheck(Settings(arguments))
        for line in check.lines { Terminal.say(line) }
        guard check.isClean else { throw Faults(lines: check.complaints) }
    }

    /// What is wrong, a line each.
    private struct Faults: Error, CustomStringConvertible {
        let lines: [String]
        var description: String { lines.joined(separator: "\nportal: ") }
    }
}

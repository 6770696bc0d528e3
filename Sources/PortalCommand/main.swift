import Glibc

/// The subcommands, each in a file of its own.
let commands: [any Command.Type] = [LoadCommand.self, ServeCommand.self, AuditCommand.self]

do {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let name = words.first, !["help", "--help", "-h"].contains(name) else {
        Terminal.say(Help.text(commands))
        exit(0)
    }
    guard let command = commands.first(where: { $0.name == name }) else {
        throw UsageError("there is no command «\(name)»; 'portal help' lists them")
    }
    try command.run(Arguments(Array(words.dropFirst()), of: command))
} catch {
    Terminal.complain("portal: \(error)")
    exit(error is UsageError ? 2 : 1)
}

import Glibc

/// The subcommands, each in a file of its own.
let commands: [any Command.Type] = [
    LoadCommand.self, ServeCommand.self, UserAddCommand.self, UserListCommand.self,
    UserDisableCommand.self, UserEnableCommand.self, UserResetCommand.self, UserRoleCommand.self,
    AuditVerifyCommand.self, AuditExportCommand.self, ReportListCommand.self,
    ReportBuildCommand.self, ReportFreezeCommand.self, ReportVerifyCommand.self,
    ReportExportCommand.self, DemoCommand.self, CheckCommand.self,
]

do {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let name = words.first, !["help", "--help", "-h"].contains(name) else {
        Terminal.say(Help.text(commands))
        exit(0)
    }
    guard let command = commands.first(where: { words.starts(with: $0.words) }) else {
        let near = commands.filter { $0.words.count > 1 && $0.words.first == name }
        guard near.isEmpty else {
            let names = near.map { "portal \($0.name)" }.joined(separator: ", ")
            throw UsageError("one of these is needed: \(names)")
        }
        throw UsageError("there is no command «\(name)»; 'portal help' lists them")
    }
    let rest = words.dropFirst(command.words.count)
    try command.run(
        Arguments(Array(rest), options: command.options, operands: command.operands))
} catch {
    Terminal.complain("portal: \(error)")
    exit(error is UsageError ? 2 : 1)
}

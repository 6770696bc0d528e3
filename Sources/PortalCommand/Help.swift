/// What `portal help` prints.
enum Help {
    static func text(_ commands: [any Command.Type]) -> String {
        var text = "portal: a partnership's scorecards, from its own figures\n"
        for command in commands {
            let verbs = command.verbs.isEmpty ? "" : " " + command.verbs.joined(separator: "|")
            text += "\nportal \(command.name)\(verbs)\n    \(command.summary)\n"
            for option in command.options {
                let name = "--\(option.name)" + (option.value.map { " " + $0 } ?? "")
                let gap = String(repeating: " ", count: max(1, 20 - name.count))
                text += "    \(name)\(gap)\(option.summary)\n"
            }
        }
        return text + "\nportal help\n    Prints this."
    }
}

/// What `portal help` prints.
enum Help {
    static func text(_ commands: [any Command.Type]) -> String {
        var text = "portal: a partnership's scorecards, from its own figures\n"
        for command in commands {
            let operands = command.operands.map { " " + $0.name }.joined()
            text += "\nportal \(command.name)\(operands)\n    \(command.summary)\n"
            for operand in command.operands {
                text += line(operand.name, operand.summary)
            }
            for option in command.options {
                let name = "--\(option.name)" + (option.value.map { " " + $0 } ?? "")
                text += line(name, option.summary)
            }
        }
        return text + "\nportal help\n    Prints this."
    }

    private static func line(_ name: String, _ summary: String) -> String {
        let gap = String(repeating: " ", count: max(1, 20 - name.count))
        return "    \(name)\(gap)\(summary)\n"
    }
}

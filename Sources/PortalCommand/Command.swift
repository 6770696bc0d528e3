/// A subcommand of `portal`.
protocol Command {
    /// The words that call it, such as `load` or `user add`.
    static var name: String { get }
    /// What it does, in a line.
    static var summary: String { get }
    /// What it can be told.
    static var options: [Option] { get }
    /// What it must be told, in this order, besides.
    static var operands: [Operand] { get }

    static func run(_ arguments: Arguments) throws
}

extension Command {
    static var operands: [Operand] { [] }
    static var words: [String] { name.split(separator: " ").map(String.init) }
}

/// Something a subcommand can be told, as `--name value`, or as `--name` alone.
struct Option {
    let name: String
    /// What stands after the name, or `nil` where nothing does.
    let value: String?
    let summary: String

    static let root = Option(
        name: "root", value: "FOLDER",
        summary: "the folder with Resources, Templates and Public (default: this one)")
    static let database = Option(
        name: "database", value: "FILE",
        summary: "the database file (default: \(usualDatabase))")
    static let usualDatabase = "Data/portal.sqlite"
    static let settings = Option(
        name: "settings", value: "FILE",
        summary: "whose portal it is (default: Resources/Settings/portal.conf below the root)")
}

/// Something a subcommand must be told, without a name before it.
struct Operand {
    /// What stands for it where the command is explained, such as `FILE`.
    let name: String
    let summary: String
}

/// A command line that cannot be understood.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// What a subcommand was told.
struct Arguments {
    private var values: [String: [String]] = [:]
    private var operands: [String: String] = [:]

    /// Reads `--name value` and `--name=value`, and what stands without a name; after `--`
    /// everything does.
    ///
    /// - Throws: `UsageError` for anything that is not among `options` and `operands`, and for an
    ///   operand that is missing.
    init(_ words: [String], options: [Option], operands: [Operand] = []) throws {
        var rest = words[...]
        var awaited = operands[...]
        var hasEnded = false
        while let word = rest.popFirst() {
            if word == "--", !hasEnded, !operands.isEmpty {
                hasEnded = true
                continue
            }
            if hasEnded || !word.hasPrefix("--"), let operand = awaited.popFirst() {
                self.operands[operand.name] = word
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let option = options.first(where: { "--" + $0.name == parts[0] }) else {
                let known = options.map { "--" + $0.name }.joined(separator: ", ")
                throw UsageError("«\(word)» is not understood; what can be given here: \(known)")
            }
            guard let value = option.value else {
                guard parts.count == 1 else { throw UsageError("--\(option.name) takes no value") }
                values[option.name] = [""]
                continue
            }
            guard let given = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                throw UsageError("--\(option.name) needs a value: --\(option.name) \(value)")
            }
            values[option.name, default: []].append(given)
        }
        if let missing = awaited.first {
            throw UsageError("\(missing.name) is needed: \(missing.summary)")
        }
    }

    /// What was given for an operand of the command.
    subscript(_ operand: Operand) -> String {
        operands[operand.name] ?? ""
    }

    subscript(_ option: Option) -> String? {
        values[option.name]?.last
    }

    /// All that was given for an option that can be given several times.
    func all(_ option: Option) -> [String] {
        values[option.name] ?? []
    }

    func has(_ option: Option) -> Bool {
        values[option.name] != nil
    }

    /// The whole number given for `option`.
    func integer(_ option: Option, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = self[option] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "--\(option.name) «\(text)» is not a whole number from \(range.lowerBound) "
                    + "to \(range.upperBound)")
        }
        return number
    }
}

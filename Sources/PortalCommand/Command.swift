/// A subcommand of `portal`.
protocol Command {
    /// The word that calls it.
    static var name: String { get }
    /// What it does, in a line.
    static var summary: String { get }
    /// The words of which one must follow, if it can do several things; else none.
    static var verbs: [String] { get }
    /// What it can be told.
    static var options: [Option] { get }

    static func run(_ arguments: Arguments) throws
}

extension Command {
    static var verbs: [String] { [] }
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
        summary: "the database file (default: Data/portal.sqlite)")
    static let settings = Option(
        name: "settings", value: "FILE",
        summary: "whose portal it is (default: Resources/Settings/portal.conf below the root)")
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
    /// Which of its several things the command is to do; empty where there is only one.
    private(set) var verb = ""
    private var values: [String: [String]] = [:]

    /// Reads what follows the name of `command`.
    ///
    /// - Throws: `UsageError` for a verb or an option that it does not have.
    init(_ words: [String], of command: any Command.Type) throws {
        guard !command.verbs.isEmpty else {
            try self.init(words, options: command.options)
            return
        }
        guard let verb = words.first, command.verbs.contains(verb) else {
            let known = command.verbs.map { "portal \(command.name) \($0)" }
            throw UsageError("one of these is needed: \(known.joined(separator: ", "))")
        }
        try self.init(Array(words.dropFirst()), options: command.options)
        self.verb = verb
    }

    /// Reads `--name value` and `--name=value`.
    ///
    /// - Throws: `UsageError` for anything that is not among `options`.
    init(_ words: [String], options: [Option]) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
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

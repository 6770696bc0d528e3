import Portal

/// `portal audit`: whether the audit trail is whole, and the trail as a file.
enum AuditCommand: Command {
    static let name = "audit"
    static let summary =
        "verify: says whether the audit trail is whole, or at which entry it was broken. "
        + "export: writes it to the standard output."
    static let verbs = ["verify", "export"]
    static let options = [Option.root, .database, .settings, head, from, to, format]

    private static let head = Option(
        name: "head", value: "HASH",
        summary: "for verify: the hash that an earlier verify or export ended with; "
            + "an entry must still have it")
    private static let from = Option(
        name: "from", value: "DATE", summary: "for export: the first day, such as 2026-11-01")
    private static let to = Option(
        name: "to", value: "DATE", summary: "for export: the last day, by UTC")
    private static let format = Option(
        name: "format", value: "csv|jsonl",
        summary: "for export: a table, or JSON lines with each text as it was hashed "
            + "(default: jsonl)")

    static func run(_ arguments: Arguments) throws {
        if arguments.verb == "verify" {
            try refuse([from, to, format], arguments)
            try verify(arguments)
        } else {
            try refuse([head], arguments)
            try export(arguments)
        }
    }

    private static func refuse(_ options: [Option], _ arguments: Arguments) throws {
        if let option = options.first(where: arguments.has) {
            throw UsageError("--\(option.name) is not for portal audit \(arguments.verb)")
        }
    }

    private static func verify(_ arguments: Arguments) throws {
        let end = arguments[head]?.lowercased()
        if let end, end.utf8.count != 64 || !end.allSatisfy(\.isHexDigit) {
            throw UsageError("--head «\(end)» is not a hash of 64 digits and letters a to f")
        }
        switch try TrailVerification.run(Settings(arguments), end: end) {
        case .whole(let end): Terminal.say("\(end)")
        case .broken(let fault): throw BrokenTrail(description: "\(fault)")
        }
    }

    private static func export(_ arguments: Arguments) throws {
        let text = arguments[format] ?? TrailFormat.jsonl.rawValue
        guard let format = TrailFormat(rawValue: text) else {
            throw UsageError("--format «\(text)» is not csv or jsonl")
        }
        guard let export = TrailExport(from: arguments[from], to: arguments[to], format) else {
            throw UsageError("--from and --to are days such as 2026-11-01, the first one first")
        }
        try export.run(Settings(arguments)) { bytes in
            guard Terminal.pour(bytes) else { throw Terminal.Closed() }
        }
    }

    /// What `verify` found.
    private struct BrokenTrail: Error, CustomStringConvertible {
        let description: String
    }
}

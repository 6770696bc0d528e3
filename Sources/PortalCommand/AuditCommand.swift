import Portal

/// `portal audit verify`: whether the audit trail is whole.
enum AuditVerifyCommand: Command {
    static let name = "audit verify"
    static let summary =
        "Says whether the audit trail is whole, or at which entry it was broken."
    static let options = [Option.root, .database, .settings, head]

    private static let head = Option(
        name: "head", value: "HASH",
        summary: "the hash that an earlier verify or export ended with; an entry must still "
            + "have it")

    static func run(_ arguments: Arguments) throws {
        let end = arguments[head]?.lowercased()
        if let end, end.utf8.count != 64 || !end.allSatisfy(\.isHexDigit) {
            throw UsageError("--head «\(end)» is not a hash of 64 digits and letters a to f")
        }
        switch try TrailVerification.run(Settings(arguments), end: end) {
        case .whole(let end): Terminal.say("\(end)")
        case .broken(let fault): throw BrokenTrail(description: "\(fault)")
        }
    }

    /// What was found.
    private struct BrokenTrail: Error, CustomStringConvertible {
        let description: String
    }
}

/// `portal audit export`: the audit trail as a file.
enum AuditExportCommand: Command {
    static let name = "audit export"
    static let summary = "Writes the audit trail to the standard output."
    static let options = [Option.root, .database, .settings, from, to, format]

    private static let from = Option(
        name: "from", value: "DATE", summary: "the first day, such as 2026-11-01")
    private static let to = Option(
        name: "to", value: "DATE", summary: "the last day, by UTC")
    private static let format = Option(
        name: "format", value: "csv|jsonl",
        summary: "a table, or JSON lines with each text as it was hashed (default: jsonl)")

    static func run(_ arguments: Arguments) throws {
        let text = arguments[format] ?? TrailFormat.jsonl.rawValue
        guard let format = TrailFormat(rawValue: text) else {
            throw UsageError("--format «\(text)» is not csv or jsonl")
        }
        guard let export = TrailExport(from: arguments[from], to: arguments[to], format) else {
            throw UsageError("--from and --to are days such as 2026-11-01, the first one first")
        }
        try export.run(Settings(arguments), Terminal.write)
    }
}

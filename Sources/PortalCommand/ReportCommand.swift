import Glibc
import Portal

/// What the commands about reports share.
private enum ReportOptions {
    static let common = [Option.root, .database, .settings]

    static let report = Operand(
        name: "REPORT", summary: "the last part of the report's address, as 'report list' has it")
    static let officers = Option(
        name: "officers", value: nil,
        summary: "the officers' edition, with the numbers that others see withheld")
    static let to = Option(
        name: "to", value: "FILE", summary: "where it is written (default: the standard output)")

    static func office(_ arguments: Arguments) throws -> ReportOffice {
        try ReportOffice(Settings(arguments), user: CommandLineUser.name)
    }

    /// Writes a report where the command says.
    static func write(_ bytes: [UInt8], _ arguments: Arguments) throws {
        guard let path = arguments[to] else {
            try Terminal.write(bytes)
            return
        }
        try WrittenFile.write(bytes, to: path)
    }
}

/// `portal report list`: which reports there are.
enum ReportListCommand: Command {
    static let name = "report list"
    static let summary = "Prints every version of every report with its state."
    static let options = ReportOptions.common

    static func run(_ arguments: Arguments) throws {
        Terminal.say(table: try ReportOptions.office(arguments).list())
    }
}

/// `portal report build`: a report as the file that it is, or would become.
enum ReportBuildCommand: Command {
    static let name = "report build"
    static let summary = "Writes the latest version of a report, also of a draft, as one file."
    static let options = ReportOptions.common + [ReportOptions.officers, ReportOptions.to]
    static let operands = [ReportOptions.report]

    static func run(_ arguments: Arguments) throws {
        let bytes = try ReportOptions.office(arguments).build(
            arguments[ReportOptions.report], forOfficers: arguments.has(ReportOptions.officers))
        try ReportOptions.write(bytes, arguments)
    }
}

/// `portal report freeze`: a report is approved and published for good.
enum ReportFreezeCommand: Command {
    static let name = "report freeze"
    static let summary = "Approves the report that waits for approval, and publishes it for good."
    static let options = ReportOptions.common + [by]
    static let operands = [ReportOptions.report]

    private static let by = Option(
        name: "by", value: "NAME",
        summary: "the approver, by the name to sign in with; not who sent it for approval")

    static func run(_ arguments: Arguments) throws {
        guard let approver = arguments[by], !approver.isEmpty else {
            throw UsageError("--by is needed: --by NAME")
        }
        Terminal.say(
            try ReportOptions.office(arguments).freeze(
                arguments[ReportOptions.report], by: approver))
    }
}

/// `portal report verify`: whether a file is a report as it was published.
enum ReportVerifyCommand: Command {
    static let name = "report verify"
    static let summary = "Says whether a file is whole, and which report of this portal it is."
    static let options = [Option.database]
    static let operands = [file]

    private static let file = Operand(name: "FILE", summary: "the report, as it was downloaded")

    static func run(_ arguments: Arguments) throws {
        let bytes = try WrittenFile.read(arguments[file])
        let database = arguments[.database] ?? Option.usualDatabase
        // A file can be looked at anywhere: also where there is no portal.
        let isAsked = arguments.has(.database) || WrittenFile.isThere(database)
        let found =
            try isAsked
            ? ReportVerification(bytes, database: database) : ReportVerification(bytes)
        guard found.isGood else { throw BadReport(description: "\(found)") }
        Terminal.say("\(found)")
    }

    /// What was found.
    private struct BadReport: Error, CustomStringConvertible {
        let description: String
    }
}

/// `portal report export`: the file of a published version.
enum ReportExportCommand: Command {
    static let name = "report export"
    static let summary = "Writes the file of a published version as it was kept, byte by byte."
    static let options =
        ReportOptions.common + [version, ReportOptions.officers, ReportOptions.to]
    static let operands = [ReportOptions.report]

    private static let version = Option(
        name: "version", value: "VERSION", summary: "such as 1.0 (default: the latest)")

    static func run(_ arguments: Arguments) throws {
        let bytes = try ReportOptions.office(arguments).export(
            arguments[ReportOptions.report], version: arguments[version],
            forOfficers: arguments.has(ReportOptions.officers))
        try ReportOptions.write(bytes, arguments)
    }
}

import Foundation
import Testing

/// A table of inputs with the answers they must give, made by others and kept
/// outside the project: in the folder that `PORTAL_CHECKS` names, or beside it.
struct TruthTable {
    /// The rows, each a dictionary by column.
    let rows: [[String: String]]

    /// Reads a table of the `stats` folder; says aloud when it is not there.
    init?(_ name: String) throws {
        let file = Self.folder.appending(path: "stats/\(name).csv")
        guard FileManager.default.fileExists(atPath: file.path()) else {
            print("Skipped: the truth table \(name) is not there; set PORTAL_CHECKS to its folder.")
            return nil
        }
        let lines = Self.records(try String(contentsOf: file, encoding: .utf8))
        let header = try #require(lines.first)
        rows = lines.dropFirst().map { line in
            Dictionary(zip(header, line)) { first, _ in first }
        }
        print("The truth table \(name) has \(rows.count) rows.")
    }

    private static var folder: URL {
        if let path = ProcessInfo.processInfo.environment["PORTAL_CHECKS"] {
            return URL(filePath: path)
        }
        return URL(filePath: #filePath).appending(path: "../../../../../shared/checks").standardized
    }

    /// Splits comma-separated text with quotes, one record a line.
    private static func records(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map { line in
            var fields = [""]
            var isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted: fields.append("")
                default: fields[fields.count - 1].append(character)
                }
            }
            return fields
        }
    }
}

extension [String: String] {
    /// The text of a column.
    func text(_ column: String) throws -> String {
        try #require(self[column], "no column \(column)")
    }

    /// The number of a column.
    func number(_ column: String) throws -> Double {
        try #require(Double(try text(column)), "\(column) is no number")
    }

    /// The numbers of a column that holds several.
    func numbers(_ column: String) throws -> [Double] {
        try text(column).split(separator: " ").map { try #require(Double($0)) }
    }
}

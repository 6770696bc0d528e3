@testable import Portal
@testable import Scorecard

/// Any bytes as rows of the catalogue, each cell read as everything that a cell can be.
enum LoadFileFuzz {
    static func run(_ bytes: [UInt8]) {
        for file in [bytes, Array("a,b\n".utf8) + bytes] {
            let lines = file.count { $0 == 10 || $0 == 13 } + 1
            do throws(LoadError) {
                let load = try LoadFile(
                    name: "some.csv", bytes: file, columns: ["a"], optional: ["b"])
                for row in load.rows { read(row, lines) }
            } catch {
                check(error, lines)
            }
        }
    }

    private static func check(_ error: LoadError, _ lines: Int) {
        demand(error.file == "some.csv" && !error.reason.isEmpty, "an error says where: \(error)")
        demand(error.line.map { (1...lines).contains($0) } ?? true, "an error has a line: \(error)")
    }

    private static func read(_ row: LoadRow, _ lines: Int) {
        func attempt<Value>(_ read: () throws(LoadError) -> Value?) -> Value? {
            do throws(LoadError) { return try read() } catch {
                check(error, lines)
                demand(error.line == row.line, "an error names its row: \(error)")
                return nil
            }
        }
        for column in ["a", "b", "c"] {
            let text = row.optional(column)
            if let slug = attempt({ () throws(LoadError) in try row.slug(column) }) {
                demand(
                    slug.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) },
                    "a slug can stand in an address: \(slug)")
            }
            if let parts = attempt({ () throws(LoadError) in try row.list(column) }) {
                demand(Set(parts).count == parts.count, "a list names each once: \(parts)")
            }
            let number = attempt { () throws(LoadError) in try row.decimal(ifAny: column) }
            demand(number == text.flatMap(FixedDecimal.init), "a number is a cell's: \(column)")
            if let whole = attempt({ () throws(LoadError) in
                try row.integer(ifAny: column, in: -5...1_000)
            }) {
                demand((-5...1_000).contains(whole), "a number is within limits: \(whole)")
            }
            if let day = attempt({ () throws(LoadError) in try row.day(column) }) {
                demand(day.description == text, "a day is a cell's")
            }
            if let kind = attempt({ () throws(LoadError) in
                try row.choice(ifAny: column, as: PeriodKind.self)
            }) {
                demand(kind.rawValue == text, "a choice is a cell's")
            }
            if let address = attempt({ () throws(LoadError) in try row.address(ifAny: column) }) {
                let starts = ["/", "http://", "https://"].contains { address.hasPrefix($0) }
                demand(starts && !address.contains(" "), "an address is one: \(address)")
            }
            let ids: [String: Int64] = ["x": 1, "y": 2]
            if let all = attempt({ () throws(LoadError) in
                try row.others(column, than: "a", in: ids)
            }) {
                demand(all.allSatisfy { (1...2).contains($0) }, "what is named is there")
            }
        }
    }
}

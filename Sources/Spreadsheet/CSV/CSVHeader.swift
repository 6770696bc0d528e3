/// The names of the columns and where they are.
struct CSVHeader: Sendable {
    let columns: [String]
    private let places: [String: Int]

    /// What a caller knows of the columns.
    struct Expectation {
        let required: [String]
        let optional: [String]
        let allowsOthers: Bool

        var words: String {
            let may = optional.isEmpty ? "" : "; may also have: \(optional.joined(separator: ", "))"
            return "the columns are: \(required.joined(separator: ", "))" + may
        }
    }

    /// Checks the first row; spaces around a name do not count.
    init(_ record: CSVRecord?, _ expected: Expectation) throws(SheetError) {
        guard let record else {
            throw SheetError(reason: "the file is empty; " + expected.words)
        }
        columns = record.cells.map(Self.trimmed)
        var places: [String: Int] = [:]
        var twice: [String] = []
        for (index, name) in columns.enumerated()
        where places.updateValue(index, forKey: name) != nil {
            twice.append(name)
        }
        self.places = places
        let known = Set(expected.required + expected.optional)
        let missing = expected.required.filter { places[$0] == nil }
        let unknown = expected.allowsOthers ? [] : columns.filter { !known.contains($0) }
        let faults = [("missing", missing), ("not known", unknown), ("there twice", twice)]
            .filter { !$0.1.isEmpty }
            .map { "\($0.0): \($0.1.map { "«\($0)»" }.joined(separator: ", "))" }
        guard faults.isEmpty else {
            throw SheetError(
                line: record.line, row: record.row,
                reason: faults.joined(separator: "; ") + "; " + expected.words)
        }
    }

    func index(of name: String) -> Int? {
        places[name]
    }

    private static func trimmed(_ name: String) -> String {
        guard let last = name.lastIndex(where: { $0 != " " }) else { return "" }
        return String(name[...last].drop { $0 == " " })
    }
}

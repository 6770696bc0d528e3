import Scorecard

/// The files from which a demonstration is made: all that is invented is in them.
struct DemonstrationFolder {
    private let folder: Folder
    private var files: LoadFolder { LoadFolder(folder: folder) }

    init(_ settings: Settings) {
        folder = settings.folder(Demonstration.folder)
    }

    /// What every page says.
    func words() throws -> String {
        try folder.text(of: "label.txt").split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    func people() throws -> [LoadRow] {
        try files.file(
            "people", columns: ["part", "user_name", "name", "email", "role"],
            keys: [["part"], ["user_name"]]
        ).rows
    }

    func rounds() throws -> [LoadRow] {
        try files.file(
            "rounds",
            columns: [
                "quarter", "opened_on", "note", "entered_on", "approved_on", "published_on",
            ], keys: [["quarter"]]
        ).rows
    }

    /// What officers enter in a round, by the code of the measure.
    func figures() throws -> [LoadRow] {
        try files.file(
            "figures", columns: ["quarter", "measure"] + Self.entryColumns,
            keys: [["quarter", "measure"]]
        ).rows
    }

    func revisions() throws -> [LoadRow] {
        try files.file(
            "revisions",
            columns: [
                "begun_on", "measure", "period", "revised_because", "approved_on", "published_on",
            ] + Self.entryColumns
        ).rows
    }

    func reports() throws -> [LoadRow] {
        try files.file(
            "reports",
            columns: ["report", "portfolio", "kind", "quarter", "written_on", "frozen_on"],
            keys: [["report"]]
        ).rows
    }

    /// What is typed and ticked in the steps of writing a report.
    func texts(of report: String) throws -> [LoadRow] {
        try files.file(
            report, columns: ["step", "field", "text"], keys: [["step", "field"]]
        ).rows
    }

    func comments() throws -> [LoadRow] {
        try files.file(
            "comments",
            columns: [
                "report", "recorded_on", "answered_on", "answer",
            ] + DemonstrationReports.commentColumns, keys: [["words"]]
        ).rows
    }

    private static let entryColumns = EntryBox.allCases.map(\.column) + EntryField.typedColumns
}

extension EntryBox {
    /// The column of the files that has its numbers.
    fileprivate var column: String {
        switch self {
        case .numerator: "numerator"
        case .denominator: "denominator"
        case .value: "value"
        }
    }
}

extension EntryField {
    /// The words that are typed, by the names that they have on pages.
    static let typedWords: [EntryField] = [
        .reason, .comment, .why, .doing, .action, .who, .by, .progress, .forecast, .rightBecause,
    ]

    fileprivate static let typedColumns = ["figure"] + typedWords.map(\.name)
}

extension LoadRow {
    /// The numbers that are typed, and what the figure is said to be, each with its field.
    var typedNumbers: [(field: EntryField, text: String)] {
        let numbers: [(EntryField, String)] = EntryBox.allCases.compactMap { box in
            optional(box.column).map { (.number(box), $0) }
        }
        return numbers + (optional("figure").map { [(.figure, $0)] } ?? [])
    }

    /// The words that are typed, each with its field.
    var typedWords: [(field: EntryField, text: String)] {
        EntryField.typedWords.compactMap { field in optional(field.name).map { (field, $0) } }
    }
}

extension DemonstrationFolder {
    /// Every day on which something begins, the earliest first.
    func days() throws -> [Day] {
        try (rounds().map { try $0.day("opened_on") } + reports().map { try $0.day("written_on") })
            .sorted()
    }
}

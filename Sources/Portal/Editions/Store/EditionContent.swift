import Scorecard

/// What was written and chosen for a version of an edition, each text by its name.
///
/// Kept as it was typed, as the content of a return is, so that a draft loses nothing and two who
/// write at once are merged field by field. Rows of a table are fields with the number of the row
/// in their names.
struct EditionContent: Equatable {
    /// The texts.
    var typed: EntryContent

    init(_ typed: EntryContent = EntryContent()) {
        self.typed = typed
    }

    subscript(_ field: EditionField) -> String {
        get { typed[EntryField(name: field.name)] }
        set { typed[EntryField(name: field.name)] = newValue }
    }

    /// The items of a field that is a list, one each line.
    func items(_ field: EditionField) -> [String] {
        self[field].split(separator: "\n").map { String($0).stripped }.filter { !$0.isEmpty }
    }

    /// The numbers of the rows of a table that hold anything, in order.
    func rows(_ table: EditionTable) -> [Int] {
        let start = table.rawValue + "-"
        let numbers = typed.fields.compactMap { name, text -> Int? in
            guard name.hasPrefix(start), !text.isBlank else { return nil }
            return EditionTable.row(name.dropFirst(start.count).prefix { $0 != "-" })
        }
        return Set(numbers).sorted()
    }

    /// Whether a box is ticked.
    func has(_ field: EditionField) -> Bool { self[field] == "yes" }
}

/// A table of rows that are typed.
enum EditionTable: String, CaseIterable {
    /// Projects and what became of them.
    case project
    /// Risks and what is done about them.
    case risk
    case revenue
    case savings
    case reserves
    /// The Dedicated Schools Grant.
    case grant
    case capital

    /// The most rows of a table.
    static let mostRows = 60

    /// The number of a row as names of fields have it; `nil` for what is none.
    static func row(_ text: some StringProtocol) -> Int? {
        guard let row = Int(text), (1...mostRows).contains(row), "\(row)" == text else {
            return nil
        }
        return row
    }
}

/// The name of a text of an edition.
struct EditionField: Hashable {
    let name: String

    // About the report.
    static let title = EditionField(name: "title")
    /// The slug of the board that receives it.
    static let board = EditionField(name: "board")
    /// The day of the meeting.
    static let meeting = EditionField(name: "meeting")
    /// Whose report it is: roles.
    static let reportOf = EditionField(name: "report-of")

    // What it shows.
    /// `full` or `light`.
    static let touch = EditionField(name: "touch")
    /// The slugs of the scorecards whose measures it has, in order, one each line.
    static let scorecards = EditionField(name: "scorecards")
    /// The sections left out and the columns shown, by their raw values, one each line.
    static let withoutSections = EditionField(name: "without-sections")
    static let columns = EditionField(name: "columns")
    /// The codes of measures left out, and of those with a block of their own though neither off
    /// target nor worse, one each line.
    static let withoutMeasures = EditionField(name: "without-measures")
    static let featured = EditionField(name: "featured")

    // Words.
    /// The portfolio holder's own.
    static let overview = EditionField(name: "overview")
    /// Who wrote the overview: a role.
    static let overviewBy = EditionField(name: "overview-by")
    /// What to say first, one thing each line.
    static let headlines = EditionField(name: "headlines")
    /// What others could learn from, and what Cabinet should hear of.
    static let goodPractice = EditionField(name: "good-practice")
    static let forCabinet = EditionField(name: "for-cabinet")
    /// What finance says in words.
    static let finance = EditionField(name: "finance")

    /// What was done for an objective, by its code.
    static func delivery(_ objective: String) -> EditionField {
        EditionField(name: "delivery/\(objective)")
    }

    /// Whether a promise of the strategies is shown, by its code.
    static func promise(_ code: String) -> EditionField { EditionField(name: "promise/\(code)") }

    /// What is said of a measure besides its officers' commentary, by its code.
    static func exception(_ measure: String) -> EditionField {
        EditionField(name: "exception/\(measure)")
    }

    /// What became of a commitment of the last edition, by the name of its fact.
    static func outcome(_ commitment: String) -> EditionField {
        EditionField(name: "outcome/\(commitment)")
    }

    /// A cell of a table.
    static func cell(_ table: EditionTable, _ row: Int, _ column: String) -> EditionField {
        EditionField(name: "\(table.rawValue)-\(row)-\(column)")
    }
}

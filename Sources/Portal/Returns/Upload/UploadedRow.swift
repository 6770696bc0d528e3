import Scorecard

/// What a cell of a file gives.
enum UploadedCell: Equatable, Sendable {
    case blank
    /// Text without spaces around it.
    case text(String)
    /// A number, as a spreadsheet keeps it; of a percentage the hundredfold.
    case number(String, isPercentage: Bool)
    case day(Day)
    /// Something that cannot be taken, and the words for it.
    case fault(String)

    /// What is shown of it, in few letters.
    var shown: String {
        switch self {
        case .blank, .fault: ""
        case .text(let text): String(text.prefix(100))
        case .number(let number, _): number
        case .day(let day): day.description
        }
    }

    /// What takes away what is there: a blank cell leaves it.
    static let clearing = "CLEAR"
}

/// A row of a file, by the columns of the template.
struct UploadedRow: Equatable, Sendable {
    /// As the spreadsheet counts its rows.
    let number: Int
    private var cells: [UploadedCell]

    init(number: Int) {
        self.number = number
        cells = [UploadedCell](repeating: .blank, count: UploadColumn.allCases.count)
    }

    subscript(_ column: UploadColumn) -> UploadedCell {
        get { cells[column.rawValue] }
        set { cells[column.rawValue] = newValue }
    }
}

/// What is wrong with a file as a whole.
struct UploadProblem: Error, Equatable {
    /// A sentence or more for the officer.
    let words: String
}

import Scorecard

/// The rows of a table of a draft as they are drawn: those that hold something, those that were
/// sent, and some that are empty.
struct TypedRows {
    let table: EditionTable
    /// What one row is called, such as `Project`.
    let noun: String
    let columns: [String]
    let content: EditionContent
    let numbers: [Int]
    private(set) var faults: [FieldFault] = []

    /// Empty rows at the end of a form.
    private static let spare = 3

    /// - Parameters:
    ///   - table: The table.
    ///   - noun: What one row is called.
    ///   - columns: The names of its columns.
    ///   - stored: What is kept.
    ///   - form: What was sent, if anything was.
    init(
        _ table: EditionTable, _ noun: String, _ columns: [String], stored: EditionContent,
        _ form: TypedStepForm? = nil
    ) {
        self.table = table
        self.noun = noun
        self.columns = columns
        content = form?.over(stored) ?? stored
        var numbers = Set(stored.rows(table))
        let sent = (1...EditionTable.mostRows).filter { row in
            form?.fields[.cell(table, row, columns[0])] != nil
        }
        numbers.formUnion(sent)
        var blank = numbers.count - Set(content.rows(table)).intersection(numbers).count
        var next = (numbers.max() ?? 0) + 1
        while blank < Self.spare, next <= EditionTable.mostRows {
            numbers.insert(next)
            next += 1
            blank += 1
        }
        self.numbers = numbers.sorted()
    }

    /// What a reader calls a row: `Project 2`.
    func name(of row: Int) -> String {
        "\(noun) \((numbers.firstIndex(of: row) ?? 0) + 1)"
    }

    func text(_ row: Int, _ column: String) -> String { content[.cell(table, row, column)] }

    /// The rows that hold something.
    var filled: [Int] {
        numbers.filter { row in columns.contains { !text(row, $0).isBlank } }
    }

    private mutating func add(_ row: Int, _ column: String, _ words: String) {
        faults.append(
            FieldFault(
                field: EditionField.cell(table, row, column).name,
                words: "\(name(of: row)): \(words.lowercasedFirst)"))
    }

    /// Asks for a text of so many characters at most, in each row that holds something.
    mutating func need(_ column: String, _ label: String, most: Int, _ missing: String?) {
        for row in filled {
            let typed = text(row, column)
            if let missing, typed.isBlank {
                add(row, column, missing)
            } else if typed.count > most {
                add(
                    row, column,
                    "\(label) must be \(most) characters or fewer. It has \(typed.count)")
            }
        }
    }

    /// Asks for a date.
    mutating func needDate(_ column: String, _ missing: String) {
        for row in filled {
            let typed = text(row, column)
            if typed.isBlank {
                add(row, column, missing)
            } else if !(Day(typed: typed).map { Self.years.contains($0.year) } ?? false) {
                add(row, column, "By when must be a real date, like 30 September 2026")
            }
        }
    }

    /// Asks for one of some choices.
    mutating func need(_ column: String, oneOf choices: [String], _ missing: String) {
        for row in filled where !choices.contains(text(row, column)) {
            add(row, column, missing)
        }
    }

    /// A date outside these years is a slip.
    private static let years = 2000...2099
}

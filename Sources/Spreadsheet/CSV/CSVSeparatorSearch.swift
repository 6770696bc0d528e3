extension CSVSeparator {
    /// The separator that cuts the first rows into the most cells, the same number in each.
    ///
    /// Where the rows are uneven whichever is taken, it is the one that cuts the first row, which
    /// is nearly always the header, into most cells. A file of one column is taken to have commas.
    static func found(in text: CSVText, columns: Int) -> CSVSeparator {
        let format = CSVFormat(columns: columns)
        let cuts = allCases.map { Cut(by: $0, in: text, format: format) }
        let even = cuts.filter(\.isEven).max { $0.cells < $1.cells }
        if let even, even.cells > 1 { return even.separator }
        // Of equals the first, which is the comma.
        return cuts.max { $0.cells < $1.cells }?.separator ?? .comma
    }

    private struct Cut {
        let separator: CSVSeparator
        /// Of the first row.
        var cells = 0
        /// Whether the first rows are all alike and their quotes right.
        var isEven = true

        init(by separator: CSVSeparator, in text: CSVText, format: CSVFormat) {
            self.separator = separator
            var reader = CSVReader(text, separator: separator, format: format)
            do {
                for _ in 1...20 {
                    guard let record = try reader.next() else { break }
                    cells = record.cells.count
                }
            } catch {
                isEven = false
            }
        }
    }
}

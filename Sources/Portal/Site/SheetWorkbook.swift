import Spreadsheet

extension Sheet {
    /// The rows as a workbook of one sheet, the same bytes for the same rows.
    ///
    /// Unlike a text file it says which cells are numbers: those of columns that hold numbers, as
    /// far as they are no markers. All else is text, so that `007` and `1.10` stay what they are.
    func workbook(_ format: WorkbookWriter.Format) throws -> [UInt8] {
        let layout = SheetLayout(
            name: name,
            columns: columns.indices.map { SheetColumn(width: width(of: $0), style: .text) })
        // No moment of making: the file would be another one at each request.
        var writer = try WorkbookWriter(format, title: name, created: "", sheets: [layout])
        try writer.append(columns.map { WrittenCell(.text($0), .header) })
        for row in workbookRows { try writer.append(row) }
        return try writer.finish()
    }

    /// The rows as cells of a workbook, without the names of the columns.
    var workbookRows: [[WrittenCell]] {
        let areNumbers = columns.map { holdsNumbers($0) }
        return rows.map { row in
            zip(row, areNumbers).map { $1 ? $0.numberCell : $0.textCell }
        }
    }

    private func holdsNumbers(_ column: String) -> Bool {
        // The country's column has its name, and the one with its period follows.
        Self.numberColumns.contains(column) || columns.contains("\(column)_period")
    }

    /// Room for what is in the first rows.
    private func width(of column: Int) -> Int {
        let longest = rows.prefix(200).map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        return min(max(longest, columns[column].count, 8) + 2, 50)
    }

    private static let numberColumns: Set<String> = [
        "baseline_value", "change", "close_to_target", "compared_denominator",
        "compared_numerator", "compared_value", "councils", "councils_median", "councils_p1",
        "councils_p25", "councils_p75", "councils_p99", "country_gap", "country_value",
        "denominator", "earlier", "earlier_denominator", "earlier_gap", "earlier_numerator", "gap",
        "group_denominator", "group_numerator", "group_value", "latest", "lower_limit", "measures",
        "neighbours_known", "neighbours_total", "neighbours_value", "not_judged", "not_shown",
        "numerator", "off_target", "old_value", "on_target", "region_value", "target", "tolerance",
        "upper", "upper_limit", "value",
    ]
}

extension String {
    fileprivate var textCell: WrittenCell { WrittenCell(.text(self)) }

    /// A number with as many decimals as it is written with, or text if it is none.
    fileprivate var numberCell: WrittenCell {
        let parts = drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber =
            count - drop { $0 == "-" }.count <= 1 && (1...2).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
        guard isNumber else { return textCell }
        let decimals = parts.count == 2 ? parts[1].count : 0
        return WrittenCell(.number(self, .plain), .number(decimals: decimals))
    }
}

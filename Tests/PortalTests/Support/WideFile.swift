@testable import Portal

/// A file of invented figures of many areas.
struct WideFile {
    /// The rows below the header.
    var rows: [[String: String]] = []
    /// The columns, in order.
    var columns = WideColumn.allCases.map(\.rawValue)

    /// Adds a row of pupil absence at Upper Quay in 2024/25, but for what is said.
    mutating func add(_ cells: KeyValuePairs<WideColumn, String>) {
        var row = [
            "measure_code": "absence", "measure_title": "Pupil absence", "area_code": "E06000998",
            "area_name": "Upper Quay", "period_label": "2024/25", "period_type": "academic_year",
            "breakdown": "All", "value": "7.25", "unit": "%", "status": "final",
            "publisher": "The Department", "publication_title": "Absence",
            "source_repo_and_path": "a page",
        ]
        for (column, text) in cells { row[column.rawValue] = text }
        rows.append(row)
    }

    var bytes: [UInt8] {
        let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
        return Array(
            lines.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined().utf8)
    }
}

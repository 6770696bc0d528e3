import HTTPServer
import Spreadsheet

/// What a page shows, as rows that can be worked with elsewhere.
struct Sheet: Equatable {
    /// What the file is called, without its ending: `send-2026-27-Q1`.
    let name: String
    /// What each column holds; names are lower case with underscores, and stay as they are.
    let columns: [String]
    /// The cells of each row, as many as there are columns.
    ///
    /// Numbers are written without thousands separators, unit or sign for plus, and withheld ones
    /// by their marker, such as `[c]`, as the page shows them.
    var rows: [[String]] = []

    /// The rows as a file to keep.
    func response(as form: SheetForm) throws -> Response {
        var response = Response(.ok)
        response.headers.set("Content-Type", form.contentType)
        response.headers.set(
            "Content-Disposition", "attachment; filename=\"\(fileName).\(form.rawValue)\"")
        response.body =
            switch form {
            case .csv: file
            case .xlsx: try workbook(.xlsx)
            case .ods: try workbook(.ods)
            }
        return response
    }

    /// What the file holds as text.
    var file: [UInt8] {
        var writer = SheetWriter(columns: columns)
        for row in rows { writer.write(row) }
        return writer.take()
    }

    /// The name with letters, digits and hyphens only, since it stands in a field.
    private var fileName: String {
        let letters = name.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                ? Character(scalar) : "-"
        }
        return String(letters)
    }
}

/// In what form a sheet is given away, named as the ending of its file.
enum SheetForm: String, CaseIterable {
    case csv
    /// A workbook for Excel.
    case xlsx
    /// A workbook for LibreOffice, the open standard.
    case ods

    /// What the form is called on pages.
    var label: String { rawValue.uppercased() }

    var contentType: String {
        switch self {
        case .csv: SheetWriter.contentType
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        }
    }
}

/// Writes rows as a file to keep, piece by piece.
///
/// It is for people with spreadsheets before it is for programs: the mark at its start tells
/// the former that the text is UTF-8, and what they would take for a formula is guarded.
struct SheetWriter {
    static let contentType = "text/csv; charset=utf-8; header=present"

    private var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)

    /// Begins with the names of the columns.
    init(columns: [String]) {
        writer.write(columns)
    }

    mutating func write(_ row: [String]) {
        writer.write(row)
    }

    /// Gives away what has been written and not yet taken.
    mutating func take() -> [UInt8] { writer.take() }
}

import Foundation
import Spreadsheet
import Testing

/// csv-spectrum (BSD-2-Clause), PapaParse's test cases (MIT) and cases made from RFC 4180.
@Suite struct CSVTruthTests {
    @Test func `files are read as the tables say`() throws {
        let cases = try Checks.cases(of: "csv/read.json", as: ReadCase.self)
        var passed = 0
        let meant = cases.filter { !Self.notMeant.contains($0.id) }
        for one in meant {
            let found = Result { try one.read() }
            let isRight =
                switch found {
                case .success(let rows): one.accepts(rows)
                case .failure: one.malformed == true
                }
            #expect(isRight, "\(one.id) \(one.about ?? ""): \(found)")
            passed += isRight ? 1 : 0
        }
        print(
            "csv/read.json: \(passed) of \(meant.count) passed, \(cases.count - meant.count) not meant"
        )
    }

    @Test func `rows are written as the tables say and read back`() throws {
        let cases = try Checks.cases(of: "csv/write.json", as: WriteCase.self)
        var passed = 0
        let meant = cases.filter { !Self.notMeant.contains($0.id) }
        for one in meant {
            let written = one.written()
            let text = String(decoding: written, as: UTF8.self)
            let format = CSVFormat(separator: one.separator, allowsRaggedRows: true)
            var reader = try CSVReader(written, format: format)
            let isRight = try text.hasPrefix(one.expected) && reader.rows() == one.rows
            #expect(isRight, "\(one.id): \(text.debugDescription)")
            passed += isRight ? 1 : 0
        }
        print(
            "csv/write.json: \(passed) of \(meant.count) passed, "
                + "\(cases.count - meant.count) not meant")
    }

    /// A separator found by a function of the caller's, line ends that are not of text files, and
    /// an answer with a telephone number that is not in its file.
    private static let notMeant = [
        "papaparse-parse-27", "papaparse-write-13", "papaparse-write-15",
        "csv-spectrum-location_coordinates",
    ]
}

private struct ReadCase: Decodable {
    let id: String
    let about: String?
    let base64: String
    let delimiter: String?
    let malformed: Bool?
    let rows: [[String]]?
    let records: Records?

    func read() throws -> [[String]] {
        let file = try #require(Data(base64Encoded: base64))
        let isGuessed = about?.contains("guessed") == true
        let format = CSVFormat(
            separator: isGuessed ? nil : delimiter?.utf8.first.flatMap(CSVSeparator.init) ?? .comma,
            allowsRaggedRows: true, skipsBlankLines: false)
        var reader = try CSVReader(Array(file), format: format)
        return try reader.rows()
    }

    func accepts(_ found: [[String]]) -> Bool {
        if let records {
            guard let names = found.first else { return false }
            let read = found.dropFirst().map { row in
                Dictionary(zip(names, row)) { first, _ in first }
            }
            return read == records.all
        }
        guard let rows else { return true }
        return found == rows || found + [[""]] == rows
    }
}

/// One record or several.
private struct Records: Decodable {
    let all: [[String: String]]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let several = try? container.decode([[String: String]].self) {
            all = several
        } else {
            all = [try container.decode([String: String].self)]
        }
    }
}

private struct WriteCase: Decodable {
    let id: String
    let rows: [[String]]
    let options: [String: String]
    let expected: String

    var separator: CSVSeparator {
        options["delimiter"]?.utf8.first.flatMap(CSVSeparator.init) ?? .comma
    }

    func written() -> [UInt8] {
        var writer = CSVWriter(
            separator: separator, lineEnd: options["newline"] == "\n" ? .lf : .crlf)
        for row in rows {
            writer.write(row)
        }
        return writer.bytes
    }
}

extension CSVReader {
    mutating func rows() throws(SheetError) -> [[String]] {
        var rows: [[String]] = []
        while let record = try next() {
            rows.append(record.cells)
        }
        return rows
    }
}

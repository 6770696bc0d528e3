@testable import Portal
@testable import Scorecard
@testable import Spreadsheet

/// Any bytes as a file of figures, and any cells under the headings of the template.
enum UploadFuzz {
    static func run(_ bytes: [UInt8]) {
        let head = "Measure code,Period,Value,Comment,By when,Figure is\n"
        for file in [bytes, Array(head.utf8) + bytes] { read(file) }
        let text = String(decoding: bytes, as: UTF8.self)
        readHeading(text)
        for cell in [UploadedCell.text(text), .number(text, isPercentage: true)] { take(cell) }
        take(.number(text, isPercentage: false))
    }

    private static func read(_ file: [UInt8]) {
        var rows = 0
        do throws(UploadProblem) {
            var workbook = try UploadWorkbook(file)
            demand(workbook.notes.allSatisfy { !$0.isEmpty }, "a note says something")
            var last = 0
            while let row = try workbook.next(), rows < 1_000 {
                rows += 1
                demand(row.number > last, "rows come in order")
                last = row.number
                demand(
                    UploadColumn.allCases.contains { row[$0] != .blank }, "a row holds something")
                check(row)
            }
        } catch {
            demand(!error.words.isEmpty, "a problem has words")
        }
    }

    private static func check(_ row: UploadedRow) {
        for column in UploadColumn.allCases {
            guard case .text(let text) = row[column] else { continue }
            demand(!text.isEmpty, "a text is not empty")
            demand(
                text.unicodeScalars.first?.properties.isWhitespace == false
                    && text.unicodeScalars.last?.properties.isWhitespace == false,
                "no spaces stand around a text: \(text)")
        }
        for column in UploadColumn.allCases { take(row[column]) }
    }

    private static func readHeading(_ text: String) {
        let headings = text.split(separator: ",", omittingEmptySubsequences: false)
            .map(String.init)
        if let header = UploadHeader(row: 1, headings) {
            demand(header.places.count >= 2, "two headings are known")
            demand(
                header.places.allSatisfy { headings.indices.contains($0.place) },
                "a column is where its heading is")
            let columns = header.places.map(\.column)
            demand(
                (Set(columns).count == columns.count) == (header.double == nil),
                "a heading that is there twice is told")
        }
        for heading in headings.prefix(8) {
            let column = UploadColumn(heading: heading)
            demand(
                UploadColumn(heading: " " + heading.uppercased() + ":") == column,
                "case and marks change no heading: \(heading)")
        }
    }

    /// Whatever a cell holds, it is taken as it reads or refused in words.
    private static func take(_ cell: UploadedCell) {
        for kind in [ValueKind.percentage, .count, .score] {
            let shape = kind == .count ? EntryShape.count : .value(hasDenominator: true)
            let terms = EntryTerms(shape: shape, kind: kind, decimals: 1, title: "x")
            for box in [EntryBox.value, .numerator] {
                let figure = UploadedFigure(cell, box, terms)
                demand(figure.fault?.isEmpty != true, "a fault has words")
                guard figure.fault == nil else { continue }
                let reading = BoxReading(figure.text, in: box, terms)
                demand(
                    reading.fault == nil, "what is taken can be read: \(figure.text), \(reading)")
                demand(
                    BoxReading(figure.written, in: box, terms) == reading,
                    "it is written as it reads: \(figure.written)")
            }
        }
        for field in [EntryField.comment, .figure, .by, .progress, .forecast] {
            let words = UploadedWords(cell, field)
            demand(words.fault?.isEmpty != true, "a fault has words")
            guard words.fault == nil, !words.text.isEmpty, field == .by else { continue }
            demand(Day(typedOrMonth: words.text) != nil, "a day is taken: \(words.text)")
        }
    }
}

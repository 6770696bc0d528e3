import Testing

@testable import Spreadsheet

@Suite struct CSVStreamTests {
    /// The rows of a text that comes in pieces of a size, each with its line.
    private func rows(_ text: String, pieces size: Int) throws -> [String] {
        var rest = Array(text.utf8)[...]
        var stream = CSVStream(buffer: 16)
        var rows: [String] = []
        while try stream.next({ buffer, start in
            let piece = rest.prefix(min(size, buffer.count - start))
            buffer.replaceSubrange(start..<start + piece.count, with: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }) {
            let cells = (0..<stream.count).map { index in
                String(decoding: stream.bytes[stream.cell(index)], as: UTF8.self)
            }
            rows.append("\(stream.line): \(cells.joined(separator: "|"))")
        }
        return rows
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func `rows are the same however the text is cut into pieces`(size: Int) throws {
        let text =
            "\u{FEFF}a,b,\r\n\r\n\"x, \"\"y\"\"\nz\",,\"\"\r\né,a\"b,1\n\"q\",2,a row with a longer cell"
        #expect(
            try rows(text, pieces: size) == [
                "1: a|b|", "3: x, \"y\"\nz||", "5: é|a\"b|1", "6: q|2|a row with a longer cell",
            ])
    }

    @Test(arguments: [
        ("a\n\"b\n", "line 2: the quote that opens a cell is never closed"),
        (
            "a,b\n1,\"2\"3\n",
            "line 2: column «2»: text follows a closing quote; "
                + "a quote inside a quoted cell is written twice"
        ),
    ])
    func `quotes that are wrong are refused with their place`(text: String, message: String) {
        let error = #expect(throws: SheetError.self) { try rows(text, pieces: 4) }
        #expect(error?.description == message)
    }

    @Test func `the columns may stand in any order, and all are needed`() throws {
        var stream = CSVStream()
        var text = Array("b,a\n".utf8)
        let places = try stream.header(["a", "b"]) { buffer, _ in
            defer { text = [] }
            buffer.replaceSubrange(0..<text.count, with: text)
            return text.count
        }
        #expect(places == [1, 0])
        var other = CSVStream()
        let error = #expect(throws: SheetError.self) { try other.header(["a"]) { _, _ in 0 } }
        #expect(error?.description == "the file is empty; the columns are: a")
    }
}

import Spreadsheet
import Testing

@Suite struct CSVWriterTests {
    @Test func `what is written is read back as it was`() throws {
        let rows = [
            ["plain", "", " spaced "], ["with, comma", "with \"quotes\"", "two\r\nlines"],
            ["\"", "\n", "\r"], ["£5 – 🇬🇧", "=1+1", "'"],
        ]
        var writer = CSVWriter()
        for row in rows {
            writer.write(row)
        }
        var reader = try CSVReader(writer.bytes)
        #expect(try reader.rows() == rows)
    }

    @Test func `a row of one empty cell is no blank line`() throws {
        var writer = CSVWriter(lineEnd: .lf)
        writer.write(["note"])
        writer.write([""])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "note\n\"\"\n")
        var reader = try CSVReader(writer.bytes)
        #expect(try reader.rows() == [["note"], [""]])
    }

    /// OWASP's list of what begins a formula; a signed number is one to nobody.
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-5", "-5"), ("-1,234.5%", "\"-1,234.5%\""),
        ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("-1+2", "'-1+2"),
        ("-", "'-"), ("a=1", "a=1"), ("=\"a\"", "\"'=\"\"a\"\"\""), ("", ""), ("-cmd", "'-cmd"),
    ])
    func `a text that a spreadsheet might run is made harmless when asked`(
        cell: String, written: String
    ) {
        var guarded = CSVWriter(lineEnd: .lf, guardsFormulas: true)
        guarded.write([cell, "x"])
        #expect(String(decoding: guarded.bytes, as: UTF8.self) == written + ",x\n")
        var plain = CSVWriter(lineEnd: .lf)
        plain.write([cell, "x"])
        #expect(!plain.bytes.contains(UInt8(ascii: "'")))
    }

    @Test func `a long file can be taken in parts`() {
        var writer = CSVWriter(lineEnd: .lf, byteOrderMark: true)
        writer.write(["a", "b"])
        #expect(writer.take() == [0xEF, 0xBB, 0xBF] + Array("a,b\n".utf8))
        writer.append("c")
        #expect(writer.take() == Array("c".utf8))
        writer.append("d")
        writer.endRow()
        #expect(writer.take() == Array(",d\n".utf8))
    }
}

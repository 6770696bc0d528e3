import Spreadsheet
import Testing

@Suite struct CSVReaderTests {
    @Test func `a row knows the line it begins on`() throws {
        var reader = try CSVReader(Array("a,b\r\n\r\n\"x\r\ny\",1\r\nz,2".utf8))
        var places: [[Int]] = []
        while let record = try reader.next() {
            places.append([record.row, record.line])
        }
        #expect(places == [[1, 1], [2, 3], [3, 5]])
    }

    @Test(arguments: [
        ("a,b\n1,2\n3\n", "line 3: this row has 1 cells where the first row has 2"),
        ("a,b\n\n1,2,3\n", "line 3: this row has 3 cells where the first row has 2"),
        ("a,b\n1,\"2\n3,4\n", "line 2: column «2»: the quote that opens this cell is never closed"),
        (
            "a,b\n\"x\ny\"z,2\n",
            """
            line 3: column «1»: text follows a closing quote; \
            a quote inside a quoted cell is written twice
            """
        ),
        ("a\nb\0\n", "line 2: there is a NUL byte, so this is not a CSV file"),
    ])
    func `what cannot be read is refused with its place`(file: String, message: String) {
        let error = #expect(throws: SheetError.self) {
            var reader = try CSVReader(Array(file.utf8))
            _ = try reader.rows()
        }
        #expect(error?.description == message)
    }

    @Test func `bytes that are not UTF-8 are refused with their line`() {
        let error = #expect(throws: SheetError.self) {
            try CSVReader(Array("name\nCaf".utf8) + [0xE9])
        }
        #expect(
            error?.described(in: "figures.csv")
                == "figures.csv:2: a character is not UTF-8; save the file as «CSV UTF-8»")
    }

    @Test func `UTF-16 is recognised and refused`() {
        let error = #expect(throws: SheetError.self) { try CSVReader([0xFF, 0xFE, 0x61, 0x00]) }
        #expect(error?.reason.hasPrefix("this is UTF-16") == true)
    }

    @Test func `Windows-1252 is understood where it is allowed`() throws {
        let file = Array("Caf".utf8) + [0xE9, 0x20, 0xA3, 0x35, 0x20, 0x80, 0x97, 0xFF]
        var reader = try CSVReader(file, format: .upload)
        #expect(reader.encoding == .windows1252)
        #expect(try reader.rows() == [["Café £5 €—ÿ"]])
        #expect(throws: SheetError.self) { try CSVReader(file + [0x81], format: .upload) }
    }

    @Test(arguments: [
        ("a;b\n1,5;2,25\n", CSVSeparator.semicolon), ("a\tb\n1\t2\n", .tab), ("a|b\n1|2\n", .pipe),
        ("a,b\n1,2\n", .comma), ("alone\n1\n", .comma), ("", .comma), ("\n\n", .comma),
        ("\"x;y;z\",b\n1,2\n", .comma), ("a;b;c\n1,5;2\n", .semicolon), ("a,b\n1;2\n", .comma),
    ])
    func `the separator is found from the first rows`(file: String, separator: CSVSeparator) throws
    {
        #expect(try CSVReader(Array(file.utf8), format: .upload).separator == separator)
    }

    @Test(arguments: ["", "\n", "\r\n\r\n", "\r", "\u{FEFF}", "\u{FEFF}\n"])
    func `a file of nothing has no rows`(file: String) throws {
        var reader = try CSVReader(Array(file.utf8))
        #expect(try reader.rows() == [])
    }
}

import Spreadsheet
import Testing

@Suite struct CSVTableTests {
    @Test func `cells are found by the names of their columns`() throws {
        var table = try figures("value, measure ,period\n91.5,SEND-01,2025-26\n,SEND-02,2025-26\n")
        #expect(table.columns == ["value", "measure", "period"])
        let read = try table.all { row throws(SheetError) in
            try "\(row.line) \(row("measure")) \(row("value")) \(row["note"] ?? "no note")"
        }
        #expect(read == ["2 SEND-01 91.5 no note", "3 SEND-02  no note"])
    }

    @Test func `a cell is understood or refused with line and column`() throws {
        var table = try figures("measure,period,value\nSEND-01,2025-26,n/a\n")
        let error = #expect(throws: SheetError.self) {
            try table.all { row throws(SheetError) in
                try row("value", as: "a number", Double.init)
            }
        }
        #expect(
            error?.described(in: "figures.csv")
                == "figures.csv:2: column «value»: «n/a» is not a number")
    }

    @Test(arguments: [
        ("", "the file is empty; \(columns)"),
        ("measure,period\n", "line 1: missing: «value»; \(columns)"),
        ("measure,period,value,valeu\n", "line 1: not known: «valeu»; \(columns)"),
        ("\nmeasure,value,value,period\n", "line 2: there twice: «value»; \(columns)"),
        (
            "Measure,period,period\n",
            """
            line 1: missing: «measure», «value»; not known: «Measure»; there twice: «period»; \
            \(columns)
            """
        ),
    ])
    func `a header that is not as expected is refused with what is`(
        file: String, message: String
    ) {
        let error = #expect(throws: SheetError.self) { try figures(file) }
        #expect(error?.description == message)
    }

    @Test func `other columns are passed over where they are allowed`() throws {
        var table = try CSVTable(
            Array("code,colour,title\nA,red,First\n".utf8), required: ["code", "title"],
            allowsOthers: true)
        let row = try table.next()
        #expect(try row?("title") == "First")
        #expect(row?["colour"] == "red")
    }

    private static let columns =
        "the columns are: measure, period, value; may also have: note"

    private func figures(_ file: String) throws(SheetError) -> CSVTable {
        try CSVTable(
            Array(file.utf8), required: ["measure", "period", "value"], optional: ["note"])
    }
}

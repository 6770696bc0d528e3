import HTTPServer
import Testing

@testable import Portal

@Suite struct SheetTests {
    private let sheet = Sheet(
        name: "SEND: 2026/27 \"Q1\"\r\nÄ", columns: ["measure", "value"],
        rows: [["=1+1", "[c]"], ["a, b", "-0.24"]]
    )

    @Test func `a sheet is a file of rows that spreadsheets read as UTF-8`() throws {
        let response = try sheet.response(as: .csv)
        #expect(Array(response.body.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let text = String(decoding: response.body.dropFirst(3), as: UTF8.self)
        #expect(text == "measure,value\r\n'=1+1,[c]\r\n\"a, b\",-0.24\r\n")
        #expect(response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present")
    }

    @Test func `its name can break no field`() throws {
        for form in SheetForm.allCases {
            #expect(
                try sheet.response(as: form).headers["Content-Disposition"]
                    == "attachment; filename=\"send--2026-27--q1----.\(form.rawValue)\"")
        }
    }

    @Test func `a sheet without rows has its columns`() throws {
        let bytes = try Sheet(name: "empty", columns: ["a", "b"]).response(as: .csv).body
        #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == "a,b\r\n")
    }
}

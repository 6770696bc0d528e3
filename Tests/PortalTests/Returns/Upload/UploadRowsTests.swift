import HTTPServer
import SQLite
import Scorecard
import Spreadsheet
import Testing

@testable import Portal

/// What becomes of the rows and cells of files.
@Suite struct UploadRowsTests {
    @Test(arguments: [
        (
            ["NONE", "2026-27-Q1"],
            "Measure code: there is no measure called 'NONE' in your returns"
        ),
        (["", "2026-27-Q1", "", "1"], "Measure code: there is no measure code"),
        (["PLANS", "2019-20-Q1"], "there is no period called '2019-20-Q1' for Plans in time"),
        (["PLANS", "", "", "1"], "Period: there is no period"),
        (["MISSING", "2026-27-Q1", "XX"], "Group code: there is no group called 'XX'"),
        (["PLANS", "2026-27-Q1", "", "abc"], "Top number: 'abc' is not a number"),
        (["PLANS", "2026-27-Q1", "", "1.5"], "must be a whole number"),
        (["PLANS", "2026-27-Q1", "", "-4"], "must be 0 or more"),
        (["PLANS", "2026-27-Q1", "", "", "", "67"], "the result of Plans in time is worked out"),
        (["MISSING", "2026-27-Q1", "", "4"], "goes into the column Value"),
        (
            ["MISSING", "2026-27-Q1", "FSM", "", "", "4", "", "Words"],
            "on the row for all children"
        ),
        (["PLANS", "2026-27-Q1", "", "", "", "", "Perhaps"], "is none of Final, Provisional"),
        (
            ["PLANS", "2026-27-Q1", "", "", "", "", "", String(repeating: "x", count: 601)],
            "Comment: it must be 600 characters or fewer. It has 601"
        ),
        (["PLANS", "2026-27-Q1", "", "", "", "", "", "", "soon"], "is not a date"),
        (["PLANS", "2026-27-Q1", "", "", "", "", "", "", "", "high"], "'high' is not a number"),
        (["AGREED", "2026-27-Q1", "", "1", "99"], "is typed once, at Plans in time"),
    ])
    func `a row that cannot be taken is refused, with its column`(
        row: [String], words: String
    ) throws {
        let refusals = try UploadPortal().refusals([row])
        #expect(refusals.count == 1)
        #expect(refusals.first?.hasPrefix("2 ") == true)
        #expect(refusals.first?.contains(words) == true, "\(refusals)")
    }

    @Test func `a row that is there twice names the first`() throws {
        let refusals = try UploadPortal().refusals([
            ["PLANS", "2026-27-Q1", "", "1"], ["plans", "Q1 2026/27", "", "2"],
            ["MISSING", "2026-27-Q1", "FSM", "", "", "1"],
            ["MISSING", "2026-27-Q1", "fsm", "", "", "1"],
        ])
        #expect(refusals.count == 2)
        #expect(refusals[0].contains("Plans in time is already on row 2"))
        #expect(refusals[1].contains("FSM children, is already on row 4"))
    }

    @Test func `the figures of others are refused`() throws {
        let uploads = try UploadPortal()
        let person = try uploads.portal.addPerson(
            "fay", grants: [Grant(role: .officer, scope: .service("Family service"))])
        uploads.officer = try TestMember(uploads.portal, person: person)
        let refusals = try uploads.refusals([
            ["PLANS", "2026-27-Q1", "", "1"], ["VISITS", "2026-27-Q1", "", "", "", "7"],
        ])
        #expect(refusals.count == 1)
        #expect(refusals[0].contains("the figures of Plans in time are entered by others"))
    }

    @Test(arguments: [
        (EntryState.submitted, "waits for approval"), (.approved, "is approved"),
        (.published, "is published"),
    ])
    func `what cannot be changed now is refused, and left alone if it stays as it is`(
        state: EntryState, words: String
    ) throws {
        let uploads = try UploadPortal()
        try uploads.importRows([["PLANS", "2026-27-Q1", "", "7", "10"]])
        try uploads.portal.database().run("UPDATE return_entry SET state = \(state)")
        #expect(
            try uploads.refusals([["PLANS", "2026-27-Q1", "", "8", "10"]]).first?.contains(words)
                == true)
        #expect(try uploads.refusals([["PLANS", "2026-27-Q1", "", "7", "10.0"]]) == [])
    }

    @Test func `a closed round takes nothing`() throws {
        let uploads = try UploadPortal()
        try uploads.portal.database().run("UPDATE collection_round SET state = 'closed'")
        let refusals = try uploads.refusals([["PLANS", "2026-27-Q1", "", "8", "10"]])
        #expect(refusals.first?.contains("Q1 2026/27 are closed") == true)
    }

    @Test func `a cell says what is new, changed and unchanged`() throws {
        let uploads = try UploadPortal()
        try uploads.importRows([["PLANS", "2026-27-Q1", "", "1,000", "2000", "", "Final"]])
        _ = try uploads.preview(
            UploadPortal.csv([
                ["PLANS", "2026-27-Q1", "", "1000", "2001", "", "final", "Better"],
                ["MISSING", "2026-27-Q1", "SEN", "", "", "12"], ["CALM", "30/06/2026"],
            ]))
        let upload = try uploads.last()
        #expect(upload.counts == UploadCounts(new: 1, changed: 1, unchanged: 1, refused: 0))
        let rows = try uploads.portal.database().rows(
            ofUpload: upload.id, nil, from: 0, count: 9)
        #expect(rows[0].fields.fields == ["d": "2,001", "comment": "Better"])
        #expect(rows[0].before.fields == ["d": "2,000"])
        #expect(rows[1].fields.fields == ["v/SEN": "12"])
    }

    @Test func `an empty cell leaves what is there, and one word takes it away`() throws {
        let uploads = try UploadPortal()
        try uploads.importRows([["PLANS", "2026-27-Q1", "", "1", "2", "", "Final", "Words"]])
        try uploads.importRows([["PLANS", "2026-27-Q1", "", "", "3", "", "", "CLEAR"]])
        #expect(try uploads.content("PLANS").fields == ["n": "1", "d": "3", "figure": "final"])
    }

    @Test func `numbers are taken as a spreadsheet keeps them`() throws {
        let uploads = try UploadPortal()
        let rows: [[Cell]] = [
            [
                .text("PLANS"), .text("2026-27-Q1"), .blank, .number("41.0", .plain),
                .number("60.000000000000007", .plain), .blank, .text("Final"), .text("Words"),
                .date("2027-03-31"), .number("0.678", .percentage),
            ],
            [
                .text("CALM"), .date("2026-06-30"), .blank, .blank, .blank,
                .number("67.799999999999997", .plain),
            ],
            [
                .text("MISSING"), .text("2026-27-Q1"), .text("SEN"), .blank, .blank,
                .number("0.5", .percentage),
            ],
        ]
        for format in [WorkbookWriter.Format.xlsx, .ods] {
            _ = try uploads.preview(
                UploadPortal.xlsx(rows, format), name: format == .xlsx ? "f.xlsx" : "f.ods")
            let upload = try uploads.last()
            #expect(upload.problem == nil)
            let read = try uploads.portal.database().rows(
                ofUpload: upload.id, nil, from: 0, count: 9)
            try #require(read.count == 3)
            #expect(
                read[0].fields.fields == [
                    "n": "41", "d": "60", "figure": "final", "comment": "Words",
                    "by": "31 March 2027", "forecast": "67.8",
                ])
            #expect(read[1].fields.fields == ["v": "67.8"])
            #expect(read[2].refusals.first?.words.contains("percent sign") == true)
        }
    }

    @Test(arguments: [
        ("0.67800000000000005", 2, "67.8"), ("1e-07", 0, "0.0000001"), ("41.0", 0, "41"),
        ("-0.27", 0, "-0.27"), ("0.33333333333333331", 0, "0.33333333"),
        ("0.99999999999999", 0, "1"), ("0", 2, "0"), ("1E5", 0, "100000"), ("007", 0, "7"),
        ("12345678901234567890", 0, "12345678901234567890"), ("-0.000000001", 0, "0"),
        ("9.999999999", 0, "10"), ("nan", 0, "nan"), ("", 0, ""), ("1e400", 0, "1e400"),
    ])
    func `a number of a spreadsheet becomes plain decimals`(
        digits: String, places: Int, expected: String
    ) {
        #expect(UploadedNumber.plain(digits, movedBy: places) == expected)
    }

    @Test func `a number that is shared goes to every measure that uses it`() throws {
        let uploads = try UploadPortal()
        try uploads.importRows([
            ["PLANS", "2026-27-Q1", "", "30", "40", "", "Final"],
            ["AGREED", "2026-27-Q1", "", "20", "40", "", "Final"],
        ])
        #expect(try uploads.content("AGREED").fields == ["n": "20", "d": "40", "figure": "final"])
        #expect(try uploads.entry("PLANS").readiness == .ready)
    }

    @Test func `nonsense in every column is refused or kept as text, and never traps`() throws {
        let uploads = try UploadPortal()
        let nonsense = [
            "\u{1}\u{7}", "=1+1", "-", "%", "1e999", "٣", "<script>alert(1)</script>",
            String(repeating: "9", count: 400), "’; DROP TABLE person; --", "\u{202E}abc", "1/2",
            "CLEAR", String(repeating: "é", count: 10_000), "99/99/9999", "\u{0}x",
        ]
        let headings = UploadColumn.allCases.map(\.title)
        for text in nonsense {
            var rows: [[String]] = []
            for column in UploadColumn.allCases {
                var row = [String](repeating: "", count: headings.count)
                row[UploadColumn.code.rawValue] = "PLANS"
                row[UploadColumn.period.rawValue] = "2026-27-Q1"
                row[column.rawValue] = text
                rows.append(row)
            }
            let page = try uploads.preview(UploadPortal.csv(rows, headings: headings))
            #expect(page.status == .ok)
            _ = try page.page
        }
        #expect(uploads.portal.log.lines == [])
    }
}

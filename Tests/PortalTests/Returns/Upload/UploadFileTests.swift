import HTTPServer
import SQLite
import Scorecard
import Spreadsheet
import Testing

@testable import Portal

/// Files as a whole: which are read, and what is said of those that are not.
@Suite struct UploadFileTests {
    @Test(arguments: [
        ("", "Select a file"), ("a.pdf", "must be a CSV, XLSX or ODS"),
        ("a.xls", "must be a CSV, XLSX or ODS"), ("noname", "must be a CSV, XLSX or ODS"),
        ("a.csv", "The selected file is empty"),
    ])
    func `what is no file of figures is refused at once`(name: String, words: String) throws {
        let uploads = try UploadPortal()
        let answer = try uploads.send(name == "a.csv" || name.isEmpty ? [] : [65], name: name)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.text.contains(words))
    }

    @Test func `a file that is too large is told so`() throws {
        let uploads = try UploadPortal()
        let answer = try uploads.send(
            [UInt8](repeating: 65, count: UploadLimits.file + 1), name: "a.csv")
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.text.contains("must be smaller than 20MB"))
    }

    @Test(arguments: [
        ("a,b\n1,2\n", "Column 'Measure code' is missing"),
        ("Measure code,Top number\nPLANS,1\n", "Column 'Period' is missing"),
        ("Period,Top number\nPLANS,1\n", "Column 'Measure code' is missing"),
        ("Measure code,Period\nPLANS,1\n", "Column 'Value' is missing"),
        ("Measure code,Period,Top number,Numerator\n", "Column 'Numerator' is there twice"),
        ("\n\n", "is empty"), ("Measure code,Period,Value\n", "no rows below its headings"),
        ("<html><body>", "this is a web page"), ("%PDF-1.7", "this is a PDF"),
    ])
    func `a file that is not the template says what is missing`(
        text: String, words: String
    ) throws {
        let uploads = try UploadPortal()
        let page = try uploads.preview(Array(text.utf8))
        let upload = try uploads.last()
        #expect(upload.state == .unreadable)
        // Nothing can be made of it, so that it takes no room.
        #expect(try uploads.portal.database().file(ofUpload: upload.id) == nil)
        #expect(try page.text.contains("Nothing was imported"))
        let told = try page.text
        #expect(told.lowercased().contains(words.lowercased()), "\(told)")
    }

    @Test func `an old or locked workbook says how to save it`() throws {
        let uploads = try UploadPortal()
        _ = try uploads.preview([0xD0, 0xCF, 0x11, 0xE0, 0, 0], name: "old.xlsx")
        #expect(
            try uploads.last().problem?.contains("old kind (.xls), or one with a password") == true)
    }

    @Test func `columns are found under other names, in any order, below a title`() throws {
        let uploads = try UploadPortal()
        let text =
            "Figures of the quarter\n\nNotes,DENOMINATOR, period ,numerator,measure  CODE\n"
            + "x,40,q1 2026/27,30,plans\n,,,,\n\n"
        _ = try uploads.preview(Array(text.utf8))
        let upload = try uploads.last()
        #expect(upload.counts == UploadCounts(new: 1))
        #expect(upload.notes.contains { $0.contains("row 3") })
        #expect(upload.notes.contains("Columns that are not read: “Notes”."))
    }

    @Test func `text in Windows-1252 is understood, and said so`() throws {
        let uploads = try UploadPortal()
        var bytes = Array("Measure code;Period;Comment\nPLANS;2026-27-Q1;Caf".utf8)
        bytes.append(0xE9)
        _ = try uploads.preview(bytes)
        let upload = try uploads.last()
        #expect(upload.notes.first == "Read as CSV in Windows-1252.")
        let row = try uploads.portal.database().rows(
            ofUpload: upload.id, nil, from: 0, count: 1
        ).first
        #expect(row?.fields[.comment] == "Café")
    }

    @Test func `errors of cells are named`() throws {
        let uploads = try UploadPortal()
        let file = try UploadPortal.xlsx([
            [.text("PLANS"), .text("2026-27-Q1"), .blank, .boolean(true)]
        ])
        _ = try uploads.preview(file, name: "a.xlsx")
        let row = try uploads.portal.database().rows(
            ofUpload: uploads.last().id, nil, from: 0, count: 1
        ).first
        #expect(row?.refusals.first?.words == "'TRUE' is not a number")
    }

    @Test func `rows are pasted with their headings`() throws {
        let uploads = try UploadPortal()
        let answer = try uploads.officer.post(
            "/uploads/new",
            ["rows": "Measure code\tPeriod\tTop number\nPLANS\t2026-27-Q1\t4\n"])
        #expect(answer.status == .seeOther)
        uploads.runJobs()
        #expect(try uploads.last().counts == UploadCounts(new: 1))
        #expect(try uploads.last().format == .paste)
    }

    @Test(arguments: [
        ("../../etc/passwd.csv", "passwd.csv"), ("C:\\figures\\a.csv", "a.csv"),
        ("a\u{202E}b.csv", "ab.csv"),
    ])
    func `a file keeps its name without what it should not have`(
        name: String, kept: String
    ) throws {
        let uploads = try UploadPortal()
        _ = try uploads.send(UploadPortal.csv([]), name: name)
        #expect(try uploads.last().fileName == kept)
    }

    @Test func `a name without end is refused or cut`() throws {
        let uploads = try UploadPortal()
        let long = try uploads.send(
            UploadPortal.csv([]), name: String(repeating: "x", count: 10_000) + ".csv")
        #expect(long.status == .contentTooLarge)
        _ = try uploads.send(
            UploadPortal.csv([]), name: String(repeating: "x", count: 900) + ".csv")
        #expect(try uploads.last().fileName.count == 150)
    }

    @Test func `a file takes files only where it may, and only as a form`() throws {
        let uploads = try UploadPortal()
        let form = try uploads.officer.form(to: "/uploads/new", on: "/uploads/new")
        var request = UploadPortal.request([65], "a.csv", form, uploads.officer)
        request.headers.set("Content-Type", "text/csv")
        #expect(uploads.officer.ask(request).status == .unsupportedMediaType)
        var spoilt = form
        spoilt["csrf_token"] = "x"
        #expect(try uploads.send([65], fields: spoilt).status == .forbidden)
        spoilt = form
        spoilt["submission_key"] = nil
        #expect(try uploads.send(UploadPortal.csv([]), fields: spoilt).status == .forbidden)
    }

    @Test func `the template lists one's own figures, and reads back unchanged`() throws {
        let uploads = try UploadPortal()
        try uploads.importRows([["PLANS", "2026-27-Q1", "", "30", "40", "", "Final", "-1 is =x"]])
        for form in SheetForm.allCases {
            let answer = uploads.officer.get("/returns/template?format=\(form.rawValue)")
            #expect(answer.status == .ok)
            let page = try uploads.preview(answer.response.body, name: "t.\(form.rawValue)")
            #expect(page.status == .ok)
            let upload = try uploads.last()
            #expect(upload.problem == nil)
            // Five measures, and two groups of one of them.
            #expect(upload.counts == UploadCounts(unchanged: 7))
        }
        #expect(uploads.officer.get("/returns/template?format=doc").status == .notFound)
        #expect(uploads.officer.get("/returns/template?return=99").status == .notFound)
        #expect(uploads.officer.get("/returns/template?return=x").status == .notFound)
    }
}

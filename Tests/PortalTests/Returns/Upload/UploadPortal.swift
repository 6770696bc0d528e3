import HTTPServer
import SQLite
import Scorecard
import Spreadsheet
import Testing

@testable import Portal

/// Harbourside with an open round, an officer who sends files, and what works through them.
final class UploadPortal {
    let portal: TestPortal
    let entries: [ReturnEntry]
    var officer: TestMember
    private let jobs: UploadJobs

    init() throws {
        portal = try TestPortal.collecting()
        entries = try portal.openRound(by: portal.member("lea", .approver))
        officer = try portal.member("olu", .officer)
        jobs = UploadJobs(portal.settings) { [log = portal.log] in log.add($0) }
    }

    /// Does what the thread of the server does.
    func runJobs() { jobs.run() }

    /// The headings that most tests need.
    static let headings = [
        "Measure code", "Period", "Group code", "Top number", "Bottom number", "Value",
        "Figure is", "Comment", "By when", "Forecast",
    ]

    /// A CSV file of rows under those headings.
    static func csv(_ rows: [[String]], headings: [String] = headings) -> [UInt8] {
        var writer = CSVWriter()
        writer.write(headings)
        for row in rows { writer.write(row) }
        return writer.take()
    }

    /// A workbook of one sheet.
    static func xlsx(
        _ rows: [[Cell]], headings: [String] = headings, _ format: WorkbookWriter.Format = .xlsx
    ) throws -> [UInt8] {
        var writer = try WorkbookWriter(
            format, title: "T", created: "", sheets: [SheetLayout(name: "Figures", columns: [])])
        try writer.append(headings.map { WrittenCell(.text($0)) })
        for row in rows {
            try writer.append(
                row.map { cell in
                    if case .number(_, .percentage) = cell {
                        return WrittenCell(cell, .percentage(decimals: 1))
                    }
                    return WrittenCell(cell)
                })
        }
        return try writer.finish()
    }

    /// Sends a file as a browser does.
    func send(
        _ bytes: [UInt8], name: String = "figures.csv", as member: TestMember? = nil,
        fields: [String: String]? = nil
    ) throws -> Answer {
        var member = member ?? officer
        let form = try fields ?? member.form(to: "/uploads/new", on: "/uploads/new")
        return member.ask(Self.request(bytes, name, form, member))
    }

    static func request(
        _ bytes: [UInt8], _ name: String, _ fields: [String: String], _ member: TestMember
    ) -> Request {
        // Browsers part what they send by other words each time.
        let mark = "m\(UInt64.random(in: 0...UInt64.max))"
        var body: [UInt8] = []
        for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += Array(
                "--\(mark)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        body += Array(
            ("--\(mark)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\""
                + "\r\nContent-Type: application/octet-stream\r\n\r\n").utf8)
        body += bytes + Array("\r\n--\(mark)--\r\n".utf8)
        return Request(
            .post, "/uploads/new",
            headers: [
                "Accept": "text/html", "Host": "localhost",
                "Cookie": "session=\(member.token?.text ?? "")",
                "Content-Type": "multipart/form-data; boundary=\(mark)",
            ], body: body)
    }

    /// Sends a file and has it read; its page is the answer.
    func preview(_ bytes: [UInt8], name: String = "figures.csv") throws -> Answer {
        let sent = try send(bytes, name: name)
        try #require(sent.status == .seeOther)
        runJobs()
        return officer.get(sent.response.headers["Location"] ?? "")
    }

    /// The upload that was sent last.
    func last() throws -> Upload {
        let database = try portal.database()
        let id: Int64 = try #require(try database.first("SELECT max(id) FROM upload"))
        return try #require(try database.upload(id))
    }

    /// Sends rows, has them read and imported.
    @discardableResult
    func importRows(_ rows: [[String]]) throws -> Upload {
        _ = try preview(Self.csv(rows))
        let upload = try last()
        _ = try officer.post("/uploads/\(upload.id)", ["leave_out": "yes"])
        runJobs()
        return try last()
    }

    /// What an entry holds now.
    func content(_ measure: String) throws -> EntryContent {
        let entry = try portal.database().entries(.open, on: portal.settings.today())
            .first { $0.measure.facts.code == measure }
        return try #require(entry).content
    }

    func entry(_ measure: String) throws -> ReturnEntry {
        try #require(
            try portal.database().entries(
                .inStates(EntryState.allCases), on: portal.settings.today()
            ).first { $0.measure.facts.code == measure })
    }

    /// What is told of the rows that were refused.
    func refusals(_ rows: [[String]]) throws -> [String] {
        _ = try preview(Self.csv(rows))
        return try portal.database().rows(
            ofUpload: last().id, .refused, from: 0, count: 100
        ).flatMap { row in row.refusals.map { "\(row.number) \($0.column.title): \($0.words)" } }
    }
}

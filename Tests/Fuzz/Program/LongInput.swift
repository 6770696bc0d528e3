@testable import HTTPServer
@testable import Mustache
@testable import Portal
@testable import Scorecard
@testable import Spreadsheet

/// An input as long as the server or the loader lets it be, of a shape that a careless parser
/// goes through again and again.
struct LongInput {
    let name: String
    /// The longest, in bytes or in parts.
    let most: Int
    /// Makes an input of a length, and gives what reads it.
    let reading: (Int) -> () -> Void

    static var all: [LongInput] {
        heads + forms + typed + pasted + tables + sheets + archives + texts
    }

    /// Inputs that each say one text over and over.
    private static func each(
        _ name: String, _ most: Int, _ texts: [String], before: String = "",
        read: @escaping ([UInt8]) -> Void
    ) -> [LongInput] {
        texts.map { text in
            LongInput(name: "\(name) \(text.prefix(16).debugDescription)", most: most) { length in
                let part = Array(text.utf8)
                var bytes = Array(before.utf8)
                while bytes.count < length { bytes += part }
                return { [bytes] in read(bytes) }
            }
        }
    }
}

// What comes by HTTP.
extension LongInput {
    private static var heads: [LongInput] {
        let line = "GET / HTTP/1.1\r\nHost: a\r\n"
        let head = each("head", 32_000, ["a:b\r\n", "a: \t \t", ":"], before: line, read: send)
        let target = each("target", 8_000, ["/a/..", "/.", "%2e%2e/", "//"], before: "/") { bytes in
            // Any refusal is right.
            _ = try? RequestTarget(bytes.span, 0..<bytes.count, of: .get)
        }
        let chunks = each(
            "chunks", 1 << 20, ["1\r\na\r\n", "1;a=b\r\na\r\n", "f\r\naaaaaaaaaaaaaaa\r\n"],
            before: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", read: send)
        let fields = each(
            "field", 32_000,
            [", gzip", ";q=0", "\"a\", ", "for=1,", "1.2.3.4, ", "a=b; ", "\"\\\"", "0-1,"],
            read: FieldValuesFuzz.run)
        return head + target + chunks + fields
    }

    private static func send(_ bytes: [UInt8]) {
        var parser = RequestParser(limits: Limits())
        // Any refusal is right.
        _ = try? parser.parse(bytes.span, from: "::1")
    }

    private static var forms: [LongInput] {
        let forms = each("form", 1 << 20, ["a&", "a=b&", "%41", "%", "+", "=", "&"]) { bytes in
            let type: Headers = ["Content-Type": "application/x-www-form-urlencoded"]
            // Any refusal is right.
            _ = try? Request(.post, "/", headers: type, body: bytes).form()
            _ = Query(formEncoded: bytes)
        }
        let multipart = each(
            "multipart", 8 << 20, ["\n", "\r\n", "\r\n--", "\r\n--edg", "a", "\r\n--edge\r\n"],
            before: "--edge\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n"
        ) { bytes in
            let type: Headers = ["Content-Type": "multipart/form-data; boundary=edge"]
            // Any refusal is right.
            _ = try? MultipartForm(Request(.post, "/", headers: type, body: bytes))
        }
        return forms + multipart
    }
}

// What people type.
extension LongInput {
    private static var typed: [LongInput] {
        let numbers = each(
            "number", 256 << 10,
            ["1", "1,234", "1 ", " ", "-", "£", ".", "0", "(", "%", "\u{200B}", "½", "e"]
        ) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            // Any refusal is right.
            _ = try? DecimalInput(text)
            _ = try? MoneyInput(text)
            _ = UploadedNumber.plain(text)
        }
        let questions = each(
            "search", 1 << 20,
            ["a", " ", "a ", "\u{301}", "\"", "'s ", "fsm ", "\u{7}", "ß"], read: SearchFuzz.run)
        let codes = each(
            "code", 64 << 10, ["a", "#", "=", "A", "-", "_", "\u{2010}", "/", "?", "before=1&"]
        ) { bytes in
            CodeFuzz.run(bytes)
            AddressFuzz.run(bytes)
            DayFuzz.run(bytes)
            PeriodFuzz.run(bytes)
        }
        return numbers + questions + codes
    }

    private static var pasted: [LongInput] {
        each(
            "pasted", 200_000,
            ["\t", "\n", "\"", "\"\t", "\"a\n", "1\t", "a\t1\n", "\"\"\t", " ", "\u{301}"],
            read: PastedFuzz.run)
    }
}

// Files of tables.
extension LongInput {
    private static var tables: [LongInput] {
        let files = each(
            "CSV", 4 << 20,
            [
                ",", "\n", "\r", "\"", "\"\"", "a,", "a\n", "\"a\"\n", " ", "\u{A3}", ";|\t,",
                "\r\n", "\"a\" ",
            ],
            before: "Measure code,Period,Value\n", read: read)
        let list = LongInput(name: "list cell", most: 256 << 10) { length in
            let parts = (0..<length / 8).map { "part\($0)" }.joined(separator: ";")
            return { LoadFileFuzz.run(Array("a\n\(parts)\n".utf8)) }
        }
        let keys = LongInput(name: "keys", most: 64 << 10) { count in
            let rows = (0..<count / 8).map { "key\($0)" }.joined(separator: "\n")
            return {
                // Any refusal is right.
                _ = try? LoadFile(
                    name: "x.csv", bytes: Array("a\n\(rows)\n".utf8), columns: ["a"]
                ).refuseRepeats(of: ["a"])
            }
        }
        return files + [list, keys]
    }

    private static var sheets: [LongInput] {
        let cells = each(
            "sheet", 4 << 20,
            [
                "<c/>", "<c><v>1</v></c>", "<row/>", "<row><c><v>1</v></c></row>", "<!-- -->", " ",
                "<c t='inlineStr'><is><t>a</t></is></c>", "&amp;", "</row>", "<a ", "<![CDATA[",
                "<mergeCell ref='B1:B9'/>", "<c r='A1'/>",
            ]
        ) { read(Archives.excel(sheet: $0)) }
        let strings = each(
            "shared texts", 4 << 20, ["<si><t>a</t></si>", "<si>", "<t>", "a", "&lt;"]
        ) { read(Archives.excel(strings: $0)) }
        let styles = each(
            "styles", 1 << 20, ["<xf numFmtId='14'/>", "<numFmt numFmtId='1' formatCode='d'/>"],
            before: "<cellXfs>"
        ) { read(Archives.excel(styles: $0)) }
        let tables = each("tables", 1 << 20, ["<table:table/>", "<text:p/>", "<table:table>"]) {
            read(Archives.openDocument($0))
        }
        return cells + strings + styles + tables
    }

    private static var archives: [LongInput] {
        let behind = LongInput(name: "tables behind a long one", most: 400) { count in
            let row =
                "<table:table-row><table:table-cell office:value-type='string'><text:p>a"
                + "</text:p></table:table-cell></table:table-row>"
            let rows = String(repeating: row, count: 4_000)
            let others = String(repeating: "<table:table/>", count: count)
            let file = Archives.openDocument(
                Array("<table:table>\(rows)</table:table>\(others)".utf8))
            return { read(file) }
        }
        let merged = LongInput(name: "merged cells at the edge", most: 20_000) { count in
            let beyond = String(
                repeating: "<mergeCell ref='XFC1:XFD1048576'/>", count: count)
            let sheet =
                "<row r='1048576'><c><v>1</v></c></row></sheetData><mergeCells>\(beyond)"
                + "<mergeCell ref='AMJ1:XFD1048576'/></mergeCells><sheetData>"
            let file = Archives.excel(sheet: Array(sheet.utf8))
            return { read(file) }
        }
        let directory = LongInput(name: "directories", most: 60_000) { count in
            let record: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
            let file = [UInt8](repeating: 0x50, count: 4) + (0..<count / 4).flatMap { _ in record }
            return { read(file) }
        }
        let parts = LongInput(name: "parts", most: 2_000) { count in
            let file = Archives.stored((0..<count).map { ("part\($0)", []) })
            return { read(file) }
        }
        return [behind, merged, directory, parts]
    }

    private static func read(_ file: [UInt8]) {
        do throws(UploadProblem) {
            var workbook = try UploadWorkbook(file)
            while let row = try workbook.next() { _ = row.number }
        } catch {
            // A file of the wrong columns is still a file, whose sheets are looked through.
        }
        do throws(SheetError) {
            var rows = try Workbook(file).rows(ofSheet: 0)
            while let row = try rows.next() { _ = row.number }
        } catch {
            // Any refusal is right.
        }
    }
}

// What those who run a portal write, and what is kept.
extension LongInput {
    private static var texts: [LongInput] {
        let templates = each(
            "template", 256 << 10,
            [
                "{{a}}", "{{#a}}", "{{#a}}{{/a}}", "{{!", "{{", "{", " ", "\n", "{{! }}  ",
                "{{>part}}\n", "{{={{ }}=}}", "{{$a}}{{/a}}", "{{a.b.c}}", "{{^a}} {{/a}}\n",
            ]
        ) { bytes in
            // Any refusal is right.
            _ = try? Template(
                name: "page", String(decoding: bytes, as: UTF8.self), partials: ["part": "x"],
                reading: .specification
            ).render(["a": ["b": ["c": "x"]]])
        }
        let objects = each(
            "object", 1 << 20, ["\"a\":\"b\",", "\\n", "\\u0007", "a", "\u{2028}"],
            before: "{\"a\":\"", read: KeptFuzz.run)
        let settings = each(
            "settings", 256 << 10, ["#\n", "a", "=", "brand = #000000\n", "\r\n", " "],
            read: SettingsFuzz.run)
        let digits = String(repeating: "a", count: 64)
        let reports = each(
            "report", 4 << 20, ["<code id=\"fingerprint\">", digits, "<", "0"],
            before: "<code id=\"fingerprint\">\(digits)</code>"
        ) { bytes in
            _ = ReportFingerprint(in: bytes)?.isWhole(bytes)
        }
        return templates + objects + settings + reports
    }
}

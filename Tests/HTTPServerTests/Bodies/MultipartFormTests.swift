import Testing

@testable import HTTPServer

@Suite struct MultipartFormTests {
    static func form(
        _ body: String, type: String = "multipart/form-data; boundary=x",
        limits: FormLimits = FormLimits()
    ) throws(FormError) -> MultipartForm {
        let request = Request(.post, "/", headers: ["Content-Type": type], body: Array(body.utf8))
        return try MultipartForm(request, limits: limits)
    }

    /// What reading a form ends with: `ok`, or the status and the words of its error.
    static func outcome(_ read: () throws -> MultipartForm) -> String {
        do {
            _ = try read()
            return "ok"
        } catch {
            return "\((error as? FormError)?.status.rawValue ?? 0) \(error)"
        }
    }

    static let name = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"

    /// A form whose only part has these lines for its fields.
    static func part(_ lines: String, _ content: String = "1") -> String {
        "--x\r\n\(lines)\r\n\r\n\(content)\r\n--x--\r\n"
    }

    @Test func `fields and files are told apart`() throws {
        let form = try Self.form(
            "before\r\n" + Self.name + "one\r\ntwo\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"f\"; filename=\"C:\\dir\\a%22b.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n1,2\r\n\r\n--x--\r\nafter")
        #expect(form["a"] == "one\r\ntwo")
        #expect(form["f"] == nil)
        let file = try #require(form.file("f"))
        #expect(file.name == "a\"b.csv")
        #expect(file.contentType == "text/csv")
        #expect(file.content.bytes == Array("1,2\r\n".utf8))
        #expect(file.isChosen)
    }

    static let types: [(String, String)] = [
        // RFC 9110, 5.6.6; RFC 2046, 5.1.1 for the boundary.
        ("multipart/form-data; boundary=x", "ok"), ("Multipart/Form-Data;Boundary=\"x\"", "ok"),
        ("multipart/form-data; charset=utf-8; boundary=x", "ok"),
        ("multipart/form-data ; boundary=x ;", "ok"),
        ("multipart/form-data", "400 Content-Type has no boundary"),
        ("multipart/form-data; boundary=\"x", "400 Content-Type cannot be understood"),
        ("multipart/form-data; boundary=", "400 Content-Type cannot be understood"),
        ("multipart/form-data; boundary=x y", "400 Content-Type cannot be understood"),
        ("multipart/form-data; boundary=x; boundary=y", "400 Content-Type cannot be understood"),
        ("multipart/form-data; boundary=\"\"", "400 the boundary must have 1 to 70 characters"),
        (
            "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
            "400 the boundary must have 1 to 70 characters"
        ),
        (
            "multipart/form-data; boundary=\"x \"",
            "400 the boundary has a character that none may have"
        ),
        ("multipart/form-data; boundary=x*", "400 the boundary has a character that none may have"),
        (
            "multipart/form-data; boundary=\"x\"; charset=latin1",
            "415 a form must be in UTF-8"
        ),
        ("text/plain; boundary=x", "415 the content is not multipart/form-data"),
        ("multipart/mixed; boundary=x", "415 the content is not multipart/form-data"),
        ("application/x-www-form-urlencoded", "415 the content is not multipart/form-data"),
    ]

    @Test(arguments: types)
    func `the type says where parts end`(_ type: String, _ expected: String) {
        let outcome = Self.outcome {
            try Self.form(Self.name + "1\r\n--x--\r\n", type: type)
        }
        #expect(outcome == expected)
    }

    static let delimiters: [(String, String)] = [
        // RFC 2046, 5.1.1.
        ("", "400 the content is empty"), ("x", "400 no part begins anywhere"),
        ("a--x\r\n", "400 no part begins anywhere"),
        ("--x", "400 part 1: no line end after its delimiter, at byte 3"),
        ("--x-", "400 part 1: no line end after its delimiter, at byte 3"),
        ("--x\n", "400 part 1: no line end after its delimiter, at byte 3"),
        ("--xy\r\nvalue\r\n--x--", "400 part 1: no line end after its delimiter, at byte 3"),
        (name + "1\r\n--x \r", "400 part 2: no line end after its delimiter, at byte 56"),
        (name + "1\r\n--x--1", "400 no line end after the last delimiter, at byte 57"),
        ("--x--", "ok"), ("--x--\r\n", "ok"), ("before\r\n--x-- \t\r\nafter", "ok"),
        (name + "1\r\n--x--", "ok"), (name + "--x--", "ok"), (name + "\r\n--x--", "ok"),
        (name + "1\r\n--x \t\r\n" + name.dropFirst("--x\r\n".count) + "\r\n--x--", "ok"),
        ("--x\r\n", "400 part 1: no blank line after its fields, at byte 5"),
        ("--x\r\nA: b\r\n", "400 part 1: no blank line after its fields, at byte 11"),
        (name, "400 part 1 («a»): cut off: no delimiter follows, at byte 49"),
        (name + "value\n--x--", "400 part 1 («a»): cut off: no delimiter follows, at byte 60"),
        (name + "value\r\n--X--", "400 part 1 («a»): cut off: no delimiter follows, at byte 61"),
        (
            name + "1\r\n" + name + String(repeating: "-", count: 2000),
            "400 part 2 («a»): cut off: no delimiter follows, at byte 2,101"
        ),
        (
            name + "1\r\n--x\r\nContent-Disposition: form-data; name=\"evidence\"\r\n",
            "400 part 2 («evidence»): no blank line after its fields, at byte 106"
        ),
    ]

    @Test(arguments: delimiters)
    func `what is cut off or out of order is refused`(_ body: String, _ expected: String) {
        #expect(Self.outcome { try Self.form(body) } == expected)
    }

    static let disposition = "Content-Disposition: form-data; name=\"a\""

    static let heads: [(String, String)] = [
        // RFC 7578, 4.2: form-data with a name, once.
        ("", "no Content-Disposition, at byte 5"), ("A: b", "no Content-Disposition, at byte 5"),
        ("Content-Disposition: form-data", "no name, at byte 26"),
        (
            "Content-Disposition: attachment; name=\"a\"",
            "Content-Disposition is not form-data, at byte 26"
        ),
        (
            "Content-Disposition: form-data; name=a; Name=b",
            "Content-Disposition has a parameter twice, at byte 26"
        ),
        (
            "Content-Disposition: form-data; name=\"a",
            "Content-Disposition cannot be understood, at byte 26"
        ),
        (
            "Content-Disposition: form-data; name=a"
                + (0..<16).map { "; a\($0)=b" }.joined(),
            "Content-Disposition cannot be understood, at byte 26"
        ),
        (
            "Content-Disposition: form-data; name",
            "Content-Disposition cannot be understood, at byte 26"
        ),
        (disposition + "\r\n" + disposition, "(«a») two Content-Dispositions, at byte 68"),
        // Lines as RFC 9112, 5 has them.
        (
            "Content-Disposition : form-data; name=a",
            "a line that is no field (field name), at byte 5"
        ),
        ("Content-Disposition", "a line that is no field (field name), at byte 5"),
        (disposition + "\r\nA: b\u{0}", "(«a») a line that is no field (field value), at byte 47"),
        (disposition + "\u{1}", "a line that is no field (field value), at byte 5"),
        (disposition + "; x=\"\r\"", "a line that is no field (field value), at byte 5"),
        (disposition + ";\r\n filename=b", "(«a») a folded line, at byte 48"),
        (disposition + "\nA: b", "a line that ends without CR, at byte 45"),
        // RFC 7578, 4.3, 4.4 and 4.7.
        (
            disposition + "\r\nContent-Type: Multipart/Mixed; boundary=y",
            "(«a») parts within a part, at byte 61"
        ),
        (
            disposition + "\r\nContent-Type: text plain",
            "(«a») Content-Type cannot be understood, at byte 61"
        ),
        (
            disposition + "\r\nContent-Type: text/plain\r\nContent-Type: text/plain",
            "(«a») two Content-Types, at byte 87"
        ),
        (
            disposition + "\r\nContent-Transfer-Encoding: base64",
            "(«a») Content-Transfer-Encoding is not 7bit, 8bit or binary, at byte 74"
        ),
    ]

    @Test(arguments: heads)
    func `a part says properly what it is`(_ lines: String, _ expected: String) {
        let outcome = Self.outcome { try Self.form(Self.part(lines)) }
        let parts = expected.split(separator: ") ", maxSplits: 1)
        let isNamed = expected.hasPrefix("(")
        #expect(
            outcome == "400 part 1" + (isNamed ? " \(parts[0])): \(parts[1])" : ": \(expected)"))
    }

    @Test(arguments: [
        // A name by its parameter, as typed.
        ("name=a", "a"), ("NAME=\"\"", ""), ("name=\"a%22b\"", "a\"b"), ("name=\"a\\\"b\"", "a\"b"),
        ("name=\"a%0D%0Ab\"", "a  b"), ("name=\"a%41%\"", "a%41%"), ("name=\"a\tb\"", "a b"),
        ("name=\"a\\b\"", "a\\b"), ("x=1;name=\"ä; b\"", "ä; b"),
        ("name*=UTF-8''b; name=a", "a"),
    ])
    func `a name is what was typed`(_ parameters: String, _ name: String) throws {
        let form = try Self.form(Self.part("Content-Disposition: form-data; " + parameters))
        #expect(form.fields == [Query.Pair(name: name, value: "1")])
    }

    @Test(arguments: [
        ("filename=\"a.csv\"", "a.csv"), ("filename=\"../../etc/passwd\"", "passwd"),
        ("filename=\"C:\\dir\\a.csv\"", "a.csv"),
        // To Swift a backslash and an accent after it are one character.
        ("filename=\"C:\\\u{301}a.csv\"", "\u{301}a.csv"), ("filename=\"\"", ""),
        ("filename=\"a/\"", "a"),
        // RFC 7578, 4.2: the starred form is not for forms.
        ("filename*=UTF-8''b.csv; filename=\"a.csv\"", "a.csv"),
    ])
    func `a file's name has no folders`(_ parameters: String, _ name: String) throws {
        let file = try #require(
            try Self.form(Self.part(Self.disposition + "; " + parameters)).file("a"))
        #expect(file.name == name)
        #expect(file.contentType == "application/octet-stream")
    }

    @Test func `bytes that are not UTF-8 are repaired`() throws {
        let body = Array(Self.part(Self.disposition.dropLast() + "\u{1}\"", "\u{1}").utf8)
        let request = Request(
            .post, "/", headers: ["Content-Type": "multipart/form-data; boundary=x"],
            body: body.map { $0 == 1 ? 0xff : $0 })
        let form = try MultipartForm(request)
        #expect(form.fields == [Query.Pair(name: "a\u{fffd}", value: "\u{fffd}")])
    }

    @Test(arguments: [
        (part("Content-Disposition: form-data; name=\"_charset_\"", "UTF-8"), true),
        (part("Content-Disposition: form-data; name=\"_charset_\"", "windows-1252"), false),
        (part(disposition + "\r\nContent-Type: text/plain; charset=utf-8"), true),
        (part(disposition + "\r\nContent-Type: text/plain; charset=\"latin1\""), false),
        (part(disposition + "; filename=a\r\nContent-Type: text/csv; charset=latin1"), true),
        (part(disposition + "\r\nContent-Transfer-Encoding: Binary"), true),
    ])
    func `text is in UTF-8, files are as they are`(_ body: String, _ isGood: Bool) {
        let outcome = Self.outcome { try Self.form(body) }
        #expect(isGood ? outcome == "ok" : outcome.hasPrefix("415 part 1"), "\(outcome)")
    }

    static let bounds: [(String, String)] = [
        (part(disposition), "ok"),
        (part(disposition) + part(disposition), "ok"),
        (name + "1\r\n" + name + "1\r\n" + part(disposition), "413 more than 2 parts"),
        (
            part(disposition + "\r\nA: " + String(repeating: "b", count: 100)),
            "413 part 1 («a»): fields of more than 100 bytes, at byte 5"
        ),
        (
            part("A: " + String(repeating: "b", count: 100)).prefix(106) + "",
            "413 part 1: fields of more than 100 bytes, at byte 5"
        ),
        (
            part("Content-Disposition: form-data; name=abcdef"),
            "413 part 1: a name of more than 5 bytes, at byte 26"
        ),
        (
            part(disposition + "; filename=abcdef"),
            "413 part 1: a name of more than 5 bytes, at byte 26"
        ),
        (part(disposition, "1234567"), "ok"),
        (
            part(disposition, "12345678"),
            "413 part 1 («a»): a field of more than 7 bytes, at byte 49"
        ),
        (part(disposition + "; filename=a", "123456789"), "ok"),
        (
            part(disposition + "; filename=a", "1234567890"),
            "413 part 1 («a»): a file of more than 9 bytes, at byte 61"
        ),
    ]

    @Test(arguments: bounds)
    func `what goes beyond its bounds is refused`(_ body: String, _ expected: String) {
        var limits = FormLimits()
        limits.parts = 2
        limits.partHead = 100
        limits.name = 5
        limits.field = 7
        limits.file = 9
        let outcome = Self.outcome {
            try Self.form(body, limits: limits)
        }
        #expect(outcome == expected)
    }

    @Test func `any beginning of a form is refused`() throws {
        let whole = Array((Self.name + "1\r\n" + Self.name + "2\r\n--x--").utf8)
        for count in 0..<whole.count {
            #expect(throws: FormError.self) {
                try Self.form(String(decoding: whole[..<count], as: UTF8.self))
            }
        }
        #expect(try Self.form(String(decoding: whole, as: UTF8.self)).fields.count == 2)
    }
}

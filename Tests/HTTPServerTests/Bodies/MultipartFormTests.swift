import Testing

@testable import HTTPServer

@Suite struct MultipartFormTests {
    static func form(
        _ body: String, type: String = "multipart/form-data; boundary=x"
    ) throws(FormError) -> MultipartForm {
        try MultipartForm(
            Request(.post, "/", headers: ["Content-Type": type], body: Array(body.utf8)))
    }

    static let name = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"

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
        #expect(file.bytes == Array("1,2\r\n".utf8))
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=x", true), ("Multipart/Form-Data;Boundary=\"x\"", true),
        ("multipart/form-data; charset=utf-8; boundary=x", true), ("multipart/form-data", false),
        ("multipart/form-data; boundary=\"x", false), ("multipart/form-data; boundary=", false),
        ("text/plain; boundary=x", false), ("application/x-www-form-urlencoded", false),
    ])
    func `the type says where parts end`(_ type: String, _ isGood: Bool) {
        let form = try? Self.form(Self.name + "1\r\n--x--\r\n", type: type)
        #expect((form?["a"] == "1") == isGood)
    }

    @Test(arguments: [
        "", "x", "--x", "--x\r\n", "--x\r\n\r\n", name, name + "value", name + "value--x--",
        "--x\r\n\r\nvalue\r\n--x--", "--xy\r\nvalue\r\n--x--",
        "--x\nContent-Disposition: form-data",
        "--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--x--",
        "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--",
        "--x\r\nContent-Disposition : form-data; name=a\r\n\r\n1\r\n--x--",
        "--x\r\nA: " + String(repeating: "b", count: 9000) + "\r\n\r\n1\r\n--x--",
    ])
    func `what is cut off or out of order is refused`(_ body: String) {
        #expect(throws: FormError.malformed) { try Self.form(body) }
    }

    @Test func `more parts than anyone fills in are refused`() {
        let body = String(repeating: Self.name + "1\r\n", count: MultipartForm.partLimit + 1)
        #expect(throws: FormError.tooManyParts) { try Self.form(body + "--x--") }
    }

    @Test func `any beginning of a form is refused or read, and stops nothing`() throws {
        let whole = Array((Self.name + "1\r\n" + Self.name + "2\r\n--x--").utf8)
        for count in 0..<whole.count {
            _ = try? Self.form(String(decoding: whole[..<count], as: UTF8.self))
        }
        #expect(try Self.form(String(decoding: whole, as: UTF8.self)).fields.count == 2)
    }
}

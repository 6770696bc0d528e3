import Charts
import Testing

struct QRCodeTests {
    private static let address = """
        otpauth://totp/Harbourside:anna?secret=GEZDGNBVGY3TQOJQ&issuer=Harbourside
        """

    private static func code(_ text: String = address, id: String = "code") throws -> Markup {
        let code = QRCode(
            text, id: id, title: "Code for an authenticator app", alternative: "Holds the key.")
        return try Markup(try #require(code).svg())
    }

    @Test func `the drawing is as large as its modules and the quiet zone`() throws {
        let svg = try Self.code().all("svg", "qr")
        #expect(svg.attribute("viewBox") == ["0 0 45 45"])
        #expect(svg.attribute("width") == ["180"])
        #expect(svg.attribute("height") == ["180"])
    }

    @Test func `the ground is drawn first, and is as large as the drawing`() throws {
        let marks = try Self.code().elements.filter { ["rect", "path"].contains($0.name) }
        #expect(marks.map { $0.attributes["class"] } == ["qr-light", "qr-dark"])
        let ground = try #require(marks.first).attributes
        #expect(["x", "y", "width", "height"].map { ground[$0] } == ["0", "0", "45", "45"])
    }

    @Test func `the code has a name and says what it is for`() throws {
        let code = try Self.code(id: "two factors")
        let svg = try #require(code.all("svg").first).attributes
        #expect(svg["role"] == "img")
        #expect(svg["focusable"] == "false")
        #expect(svg["aria-labelledby"] == "two-factors-t two-factors-d")
        #expect(code.all("title").attribute("id") == ["two-factors-t"])
        #expect(code.all("desc").attribute("id") == ["two-factors-d"])
        #expect(code.texts == ["Code for an authenticator app", "Holds the key."])
    }

    @Test func `the drawing holds neither the text nor what would break out of it`() throws {
        let hostile = "</title><script onload=\"x\" style='y'>&\u{0}\u{1F}"
        let code = try #require(
            QRCode(Self.address, id: hostile, title: hostile, alternative: hostile))
        let markup = try Markup(code.svg())
        #expect(markup.elements.map(\.name) == ["svg", "title", "desc", "rect", "path"])
        let attributes = Set(markup.elements.flatMap(\.attributes.keys))
        #expect(!attributes.contains { $0 == "style" || $0.hasPrefix("on") })
        #expect(!code.svg().contains("GEZDGNBVGY3TQOJQ"))
    }

    @Test(arguments: QRSymbolExample.best.indices)
    func `the path has a run for all dark modules side by side, inside the quiet zone`(
        index: Int
    ) throws {
        let example = QRSymbolExample.best[index]
        let path = try #require(try Self.code(example.text).all("path").attribute("d").first)
        let side = 17 + 4 * example.version
        var rows = Array(repeating: UInt64(0), count: side)
        for run in path.split(separator: "M") {
            let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
            try #require(numbers.count == 5)
            #expect(run == "\(numbers[0]) \(numbers[1])h\(numbers[2])v1h-\(numbers[2])")
            let end = side - (numbers[0] - 4) - numbers[2]
            rows[numbers[1] - 4] |= ((1 << numbers[2]) - 1) << end
        }
        #expect(rows.map { String($0, radix: 16) }.joined(separator: " ") == example.rows)
        #expect(path.hasPrefix("M4 4h7v1h-7M"))
    }

    @Test func `a code is small`() throws {
        let text = String(repeating: "x", count: 213)
        let code = try #require(QRCode(text, id: "x", title: "X", alternative: "X."))
        #expect(code.svg().utf8.count < 12_000)
    }

    @Test func `nothing, or more than fits, is no code`() {
        for count in [0, 2332, 100_000] {
            let text = String(repeating: "x", count: count)
            #expect(QRCode(text, id: "x", title: "X", alternative: "X.") == nil)
        }
        let longest = String(repeating: "x", count: 2331)
        #expect(QRCode(longest, id: "x", title: "X", alternative: "X.") != nil)
    }

    @Test func `a character beyond ASCII is as long as its bytes`() {
        let text = String(repeating: "€", count: 778)
        #expect(QRCode(text, id: "x", title: "X", alternative: "X.") == nil)
        #expect(QRCode(String(text.dropLast()), id: "x", title: "X", alternative: "X.") != nil)
    }
}

import Testing

@testable import Charts

struct MarkupBytesTests {
    @Test(arguments: [
        (0, "0"), (-0.04, "0"), (7.96, "8"), (12.34, "12.3"), (12.35, "12.4"), (-3.25, "-3.3"),
        (100, "100"), (1234.5, "1234.5"), (0.1, "0.1"), (-0.1, "-0.1"), (9.95, "10"),
        (.nan, "0"), (.infinity, "0"), (-.infinity, "0"), (1e300, "0"),
    ])
    func `a number has one decimal at most`(value: Double, written: String) {
        var page: [UInt8] = []
        page.number(value)
        #expect(String(decoding: page, as: UTF8.self) == written)
    }

    @Test(arguments: [
        ("SEN & <b>", "SEN &amp; &lt;b&gt;"), ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"),
        ("−0.24 é ’", "−0.24 é ’"), ("a\u{0}b\u{1B}c\u{7F}d", "abcd"), ("", ""),
    ])
    func `text from outside stays text`(text: String, written: String) {
        var page: [UInt8] = []
        page.escaped(text)
        #expect(String(decoding: page, as: UTF8.self) == written)
    }

    @Test func `a diamond is centred on its place`() {
        var page: [UInt8] = []
        page.diamond("g-comp-dot", at: Place(x: 46, y: 175.7), radius: 4.5)
        let written = String(decoding: page, as: UTF8.self)
        #expect(
            written == #"<path class="g-comp-dot" d="M46 171.2l4.5 4.5l-4.5 4.5l-4.5 -4.5z"/>"#)
    }
}

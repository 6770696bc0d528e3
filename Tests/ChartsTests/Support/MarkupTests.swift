import Testing

struct MarkupTests {
    @Test(arguments: [
        "<g>", "</g>", "<g><a></g></a>", "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a>x & y</a>",
        "<a b=\"<\"/>", "<a", "<1/>", "<a>\u{1}</a>",
    ])
    func `what no parser would take is refused`(text: String) {
        #expect(throws: Markup.Fault.self) { try Markup(text) }
    }

    @Test func `what is in order is read`() throws {
        let markup = try Markup("<a b=\"1\"><c/>x &amp; y</a>")
        #expect(markup.all("a") == [.init(name: "a", attributes: ["b": "1"])])
        #expect(markup.texts == ["x &amp; y"])
    }
}

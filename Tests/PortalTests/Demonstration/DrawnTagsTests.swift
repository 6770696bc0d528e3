import Testing

@testable import Portal

@Suite struct DrawnTagsTests {
    private func tags(_ page: String) -> [String] {
        var tags = DrawnTags(Array(page.utf8))
        var found: [String] = []
        while let tag = tags.next() {
            let attributes = tag.attributes.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            found.append(([(tag.isEnd ? "/" : "") + tag.name] + attributes).joined(separator: " "))
        }
        return found
    }

    @Test(arguments: [
        (#"<p class="a b">x</p>"#, ["p class=a b", "/p"]),
        (#"<input name="n" checked value="a > b">"#, ["input checked= name=n value=a > b"]),
        ("<br/><HR >", ["br", "hr"]),
        ("a < b <", []),
        (#"<a href="/x?a=1&amp;b=2">"#, ["a href=/x?a=1&b=2"]),
        (#"<a title="&#39;&lt;&#8217;&who;&">"#, ["a title='<’&who;&"]),
        (#"<a href="unended"#, ["a href= unended="]),
    ])
    func `tags are read as our pages write them`(page: String, found: [String]) {
        #expect(tags(page) == found)
    }

    @Test func `the text behind a tag is read to the next one`() {
        var tags = DrawnTags(Array("<p>Salt &amp; tide<br>".utf8))
        _ = tags.next()
        #expect(tags.text() == "Salt & tide")
        #expect(tags.next()?.name == "br")
        #expect(tags.text() == "")
    }
}

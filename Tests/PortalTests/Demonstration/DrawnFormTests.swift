import Testing

@testable import Portal

@Suite struct DrawnFormTests {
    private static let page = """
        <!DOCTYPE html><html><body><form method="get" action="/search"><input name="q"></form>
        <form id="f" method="post" action="/rooms" novalidate>
        <input type="hidden" name="key" value="a&amp;b">
        <label for="n">Name</label><input id="n" name="name" type="text" value="Kit &quot;K&quot;">
        <input type="text" name="service" list="known"><datalist id="known"><option value="Ours"></datalist>
        <textarea name="note" rows="2">
        One &lt;line&gt;</textarea>
        <select name="size"><option value="s">Small</option><option value="l" selected>Large</option></select>
        <input type="checkbox" name="day" value="mon" checked><input type="checkbox" name="day" value="tue">
        <input type="radio" name="way" value="up"><input type="radio" name="way" value="down">
        <button type="submit" name="do" value="draft">Save</button><button name="do" value="send">Send</button>
        </form>
        <form method="post"><input name="other" value="1"></form></body></html>
        """

    private var form: DrawnForm {
        get throws { try #require(DrawnForm.all(Array(Self.page.utf8), at: "/here").first) }
    }

    private func sent(_ form: DrawnForm) -> [String] {
        form.pairs.map { "\($0.name)=\($0.value)" }
    }

    @Test func `forms that are sent by POST are found, each with where it goes`() {
        let forms = DrawnForm.all(Array(Self.page.utf8), at: "/here")
        #expect(forms.map(\.action) == ["/rooms", "/here"])
    }

    @Test func `what nobody touches is sent as it was drawn`() throws {
        #expect(
            sent(try form) == [
                "key=a&b", "name=Kit \"K\"", "service=", "note=One <line>", "size=l", "day=mon",
            ])
    }

    @Test func `texts are typed, lists chosen from, boxes ticked and buttons pressed`() throws {
        var form = try form
        try form.fill("name", "Åse")
        try form.fill("size", "s")
        try form.fill("day", "tue")
        try form.fill("way", "down")
        try form.fill("do", "send")
        #expect(
            sent(form) == [
                "key=a&b", "name=Åse", "service=", "note=One <line>", "size=s", "day=tue",
                "way=down", "do=send",
            ])
    }

    @Test func `boxes can all be ticked, or none`() throws {
        var form = try form
        try form.fill("day", form.choices("day").joined(separator: "\n"))
        #expect(sent(form).filter { $0.hasPrefix("day") } == ["day=mon", "day=tue"])
        try form.fill("day", "")
        #expect(!sent(form).contains { $0.hasPrefix("day") })
    }

    @Test(arguments: [
        ("size", "xl"), ("day", "wed"), ("way", "left"), ("do", "drop"), ("age", "9"),
    ])
    func `what the page does not offer cannot be filled in`(name: String, text: String) throws {
        var form = try form
        #expect(throws: DemonstrationFault.self) { try form.fill(name, text) }
    }

    @Test func `it is sent as a browser writes it`() throws {
        var form = try form
        for name in ["key", "name", "note", "size", "day"] where name != "size" {
            try form.fill(name, "")
        }
        try form.fill("service", "A & B+é")
        #expect(
            String(decoding: form.body, as: UTF8.self)
                == "key=&name=&service=A+%26+B%2B%C3%A9&note=&size=l")
    }
}

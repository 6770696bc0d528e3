import Charts
import Testing

struct StatusBarTests {
    @Test func `a bar is written exactly so`() {
        let bar = StatusBar(off: 1, close: 0, on: 3, notJudged: 0, width: 202)
        #expect(
            bar.svg() == """
                <svg class="mix" viewBox="0 0 202 9" preserveAspectRatio="none" \
                aria-hidden="true" focusable="false">\
                <rect class="mix-off" x="0" y="0" width="50" height="9"/>\
                <rect class="mix-on" x="52" y="0" width="150" height="9"/></svg>
                """)
    }

    @Test(arguments: [
        (1, 2, 4, 2), (0, 0, 1, 0), (1, 1, 1, 1), (1, 0, 0, 900), (1, 1, 1, 5000), (0, 3, 0, 0),
    ])
    func `the parts fill the bar, worst first, and none is too thin to see`(
        off: Int, close: Int, on: Int, notJudged: Int
    ) throws {
        let bar = StatusBar(off: off, close: close, on: on, notJudged: notJudged)
        let parts = try Markup(bar.svg()).all("rect")
        let widths = parts.compactMap { $0.attributes["width"].flatMap(Double.init) }
        let gaps = 2 * Double(parts.count - 1)
        #expect(abs(widths.reduce(0, +) + gaps - 260) < 0.3)
        #expect(widths.allSatisfy { $0 >= 2 })
        let order = ["mix-off", "mix-near", "mix-on", "mix-none"]
        let drawn = parts.compactMap { $0.attributes["class"] }
        #expect(drawn == order.filter(drawn.contains))
    }

    @Test func `nothing counted is nothing drawn`() {
        #expect(StatusBar(off: 0, close: -3, on: 0, notJudged: 0).svg() == "")
    }

    @Test func `a bar is never narrower than its gaps`() throws {
        let bar = StatusBar(off: 1, close: 1, on: 1, notJudged: 1, width: -5)
        #expect(try Markup(bar.svg()).all("rect").allSatisfy { $0.attributes["width"] == "3.5" })
    }
}

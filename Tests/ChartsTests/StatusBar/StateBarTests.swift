import Charts
import Testing

struct StateBarTests {
    @Test func `a bar is written exactly so`() {
        let bar = StateBar(
            [
                StateBar.Part(look: "far-done", count: 1),
                StateBar.Part(look: "far-none", count: 0),
                StateBar.Part(look: "far-open", count: 3),
            ], width: 202)
        #expect(
            bar.svg() == """
                <svg class="mix" viewBox="0 0 202 9" preserveAspectRatio="none" \
                aria-hidden="true" focusable="false">\
                <rect class="far-done" x="0" y="0" width="50" height="9"/>\
                <rect class="far-open" x="52" y="0" width="150" height="9"/></svg>
                """)
    }

    @Test func `nothing is drawn of nothing`() {
        #expect(StateBar([StateBar.Part(look: "far-done", count: -1)]).svg() == "")
    }
}

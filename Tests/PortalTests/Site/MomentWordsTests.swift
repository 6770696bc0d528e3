import Testing

@testable import Portal

@Suite struct MomentWordsTests {
    /// As `TZ=Europe/London date -d @…` has them.
    @Test(arguments: [
        (0, "1 January 1970 at 00:00"), (1_795_278_840, "21 November 2026 at 16:34"),
        // Around the changes of 29 March and 25 October 2026.
        (1_774_745_999, "29 March 2026 at 00:59"), (1_774_746_000, "29 March 2026 at 02:00"),
        (1_792_889_999, "25 October 2026 at 01:59"), (1_792_890_000, "25 October 2026 at 01:00"),
        (1_784_156_400, "16 July 2026 at 00:00"),
    ])
    func `moments are told in the time of the United Kingdom`(_ moment: Int, _ words: String) {
        #expect(MomentWords.dayAndTime(moment) == words)
    }

    @Test func `files have the time of the whole world`() {
        #expect(MomentWords.code(1_784_156_400) == "2026-07-15T23:00Z")
        #expect(MomentWords.code(-60) == "1969-12-31T23:59Z")
    }
}

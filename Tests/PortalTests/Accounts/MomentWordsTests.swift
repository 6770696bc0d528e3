import Testing

@testable import Portal

@Suite struct MomentWordsTests {
    /// Reckoned with `TZ=Europe/London date --date=@…`.
    @Test(arguments: [
        (1_767_225_600, "1 January 2026, 12:00am"),
        (1_795_270_920, "21 November 2026, 2:22pm"),
        (1_774_745_999, "29 March 2026, 12:59am"),
        (1_774_746_000, "29 March 2026, 2:00am"),
        (1_792_889_999, "25 October 2026, 1:59am"),
        (1_792_890_000, "25 October 2026, 1:00am"),
        (1_782_907_205, "1 July 2026, 1:00pm"),
    ])
    func `a moment is told by the clocks of the United Kingdom`(seconds: Int, words: String) {
        #expect(Wording.moment(seconds) == words)
    }
}

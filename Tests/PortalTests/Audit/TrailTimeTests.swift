import Testing

@testable import Portal

@Suite struct TrailTimeTests {
    /// By `date --utc --date=@…`.
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (-86_400, "1969-12-31T00:00:00Z"), (1_795_305_599, "2026-11-21T23:59:59Z"),
        (.max, "9999-12-31T15:30:07Z"), (.min, "0001-01-01T08:29:52Z"),
    ])
    func `a moment is told by UTC`(seconds: Int, text: String) {
        #expect(TrailTime(seconds: seconds).description == text)
    }
}

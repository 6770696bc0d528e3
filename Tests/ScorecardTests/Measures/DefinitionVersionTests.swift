import Scorecard
import Testing

@Suite struct DefinitionVersionTests {
    @Test func `a change of definition breaks the series at its first period`() throws {
        let first = try period("2015-16-AY")
        let version = DefinitionVersion(
            first: first, definition: "missing 10% or more", change: "the threshold became 10%")
        #expect(
            version.seriesBreak == SeriesBreak(first: first, reason: "the threshold became 10%"))
    }

    @Test func `the first definition breaks nothing`() throws {
        let version = DefinitionVersion(
            first: try period("2006-07-AY"), definition: "missing 15% or more")
        #expect(version.seriesBreak == nil)
    }
}

import Scorecard
import Testing

@Suite struct EntryFlagTests {
    @Test(
        arguments: [
            (EntryFlag.final, "Final", .final), (.provisional, "Provisional", .provisional),
            (.estimated, "Estimated", .estimated), (.nothing, "Nothing to report", nil),
        ] as [(EntryFlag, String, FigureStatus?)])
    func `a flag has its words and the status of its figure`(
        flag: EntryFlag, words: String, status: FigureStatus?
    ) {
        #expect(flag.words == words)
        #expect(flag.status == status)
    }
}

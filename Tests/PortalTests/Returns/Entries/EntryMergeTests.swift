import Scorecard
import Testing

@testable import Portal

@Suite struct EntryMergeTests {
    @Test func `what an answer is about is never asked about`() {
        let merge = EntryMerge(
            base: EntryContent(["right-about": "a"]), theirs: EntryContent(["right-about": "b"]),
            yours: ["right-about": "c"])
        #expect(merge.clashes == [])
        #expect(merge.content[.rightAbout] == "c")
    }

    @Test(arguments: [
        ("1", "1", "2", "2", 0), ("1", "2", "1", "2", 0), ("1", "2", "2", "2", 0),
        ("1", "2", "3", "2", 1), ("", "2", "", "2", 0), ("1", "", "3", "", 1),
    ])
    func `fields are merged by what both have changed`(
        base: String, theirs: String, yours: String, kept: String, clashes: Int
    ) {
        let merge = EntryMerge(
            base: EntryContent(["n": base]), theirs: EntryContent(["n": theirs]),
            yours: ["n": yours])
        #expect(merge.content[.number(.numerator)] == kept)
        #expect(merge.clashes.count == clashes)
    }
}

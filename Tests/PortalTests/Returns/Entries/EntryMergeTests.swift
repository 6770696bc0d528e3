import Testing

@testable import Portal

@Suite struct EntryMergeTests {
    @Test(
        arguments: [
            // base, theirs, yours: what is kept, and which fields clash
            ([:], [:], ["n": "7"], ["n": "7"], []),
            (["n": "7"], ["n": "7"], ["n": "8"], ["n": "8"], []),
            (["n": "7"], ["n": "7"], ["n": ""], [:], []),
            (["n": "7"], ["n": "8"], ["n": "7"], ["n": "8"], []),
            (["n": "7"], ["n": "8"], ["n": "8"], ["n": "8"], []),
            (["n": "7"], ["n": "8"], ["n": "9"], ["n": "8"], ["n"]),
            (["n": "7"], [:], ["n": "9"], [:], ["n"]),
            (["n": "7"], ["n": "8"], ["n": ""], ["n": "8"], ["n"]),
            ([:], ["d": "9"], ["n": "7"], ["n": "7", "d": "9"], []),
            (["n": "7", "d": "9"], ["n": "7"], ["n": "8", "d": "9"], ["n": "8"], []),
            (
                ["a": "1"], ["a": "2", "b": "1"], ["a": "3", "c": "1"],
                ["a": "2", "b": "1", "c": "1"], ["a"]
            ),
        ] as [([String: String], [String: String], [String: String], [String: String], [String])])
    func `changes of two people are laid over each other, field by field`(
        base: [String: String], theirs: [String: String], yours: [String: String],
        kept: [String: String], clashes: [String]
    ) {
        let merge = EntryMerge(
            base: EntryContent(base), theirs: EntryContent(theirs), yours: yours)
        #expect(merge.content == EntryContent(kept))
        #expect(merge.clashes.map(\.field.name) == clashes)
    }

    @Test func `a clash has all three texts`() {
        let merge = EntryMerge(
            base: EntryContent(["n": "7"]), theirs: EntryContent(["n": "8"]), yours: ["n": "9"])
        let clash = EntryMerge.Clash(
            field: EntryField(name: "n"), before: "7", theirs: "8", yours: "9")
        #expect(merge.clashes == [clash])
    }

    @Test func `what others have changed and is left so is known`() {
        let merge = EntryMerge(
            base: EntryContent(["n": "7"]), theirs: EntryContent(["n": "8", "d": "9"]),
            yours: ["n": "7", "comment": "Why"])
        #expect(merge.taken.map(\.name) == ["d", "n"])
        #expect(merge.clashes == [])
    }

    @Test func `what an answer is about is never asked about`() {
        let merge = EntryMerge(
            base: EntryContent(["right-about": "a"]), theirs: EntryContent(["right-about": "b"]),
            yours: ["right-about": "c"])
        #expect(merge.clashes == [])
        #expect(merge.content[.rightAbout] == "c")
    }
}

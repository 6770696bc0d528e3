import Scorecard
import Testing

@testable import Portal

@Suite struct WordingTests {
    @Test(arguments: [(0, "0 measures"), (1, "1 measure"), (2, "2 measures")])
    func `a number agrees with its noun`(count: Int, words: String) {
        #expect(count.counted("measure") == words)
    }

    @Test(arguments: [("", ""), ("ünder", "Ünder"), ("per 100", "Per 100"), ("A", "A")])
    func `a text begins with a capital`(text: String, capitalised: String) {
        #expect(text.capitalisedFirst == capitalised)
    }

    @Test func `items are the lines that are not empty`() {
        #expect("one\n\ntwo\n".items == ["one", "two"])
    }

    @Test func `two markers with one shorthand are explained once`() {
        let words = Wording.shorthand(of: [.roundsToZero, .roundsToZeroOlder, .confidential])
        #expect(words == [Wording.confidential, "[low] rounds to zero."])
    }
}

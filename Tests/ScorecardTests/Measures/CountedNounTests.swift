import Testing

@testable import Scorecard

@Suite struct CountedNounTests {
    @Test(arguments: [(0, "0 figures"), (1, "1 figure"), (2, "2 figures")])
    func `one and many are told apart`(count: Int, words: String) {
        #expect(count.counted("figure") == words)
    }
}

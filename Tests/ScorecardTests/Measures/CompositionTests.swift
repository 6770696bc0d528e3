import Scorecard
import Testing

@Suite struct CompositionTests {
    @Test(
        arguments: [
            (["60", "40"], 0, "100", "0", true, "The shares add up to 100%."),
            (
                ["33.3", "33.3", "33.3"], 1, "99.9", "0.1", true,
                "The shares add up to 99.9%; rounding can explain that."
            ),
            (
                ["33.4", "33.4", "33.3"], 1, "100.1", "-0.1", true,
                "The shares add up to 100.1%; rounding can explain that."
            ),
            (
                ["60", "36.2"], 1, "96.2", "3.8", false,
                "The shares add up to 96.2%; the other 3.8% is not known or not stated."
            ),
            // Half a unit for each share: two shares of whole percents may be 1 out, and no more.
            (
                ["60", "39"], 0, "99", "1", true,
                "The shares add up to 99%; rounding can explain that."
            ),
            (
                ["60", "38.99"], 0, "98.99", "1.01", false,
                "The shares add up to 99%; the other 1% is not known or not stated."
            ),
            (
                ["60", "41"], 0, "101", "-1", true,
                "The shares add up to 101%; rounding can explain that."
            ),
            (
                ["50", "49.99999999"], 8, "99.99999999", "0.00000001", true,
                "The shares add up to 99.99999999%; rounding can explain that."
            ),
            (
                ["50", "49.9"], 0, "99.9", "0.1", true,
                "The shares add up to 99.9%; rounding can explain that."
            ),
            (
                ["0", "0"], 0, "0", "100", false,
                "The shares add up to 0%; the other 100% is not known or not stated."
            ),
        ] as [([FixedDecimal], Int, FixedDecimal, FixedDecimal, Bool, String)])
    func `shares of a whole add up, or leave something`(
        shares: [FixedDecimal], decimals: Int, sum: FixedDecimal, remainder: FixedDecimal,
        isWhole: Bool, sentence: String
    ) throws {
        let composition = try Composition(shares: shares, decimals: decimals)
        #expect(composition.sum == sum)
        #expect(composition.remainder == remainder)
        #expect(composition.isWhole == isWhole)
        #expect(composition.sentence == sentence)
    }

    @Test func `a share that is not shown cannot be worked out`() throws {
        let composition = try Composition(shares: ["60", nil, "36"], decimals: 0)
        #expect(composition.sum == "96")
        #expect(composition.remainder == nil)
        #expect(!composition.isWhole)
        #expect(
            composition.sentence
                == "Not every share is shown, so they cannot be added up.")
    }

    @Test(
        arguments: [
            ([], 0, .noShares), ([nil], 0, .noShares), (["-0.1", "50"], 1, .negativeShare),
            (["60", "41.01"], 0, .aboveTheWhole), (["50", "50.00000002"], 8, .aboveTheWhole),
            (["60", nil, "42"], 0, .aboveTheWhole),
            (["92233720368", "92233720368"], 0, .aboveTheWhole),
        ] as [([FixedDecimal?], Int, CompositionRefusal)])
    func `shares of no whole are refused with the reason`(
        shares: [FixedDecimal?], decimals: Int, reason: CompositionRefusal
    ) {
        #expect(throws: reason) { try Composition(shares: shares, decimals: decimals) }
    }

    @Test(arguments: [(-1, 0), (9, 8), (2, 2)])
    func `places are 0 to 8`(given: Int, kept: Int) throws {
        #expect(try Composition(shares: ["1"], decimals: given).decimals == kept)
    }

    @Test func `every reason is a sentence of its own`() {
        let words = CompositionRefusal.allCases.map(\.words)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { $0.hasSuffix(".") })
    }
}

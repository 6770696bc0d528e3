import Scorecard
import Testing

@Suite struct PlacingTests {
    private static let others = Neighbours(["4", "1", nil, "4", "2"] as [FixedDecimal?])

    @Test(arguments: [
        ("4", Polarity.highIsGood, 1), ("4", .lowIsGood, 3), ("2", .highIsGood, 3),
        ("1", .lowIsGood, 1), ("3", .highIsGood, 3), ("9", .lowIsGood, 5), ("9", .highIsGood, 1),
        ("0", .highIsGood, 5),
    ])
    func `a rank follows polarity, and equal figures share the better place`(
        figure: FixedDecimal, polarity: Polarity, rank: Int
    ) throws {
        let placing = try #require(Placing(of: figure, among: Self.others, polarity: polarity))
        #expect(placing.rank == rank)
        #expect(placing.among == 5)
    }

    @Test(arguments: [Polarity.betweenIsGood, .context, .unconfirmed])
    func `there is no rank where neither way is better`(polarity: Polarity) {
        #expect(Placing(of: "3", among: Self.others, polarity: polarity) == nil)
    }

    @Test(
        arguments: [
            ("8", Polarity.highIsGood, Placing.Quarter.best), ("8", .lowIsGood, .worst),
            ("6", .highIsGood, .second), ("3", .highIsGood, .third), ("3", .lowIsGood, .second),
            ("1", .highIsGood, .worst), ("1", .lowIsGood, .best),
        ] as [(FixedDecimal, Polarity, Placing.Quarter)])
    func `a quarter follows polarity`(
        figure: FixedDecimal, polarity: Polarity, quarter: Placing.Quarter
    ) {
        let eight = Neighbours(
            (1...8).map { FixedDecimal(Int32($0)) }.filter { $0 != figure }.map { $0 })
        #expect(Placing(of: figure, among: eight, polarity: polarity)?.quarter == quarter)
    }

    @Test func `three figures have no quarters and four have`() {
        let two = Neighbours(["1", "2"] as [FixedDecimal?])
        let three = Neighbours(["1", "2", "3"] as [FixedDecimal?])
        #expect(Placing(of: "4", among: two, polarity: .highIsGood)?.quarter == nil)
        #expect(Placing(of: "4", among: three, polarity: .highIsGood)?.quarter == .best)
    }

    @Test(
        arguments: [
            ("12", "best of 12, in the best quarter"),
            ("11", "2nd best of 12, in the best quarter"),
            ("10", "3rd best of 12, in the best quarter"),
            ("9", "4th best of 12, in the second best quarter"),
            ("4", "9th best of 12, in the second worst quarter"),
            ("2", "11th best of 12, in the worst quarter"),
            ("1", "last of 12, in the worst quarter"),
        ] as [(FixedDecimal, String)])
    func `a place is told with the quarter it lies in`(figure: FixedDecimal, words: String) {
        let twelve = Neighbours((1...12).map { FixedDecimal(Int32($0)) }.filter { $0 != figure })
        #expect(Placing(of: figure, among: twelve, polarity: .highIsGood)?.words == words)
    }

    @Test func `a place that is shared is a joint one`() {
        let four = Neighbours(["1", "2", "2", "4"] as [FixedDecimal?])
        #expect(
            Placing(of: "2", among: four, polarity: .highIsGood)?.words
                == "joint 2nd best of 5, in the best quarter")
        #expect(
            Placing(of: "1", among: four, polarity: .lowIsGood)?.words
                == "joint best of 5, in the best quarter")
        #expect(
            Placing(of: "2", among: four, polarity: .lowIsGood)?.words
                == "joint 2nd best of 5, in the best quarter")
        #expect(
            Placing(of: "4", among: four, polarity: .lowIsGood)?.words
                == "joint last of 5, in the second worst quarter")
    }

    @Test func `the only two are best and last, and equals are all best`() {
        let two = Neighbours(["2"] as [FixedDecimal?])
        #expect(Placing(of: "3", among: two, polarity: .highIsGood)?.words == "best of 2")
        #expect(Placing(of: "1", among: two, polarity: .highIsGood)?.words == "last of 2")
        #expect(Placing(of: "2", among: two, polarity: .highIsGood)?.words == "joint best of 2")
        #expect(Placing(of: "1", among: two, polarity: .highIsGood)?.isLast == true)
        #expect(Placing(of: "3", among: two, polarity: .highIsGood)?.isLast == false)
    }

    @Test(arguments: [(21, "21st"), (22, "22nd"), (23, "23rd"), (112, "112th")])
    func `an ordinal has its own ending`(rank: Int, ordinal: String) {
        let others = Neighbours((-1..<rank).filter { $0 != 0 }.map { FixedDecimal(Int32($0)) })
        #expect(
            Placing(of: "0", among: others, polarity: .highIsGood)?.words.hasPrefix(ordinal + " ")
                ?? false)
    }
}

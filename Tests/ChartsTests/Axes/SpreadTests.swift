import Testing

@testable import Charts

struct SpreadTests {
    // The first row is the drawn design: England at 133.7 and Stockport at 140 move to 17 apart.
    @Test(
        arguments: [
            ([133.7, 140], [128.35, 145.35]), ([140, 133.7], [145.35, 128.35]),
            ([50, 100], [50, 100]), ([60, 60, 60], [43, 60, 77]), ([], []), ([20], [20]),
            ([50, 60, 65], [41.333333333333336, 58.333333333333336, 75.33333333333333]),
            ([5, 5], [8.5, 25.5]), ([199, 199], [174.5, 191.5]),
            ([100, 100, 120], [89.66666666666667, 106.66666666666667, 123.66666666666667]),
        ] as [([Double], [Double])])
    func `labels stand 17 apart around their own mean`(wishes: [Double], places: [Double]) {
        let spread = Spread(wishes.map { .init(middle: $0, size: 17) }, in: 0...200)
        #expect(spread.middles.count == places.count)
        for (middle, place) in zip(spread.middles, places) {
            #expect(abs(middle - place) < 1e-9)
        }
    }

    @Test func `labels of different sizes do not touch`() {
        let spread = Spread(
            [.init(middle: 50, size: 40), .init(middle: 60, size: 80)], in: 0...300)
        #expect(spread.middles == [25, 85])
    }

    @Test func `without room for all the first stays inside`() {
        let spread = Spread(Array(repeating: .init(middle: 5, size: 17), count: 4), in: 0...30)
        #expect(spread.middles == [8.5, 25.5, 42.5, 59.5])
    }

    @Test(arguments: [
        ("Assessment changed in September 2021", ["Assessment changed", "in September 2021"]),
        ("one", ["one"]), ("", []),
        ("an unbreakableindeedverylongword", ["an", "unbreakableindeedverylongword"]),
    ])
    func `a reason is broken at spaces`(text: String, lines: [String]) {
        #expect(text.lines(ofAtMost: 20) == lines)
    }
}

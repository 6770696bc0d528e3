import Charts
import Testing

struct ProcessAlternativeTests {
    private func words(_ chart: ProcessChart) -> String {
        let end = " Full figures are in the table beside the chart."
        #expect(chart.alternative.hasPrefix("Process chart. "))
        #expect(chart.alternative.hasSuffix(end))
        return String(chart.alternative.dropFirst(15).dropLast(end.count))
    }

    @Test func `common variation is told with its limits and the target`() {
        #expect(
            words(ReReferrals.chart())
                == """
                Stockport fell from 25.2% in 2012/13 to 21.5% in 2024/25; target 20.0%. Mean \
                21.2%, limits 15.3% to 27.1%. Every figure is common variation.
                """)
    }

    @Test func `figures that are more than common variation are named`() {
        let few = words(
            ReReferrals.chart(kinds: [0: .concerning, 3: .improving, 4: .improving], target: nil))
        #expect(
            few.hasSuffix(
                """
                Improving: 2015/16 and 2016/17. Concerning: 2012/13. All other figures are common \
                variation.
                """))
        let many = words(
            ReReferrals.chart(
                kinds: Dictionary(uniqueKeysWithValues: (0..<9).map { ($0, .improving) })))
        #expect(many.contains("Improving: 9 figures, the latest in 2020/21. All other"))
        let all = words(ReReferrals.chart([20, 30], kinds: [0: .concerning, 1: .concerning]))
        #expect(all.hasSuffix("Concerning: 2012/13 and 2013/14."))
    }

    @Test func `each stretch is told, and why the second began`() {
        let chart = ReReferrals.chart(
            stretches: [
                ReReferrals.stretch(0..<12, mean: 21.4),
                ReReferrals.stretch(12..<13, mean: 20.9, reason: "New system"),
            ], target: nil)
        #expect(
            words(chart)
                == """
                Stockport 21.5% in 2024/25. Mean 21.4%, limits 15.3% to 27.1% from 2012/13 to \
                2023/24. Mean 20.9%, limits 15.3% to 27.1% in 2024/25. Every figure is common \
                variation. Figures before 2024/25 cannot be compared with later ones (New system).
                """)
    }

    @Test(arguments: [
        (20.0...100, "Mean 21.2%, upper limit 27.1%."), (0...25, "Mean 21.2%, lower limit 15.3%."),
        (20...25, "Mean 21.2%."),
    ])
    func `a limit that the measure cannot take is not told`(
        possible: ClosedRange<Double>, expected: String
    ) {
        #expect(words(ReReferrals.chart(target: nil, possible: possible)).contains(expected))
    }

    // A caller that marks a withheld period as special must not give it away.
    @Test func `a figure that is not shown is only said to be missing`() {
        var values = ReReferrals.values
        values[12] = nil
        let words = words(ReReferrals.chart(values, kinds: [12: .concerning], target: nil))
        #expect(words.hasSuffix("common variation. No figure is shown for 2024/25."))
        #expect(!words.contains("Concerning"))
    }
}

import Scorecard

/// Judges 100,000 measure-periods as a page would: the status, the change, the trend over so many
/// points and the interval; prints how long it took and a sum that shows that it was done.
@main struct JudgingBench {
    static func main() {
        let points = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 24
        let repeats = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 50
        var random = Seeded()
        let windows = (0..<2_000).compactMap { _ in Window(points: points, &random) }
        let clock = ContinuousClock()
        var tally = Tally()
        let duration = clock.measure {
            for _ in 0..<repeats {
                for window in windows { tally.add(window) }
            }
        }
        let count = windows.count * repeats
        let seconds =
            Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        print("\(count) measure-periods of \(points) points: \(seconds) s; \(tally.words)")
    }
}

/// What was found, so that nothing can be left out.
private struct Tally {
    private var onTarget = 0
    private var better = 0
    private var sure = 0
    private var width = 0.0

    mutating func add(_ window: Window) {
        guard let latest = window.figures.last else { return }
        let judgement = Judgement(
            of: latest, for: window.terms, against: window.targets, on: latest.period.end)
        if judgement.status == .onTarget { onTarget += 1 }
        let change = Change(of: latest, since: window.figures, window.direction)
        if change?.meaning == .better { better += 1 }
        let trend = Trend(of: window.figures, window.series, target: .atLeast(40))
        if trend.assurance == .passes { sure += 1 }
        if let interval = ConfidenceInterval(of: latest, in: window.series.unit) {
            width += interval.upper - interval.lower
        }
    }

    var words: String {
        "\(onTarget) on target, \(better) better, \(sure) sure to pass, width \(width)"
    }
}

/// A percentage in so many quarters, with its targets.
private struct Window {
    let figures: [Figure]
    let targets: [Target]
    let terms = MeasureTerms(polarity: .highIsGood, frequency: .quarterly)
    let direction = GoodDirection(.highIsGood)
    let series = SeriesTerms(
        kind: .financialQuarter, timeBasis: .inPeriod, frequency: .quarterly,
        polarity: .highIsGood, unit: FigureUnit(kind: .percentage, multiplier: 100))

    init?(points: Int, _ random: inout Seeded) {
        guard var quarter = FinancialQuarter(year: 2010, number: 1),
            let target = try? Target(
                .atLeast(FixedDecimal(70)), tolerance: .absolute(FixedDecimal(5))),
            let past = try? Target(.atLeast(FixedDecimal(60)), to: Day(number: 15_000))
        else { return nil }
        targets = [past, target]
        var figures: [Figure] = []
        for _ in 0..<points {
            let denominator = Int32.random(in: 200...900, using: &random)
            let numerator = denominator * Int32.random(in: 55...85, using: &random) / 100
            guard
                let ratio = try? Ratio(
                    of: FixedDecimal(numerator), in: FixedDecimal(denominator)),
                let next = quarter.successor
            else { return nil }
            figures.append(Figure(period: .financialQuarter(quarter), ratio: ratio))
            quarter = next
        }
        self.figures = figures
    }
}

/// The same numbers each time (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64 = 20_261_121

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

import Scorecard
import Testing

@Suite struct TrendMethodTests {
    @Test(arguments: [
        (PeriodKind.financialQuarter, TimeBasis.inPeriod, 13, TrendMethod.controlChart),
        (.financialQuarter, .inPeriod, 12, .tooFewPoints(needed: 13)),
        (.financialQuarter, .cumulative, 40, .overlapping),
        (.financialQuarter, .rolling, 40, .overlapping),
        (.financialQuarter, .snapshot, 20, .controlChart),
        (.academicYear, .cohortYear, 5, .trendTest),
        (.academicYear, .cohortYear, 13, .controlChart),
        (.academicYear, .cohortYear, 4, .tooFewPoints(needed: 5)),
        (.financialYear, .rolling, 6, .trendTest), (.financialYear, .cumulative, 6, .trendTest),
        (.pooledYears, .inPeriod, 15, .overlapping),
        (.cumulativeTerm, .inPeriod, 15, .overlapping), (.snapshot, .snapshot, 9, .trendTest),
    ])
    func `a trend is told only where figures do not overlap and are enough`(
        kind: PeriodKind, basis: TimeBasis, points: Int, expected: TrendMethod
    ) {
        let method = TrendMethod(kind: kind, timeBasis: basis, frequency: .annual, points: points)
        #expect(method == expected)
    }
}

@testable import Scorecard

/// Any text as the code of a period, and every kind of period of any year.
enum PeriodFuzz {
    static func run(_ bytes: [UInt8]) {
        read(String(decoding: bytes, as: UTF8.self))
        var material = Material(bytes)
        let year = 1_890 + material.integer() & 0x7FF
        let part = material.integer() % 16
        let day = Day(number: material.integer() >> material.number(below: 64))
        for period in periods(year, part)
            + PeriodKind.allCases.compactMap({
                Period($0, containing: day)
            })
        {
            check(period)
        }
        for kind in PeriodKind.allCases {
            guard let period = Period(kind, containing: day) else {
                demand(!(1_904...2_990).contains(day.year), "a day lies in a \(kind)")
                continue
            }
            demand(period.kind == kind && period.contains(day), "a period holds its day: \(day)")
        }
    }

    private static func read(_ text: String) {
        guard let period = Period(text) else { return }
        demand(areSame(period.description, text), "a code is what is written: \(text)")
        check(period)
        demand(agrees(period, text), "a code of its own kind is read alike: \(text)")
    }

    /// Whether the kind of period reads its own code, and no other kind does.
    private static func agrees(_ period: Period, _ text: String) -> Bool {
        let all: [Period?] = [
            FinancialQuarter(text).map(Period.financialQuarter),
            FinancialYear(text).map(Period.financialYear),
            AcademicYear(text).map(Period.academicYear),
            CumulativeTerm(text).map(Period.cumulativeTerm),
            SchoolTerm(text).map(Period.schoolTerm), CalendarYear(text).map(Period.calendarYear),
            PooledYears(text).map(Period.pooledYears), Snapshot(text).map(Period.snapshot),
            Month(text).map(Period.month),
        ]
        return all.compactMap { $0 } == [period]
    }

    private static func periods(_ year: Int, _ part: Int) -> [Period] {
        let season = SchoolTerm.Season(rawValue: part) ?? .autumn
        let all: [Period?] = [
            FinancialQuarter(year: year, number: part).map(Period.financialQuarter),
            FinancialYear(year: year).map(Period.financialYear),
            AcademicYear(year: year).map(Period.academicYear),
            CumulativeTerm(year: year, terms: part).map(Period.cumulativeTerm),
            SchoolTerm(year: year, season: season).map(Period.schoolTerm),
            CalendarYear(year: year).map(Period.calendarYear),
            PooledYears(year: year).map(Period.pooledYears),
            Month(year: year, number: part).map(Period.month),
            Day(year: year, month: part, day: 29).flatMap(Snapshot.init(day:)).map(Period.snapshot),
        ]
        return all.compactMap { $0 }
    }

    private static func check(_ period: Period) {
        demand(Period(period.description) == period, "a code is read again: \(period)")
        demand(period.start <= period.end, "a period begins before it ends: \(period)")
        demand(
            period.dayCount >= 1 && period.dayCount <= 1_096, "a period is no longer: \(period)")
        for text in [
            period.label, period.shortLabel, period.inSentence, period.inSentenceInFull,
        ] {
            demand(!text.isEmpty && !text.contains("\0"), "a period has a name: \(period)")
        }
        demand(period.isNext(after: period) == false, "nothing follows itself: \(period)")
        if let year = period.containingYear {
            demand(
                year.start <= period.start && period.end <= year.end,
                "a period lies in its year: \(period)")
        }
        checkNeighbours(period)
    }

    private static func checkNeighbours(_ period: Period) {
        if let next = period.successor {
            demand(next.predecessor == period, "the way on leads back: \(period)")
            demand(period < next && next.end > period.end, "time goes on: \(period)")
            demand(period.distance(to: next) == 1, "the next is one on: \(period)")
            demand(next.distance(to: period) == -1, "the one before is one back: \(period)")
            demand(next.isNext(after: period), "a line may join neighbours: \(period)")
            demand(
                Array(PeriodRange(from: period, through: next)) == [period, next],
                "two neighbours are a range: \(period)")
            switch period {
            case .cumulativeTerm, .pooledYears: break
            default:
                demand(
                    next.start.days(since: period.end) == 1, "no day lies between: \(period)")
            }
        }
        guard let before = period.yearBefore else { return }
        demand(before.kind == period.kind && before < period, "a year before: \(period)")
        let days = period.end.days(since: before.end)
        demand((365...366).contains(days), "a year has 365 days or 366: \(period)")
        demand(period.isNext(after: before), "a line may join years: \(period)")
    }
}

import Scorecard
import Testing

@Suite struct SeriesSegmentsTests {
    // The absence threshold changed in 2015/16, and no results were published for two years.
    private func segments() throws -> SeriesSegments {
        SeriesSegments(
            breaks: [SeriesBreak(first: try period("2021-22-AY"), reason: "a new framework")],
            versions: [
                DefinitionVersion(first: try period("2006-07-AY"), definition: "15% or more"),
                DefinitionVersion(
                    first: try period("2015-16-AY"), definition: "10% or more",
                    change: "the threshold became 10%"),
            ])
    }

    @Test func `breaks and definitions part a series in order of time`() throws {
        #expect(
            try segments().breaks == [
                SeriesBreak(first: try period("2015-16-AY"), reason: "the threshold became 10%"),
                SeriesBreak(first: try period("2021-22-AY"), reason: "a new framework"),
            ])
    }

    @Test(arguments: [
        ("one", "two", "one; two"), ("one", "one", "one"),
    ])
    func `reasons for a break at one period are told together`(
        one: String, two: String, reason: String
    ) throws {
        let first = try period("2021-22-AY")
        let segments = SeriesSegments(
            breaks: [SeriesBreak(first: first, reason: one)],
            versions: [DefinitionVersion(first: first, definition: "", change: two)])
        #expect(segments.breaks == [SeriesBreak(first: first, reason: reason)])
    }

    @Test(
        arguments: [
            ("2015-16-AY", "2020-21-AY", nil), ("2021-22-AY", "2021-22-AY", nil),
            ("2014-15-AY", "2015-16-AY", "2015/16 on cannot be compared"),
            ("2020-21-AY", "2021-22-AY", "2021/22 on cannot be compared"),
            ("2021-22-AY", "2020-21-AY", "2021/22 on cannot be compared"),
            ("2010-11-AY", "2024-25-AY", "2015/16 on cannot be compared"),
            ("2021-22-AY", "2021-22-FY", "different kinds of period"),
        ] as [(String, String, String?)])
    func `figures are comparable unless a break lies between`(
        one: String, other: String, words: String?
    ) throws {
        let found = try segments().comparability(of: try period(one), and: try period(other))
        if let words {
            #expect(found.sentence?.contains(words) == true)
        } else {
            #expect(found == .comparable)
            #expect(found.sentence == nil)
        }
    }

    @Test func `the reason is a sentence`() throws {
        let found = Comparability.broken(
            SeriesBreak(first: try period("2021-22-AY"), reason: "a new framework"))
        #expect(
            found.sentence
                == "Figures from 2021/22 on cannot be compared with those before: a new framework.")
        #expect(
            Comparability.differentKinds.sentence
                == "Figures cannot be compared because they are for different kinds of period.")
    }

    @Test(
        arguments: [
            ([], []), ([2010], [0..<1]), ([2013, 2014], [0..<2]), ([2014, 2015], [0..<1, 1..<2]),
            ([2013, 2014, 2015, 2016, 2021, 2022], [0..<2, 2..<4, 4..<6]),
            ([2013, 2024], [0..<1, 1..<2]), ([2021, 2022, 2023], [0..<3]),
        ] as [([Int], [Range<Int>])])
    func `a series falls into segments`(years: [Int], ranges: [Range<Int>]) throws {
        let periods = years.compactMap { AcademicYear(year: $0).map(Period.academicYear) }
        #expect(try segments().segments(of: periods) == ranges)
    }

    @Test(
        arguments: [
            ([], []), ([2010], [2010]), ([2013, 2014], [2013, 2014]), ([2014, 2015], [2015]),
            ([2013, 2014, 2015, 2016, 2021, 2022], [2021, 2022]),
            ([2016, 2018, 2020], [2016, 2018, 2020]),
            ([2013, 2024], [2024]),
        ] as [([Int], [Int])])
    func `the latest segment has the figures since the last break`(years: [Int], latest: [Int])
        throws
    {
        let figures = years.compactMap { AcademicYear(year: $0) }.map {
            Figure(period: .academicYear($0), value: FixedDecimal(Int32($0.year)))
        }
        let found = try segments().latest(of: figures)
        #expect(found.map(\.value) == latest.map { FixedDecimal(Int32($0)) })
    }

    @Test func `a series without breaks is one segment`() throws {
        let whole = SeriesSegments(breaks: [])
        let periods = try ["2020-21-AY", "2021-22-AY"].map { try period($0) }
        #expect(whole.segments(of: periods) == [0..<2])
        #expect(whole.comparability(of: periods[0], and: periods[1]) == .comparable)
    }
}

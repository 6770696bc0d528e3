/// One school term by itself: `2024-25-SPR`.
///
/// The bounds are those of the published figures: autumn 1 September to
/// 31 December, spring 1 January to 30 April, summer 1 May to 31 August.
public struct SchoolTerm: CalendarPeriod {
    /// Which of the three.
    public enum Season: Int, CaseIterable, Sendable {
        /// 1 September to 31 December.
        case autumn = 1
        /// 1 January to 30 April.
        case spring
        /// 1 May to 31 August.
        case summer
    }

    /// The calendar year in which the school year begins.
    public let year: Int
    /// Autumn, spring or summer.
    public let season: Season

    /// Creates a term, or `nil` outside 1900 to 2999.
    public init?(year: Int, season: Season) {
        guard periodYears.contains(year) else { return nil }
        self.year = year
        self.season = season
    }

    /// Creates the term that a day lies in, or `nil` outside the years 1900 to 2999.
    public init?(containing day: Day) {
        let (year, month, _) = day.civil
        switch month {
        case ...4: self.init(year: year - 1, season: .spring)
        case ...8: self.init(year: year - 1, season: .summer)
        default: self.init(year: year, season: .autumn)
        }
    }

    /// The school year that the term belongs to.
    public var academicYear: AcademicYear { AcademicYear(unchecked: year) }

    /// The first day.
    public var start: Day {
        switch season {
        case .autumn: Day(year, 9, 1)
        case .spring: Day(year + 1, 1, 1)
        case .summer: Day(year + 1, 5, 1)
        }
    }

    /// The last day.
    public var end: Day { Self.end(of: season, in: year) }

    /// The next term.
    public var successor: SchoolTerm? {
        switch season {
        case .autumn: SchoolTerm(year: year, season: .spring)
        case .spring: SchoolTerm(year: year, season: .summer)
        case .summer: SchoolTerm(year: year + 1, season: .autumn)
        }
    }

    /// The term before.
    public var predecessor: SchoolTerm? {
        switch season {
        case .autumn: SchoolTerm(year: year - 1, season: .summer)
        case .spring: SchoolTerm(year: year, season: .autumn)
        case .summer: SchoolTerm(year: year, season: .spring)
        }
    }

    /// The same term of the year before.
    public var yearBefore: SchoolTerm? { SchoolTerm(year: year - 1, season: season) }

    /// The last day of a term of the school year that begins in `year`.
    static func end(of season: Season, in year: Int) -> Day {
        switch season {
        case .autumn: Day(year, 12, 31)
        case .spring: Day(year + 1, 4, 30)
        case .summer: Day(year + 1, 8, 31)
        }
    }
}

extension SchoolTerm {
    /// Reads a code such as `2024-25-SPR`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .schoolTerm(let term) = Period(code) else { return nil }
        self = term
    }

    /// The code, which is also the address and the column: `2024-25-SPR`.
    public var description: String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "-")
        switch season {
        case .autumn: text.add("-AUT")
        case .spring: text.add("-SPR")
        case .summer: text.add("-SUM")
        }
        return text.string
    }

    /// What members read: `2024/25 spring term`.
    public var label: String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "/")
        text.add(" ")
        text.add(season.name)
        text.add(" term")
        return text.string
    }

    /// The name where the kind is plain: `spring 2024/25`.
    public var shortLabel: String {
        var text = ASCIIText()
        text.add(season.name)
        text.add(" ")
        text.add(yearsFrom: year, "/")
        return text.string
    }
}

extension SchoolTerm.Season {
    fileprivate var name: String {
        switch self {
        case .autumn: "autumn"
        case .spring: "spring"
        case .summer: "summer"
        }
    }
}

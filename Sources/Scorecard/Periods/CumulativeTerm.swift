/// A school year so far, to the end of a term: `2025-26-T2` is autumn and spring together.
///
/// Absence is published so: each term's figure contains the terms before it,
/// and the third is the whole year.
public struct CumulativeTerm: CalendarPeriod {
    /// The calendar year in which the school year begins.
    public let year: Int
    /// How many terms are counted: 1 for autumn, 3 for the whole year.
    public let terms: Int

    /// Creates the first terms of a year, or `nil` if there are no such terms.
    public init?(year: Int, terms: Int) {
        guard periodYears.contains(year), (1...3).contains(terms) else { return nil }
        self.year = year
        self.terms = terms
    }

    /// Creates the terms up to and with the one that a day lies in.
    ///
    /// The whole year contains every day of it too; this is the first to be
    /// complete. It is `nil` outside the years 1900 to 2999.
    public init?(containing day: Day) {
        guard let term = SchoolTerm(containing: day) else { return nil }
        self.init(year: term.year, terms: term.season.rawValue)
    }

    /// The school year that the terms belong to.
    public var academicYear: AcademicYear { AcademicYear(unchecked: year) }

    /// 1 September, whichever the last term.
    public var start: Day { Day(year, 9, 1) }

    /// The last day of the last term counted.
    public var end: Day {
        switch terms {
        case 1: SchoolTerm.end(of: .autumn, in: year)
        case 2: SchoolTerm.end(of: .spring, in: year)
        default: SchoolTerm.end(of: .summer, in: year)
        }
    }

    /// One term more, or the first term of the next year.
    public var successor: CumulativeTerm? {
        terms == 3
            ? CumulativeTerm(year: year + 1, terms: 1)
            : CumulativeTerm(year: year, terms: terms + 1)
    }

    /// One term fewer, or the whole of the year before.
    ///
    /// It is what was published before, and not something to compare with: the
    /// later figure contains the earlier.
    public var predecessor: CumulativeTerm? {
        terms == 1
            ? CumulativeTerm(year: year - 1, terms: 3)
            : CumulativeTerm(year: year, terms: terms - 1)
    }

    /// The same terms of the year before.
    public var yearBefore: CumulativeTerm? { CumulativeTerm(year: year - 1, terms: terms) }
}

extension CumulativeTerm {
    /// Reads a code such as `2025-26-T2`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .cumulativeTerm(let terms) = Period(code) else { return nil }
        self = terms
    }

    /// The code, which is also the address and the column: `2025-26-T2`.
    public var description: String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "-")
        text.add("-T")
        text.add(terms, digits: 1)
        return text.string
    }

    /// What members read: `2025/26 autumn and spring terms`.
    public var label: String {
        switch terms {
        case 1: "\(ASCIIText.spanning(year)) autumn term"
        case 2: "\(ASCIIText.spanning(year)) autumn and spring terms"
        default: "\(ASCIIText.spanning(year)) full school year"
        }
    }

    /// The name where the kind is plain: `autumn and spring 2025/26`.
    public var shortLabel: String {
        switch terms {
        case 1: "autumn \(ASCIIText.spanning(year))"
        case 2: "autumn and spring \(ASCIIText.spanning(year))"
        default: "full year \(ASCIIText.spanning(year))"
        }
    }
}

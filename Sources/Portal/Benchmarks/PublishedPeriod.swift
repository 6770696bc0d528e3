import Scorecard

/// How publishers' files say what kind of time a figure is for.
enum PublishedPeriodType: String, CaseIterable {
    case financialYear = "financial_year"
    case academicYear = "academic_year"
    case calendarYear = "calendar_year"
    case snapshot
    case term

    /// What the code of a series ends in that has its name from another kind of period.
    var suffix: String { rawValue.split(separator: "_").joined(separator: "-") }
}

/// The time that a publisher's label names.
enum PublishedPeriod: Equatable {
    case told(Period)
    /// A week, several months or so many years together as the portal has no period for.
    case untold

    /// Reads a label such as `2024/25`, `2021/22 to 2023/24`, `2019/20 autumn term`, `2025-03-31`;
    /// `nil` for anything that no publisher writes.
    init?(_ label: String, _ type: PublishedPeriodType) {
        guard let range = label.firstRange(of: " to ") else {
            self.init(one: label, type)
            return
        }
        guard let first = Self(one: String(label[..<range.lowerBound]), type),
            let last = Self(one: String(label[range.upperBound...]), type),
            case .told(let begin) = first, case .told(let end) = last, begin < end
        else { return nil }
        guard type == .financialYear else {
            self = .untold
            return
        }
        // `2021-22-FY` to `2023-24-FY` are `2021-24-P3`.
        let years = begin.description.prefix(5) + end.description.dropFirst(5).prefix(2)
        self = Period(years + "-P3").map(Self.told) ?? .untold
    }

    private init?(one label: String, _ type: PublishedPeriodType) {
        switch type {
        case .financialYear: self.init(year: label, "FY")
        case .academicYear: self.init(year: label, "AY")
        case .calendarYear: self.init(code: label + "-CY")
        case .snapshot:
            guard !Self.isWeek(label) else {
                self = .untold
                return
            }
            self.init(code: label, kinds: [.snapshot, .month])
        case .term:
            let words = label.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 3, words[2] == "term",
                let term = ["autumn": "AUT", "spring": "SPR", "summer": "SUM"][words[1]]
            else { return nil }
            self.init(year: String(words[0]), term)
        }
    }

    /// `2024/25` with the letters that tell what kind of year it is.
    private init?(year label: String, _ kind: String) {
        let parts = label.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.init(code: "\(parts[0])-\(parts[1])-\(kind)")
    }

    private init?(code: String, kinds: [PeriodKind] = PeriodKind.allCases) {
        guard let period = Period(code), kinds.contains(period.kind) else { return nil }
        self = .told(period)
    }

    /// Whether a label is a week of the ISO calendar, such as `2025-W30`.
    private static func isWeek(_ label: String) -> Bool {
        let parts = label.split(separator: "-W", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            UInt(parts[0]) != nil, let week = UInt(parts[1])
        else { return false }
        return (1...53).contains(week)
    }
}

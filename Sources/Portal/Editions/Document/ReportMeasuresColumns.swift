import Scorecard

/// Where the columns that a report picked stand: side by side as far as an upright A4 sheet has
/// room for them, and the rest below each measure.
struct ReportMeasuresColumns {
    /// In the table's own columns.
    let across: [ReportColumn]
    /// In a second line of the row.
    let below: [ReportColumn]
    /// In the measure's own cell, under its title.
    let underTitle: Set<ReportColumn>

    /// What a sheet has room for beside the names of measures, in millimetres.
    private static let room = 138

    init(_ chosen: [ReportColumn], hasAppendices: Bool) {
        let chosen = chosen.filter { $0 != .definition || hasAppendices }
        var room = Self.room
        var across: Set<ReportColumn> = []
        for column in Self.byImportance where chosen.contains(column) {
            guard let width = column.width, width <= room else { continue }
            room -= width
            across.insert(column)
        }
        let under: Set<ReportColumn> = [.code, .goodIs, .unit, .flag]
        self.across = chosen.filter(across.contains)
        below = chosen.filter { !across.contains($0) && !under.contains($0) }
        underTitle = under.intersection(chosen)
    }

    /// Which columns are placed side by side before others.
    private static let byImportance: [ReportColumn] = [
        .latest, .status, .target, .change, .yearBefore, .twoYearsBefore, .samePeriodLastYear,
        .country, .neighbours, .region, .trend, .forecast,
    ]
}

extension ReportColumn {
    /// How wide a sheet's column is at 10.5 points, in millimetres; `nil` for what is told in
    /// words, which no narrow column can hold.
    fileprivate var width: Int? {
        switch self {
        case .twoYearsBefore, .yearBefore, .samePeriodLastYear, .country, .region: 19
        case .latest, .target: 22
        case .status: 29
        case .change: 27
        case .trend: 26
        case .neighbours, .forecast: 24
        case .code, .goodIs, .unit, .quarters, .dates, .flag, .comment, .action, .definition: nil
        }
    }

    /// Whether its cells hold numbers.
    var isNumber: Bool {
        switch self {
        case .twoYearsBefore, .yearBefore, .samePeriodLastYear, .latest, .target, .country,
            .region, .neighbours, .forecast:
            true
        case .code, .goodIs, .unit, .quarters, .dates, .flag, .status, .change, .trend, .comment,
            .action, .definition:
            false
        }
    }
}

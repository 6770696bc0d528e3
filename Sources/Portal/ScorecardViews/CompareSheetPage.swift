import Scorecard

extension ComparePage {
    /// The rows that the page shows, each area's figure in a column of its own.
    var sheet: Sheet {
        var sheet = Sheet(
            name: "\(selection.heading.slug)-compare-\(selection.quarter)",
            columns: [
                "objective", "code", "measure", "unit", "polarity", "period_code", "period", "area",
                "value",
                "flag", "country", "country_value", "region", "region_value", "neighbours_method",
                "neighbours_model", "neighbours_value", "neighbours_known", "neighbours_total",
                "against_country", "lower_limit", "upper_limit", "among_neighbours",
                "councils", "councils_p1", "councils_p25", "councils_median", "councils_p75",
                "councils_p99",
            ])
        sheet.rows = selection.rows.all.map(cells)
        return sheet
    }

    private func cells(_ shown: ShownRow) -> [String] {
        let standing = shown.standing
        let row = self.row(standing)
        let comparison = row.comparison
        let plain = PlainFigure(format: standing.format)
        let all = comparison.obstacle == nil ? comparison.others.distribution : nil
        let coverage = comparison.benchmark?.coverage
        return [
            shown.headline.title, standing.measure.code, standing.measure.title,
            standing.measure.unit,
            comparison.polarity.words, standing.latest?.period.description ?? "",
            standing.latest?.period.label ?? "", organisation, plain.text(standing.latest),
            standing.latestFlag ?? "", selection.heading.countryWords,
            plain.text(comparison.country), areas.region ?? "",
            plain.text(comparison.others.region?.figure), method.rawValue,
            areas.neighbours?.model ?? "", plain.text(comparison.benchmark?.value),
            coverage.map { "\($0.known)" } ?? "", coverage.map { "\($0.areas)" } ?? "",
            row.verdict?.words ?? row.difference ?? row.obstacle ?? "",
            plain.text(comparison.finding?.lower), plain.text(comparison.finding?.upper),
            row.placing ?? "", all.map { "\($0.areas)" } ?? "", plain.text(all?.p1),
            plain.text(all?.p25), plain.text(all?.median), plain.text(all?.p75),
            plain.text(all?.p99),
        ]
    }
}

import Scorecard

// Scorecards as rows to work with: what the pages show, with as many places.

extension ScorecardPage {
    /// The rows that the page shows, in its order.
    var sheet: Sheet {
        // Columns stay as they are, but for the country, whose name the areas' file gives.
        let country = heading.countryWords.lowercased().replacingSpaces
        let last = [country, "\(country)_period"]
        return Sheet(
            name: "\(heading.slug)-\(selection.choice.quarter)",
            columns: ["strategy", "objective"] + Standing.sheetColumns + last,
            rows: rows.all.map { row in
                let strategy = row.headline.strategy ?? heading.strategy?.shortTitle ?? ""
                let cells = row.standing.sheetCells + row.standing.countryCells
                return [strategy, row.headline.title] + cells
            })
    }
}

extension Standing {
    /// The columns of a sheet that hold what is known of a measure.
    static let sheetColumns = [
        "code", "measure", "good_is", "unit", "period_code", "period", "latest", "numerator",
        "denominator", "flag", "target", "target_kind", "tolerance", "target_until", "status",
        "colour", "change", "change_since", "change_meaning",
    ]

    /// The cells of these columns.
    var sheetCells: [String] {
        let status = judgement.status
        return [measure.code, measure.title, measure.polarity.words, measure.unit]
            + latestCells + targetCells + [status.words, status.colour ?? ""]
            + changeCells
    }

    /// Period, latest figure, counts and flag; of a withheld figure only its period and marker.
    var latestCells: [String] {
        guard let latest else { return ["", "", "", "", "", ""] }
        let parts = latest.value == nil ? [nil, nil] : [latest.numerator, latest.denominator]
        let places = latest.value.map { format.places(of: $0, judged: judgement) }
        return [latest.period.description, latest.period.label]
            + [latest.cell(places ?? measure.decimals)]
            + parts.map { $0?.plain(decimals: 0) ?? "" } + [latestFlag ?? ""]
    }

    private var targetCells: [String] {
        guard let target = target?.target else { return ["", "", "", ""] }
        let tolerance =
            switch target.tolerance {
            case .absolute(let amount): amount.description
            case .relative(let percent): "\(percent)%"
            }
        return [
            target.cell(on: targetDay), target.goal.kind.rawValue, tolerance,
            target.ends?.description ?? "",
        ]
    }

    /// The change, the period it is counted from and what it means.
    var changeCells: [String] {
        guard let change else { return ["", "", ""] }
        let withheld = change.silence == .suppressed ? QualityMarker.confidential.shorthand : ""
        return [
            change.difference?.plain(decimals: measure.decimals) ?? withheld,
            change.earlier.description,
            change.meaning.rawValue,
        ]
    }

    fileprivate var countryCells: [String] {
        guard let figure = countryLatest else { return ["", ""] }
        return [figure.cell(measure.decimals), figure.period.description]
    }
}

extension Figure {
    /// The value, or the marker in its place.
    fileprivate func cell(_ places: Int) -> String {
        value?.plain(decimals: places) ?? (marker ?? .notAvailable).shorthand
    }
}

extension Target {
    /// The number that a figure of a period ending on `day` is held against, both of a range.
    fileprivate func cell(on day: Day) -> String {
        if case .within(let low, let high) = goal { return "\(low) to \(high)" }
        return bound(on: day)?.description ?? ""
    }
}

extension String {
    /// The text as part of a column's name.
    fileprivate var replacingSpaces: String {
        split(whereSeparator: \.isWhitespace).joined(separator: "_")
    }
}

import Scorecard

/// The figures on a measure's page as rows to work with: one figure a row.
struct MeasureSheet {
    private let page: MeasurePage
    private var standing: Standing { page.standing }
    private var format: FigureFormat { page.standing.format }

    init(_ page: MeasurePage) {
        self.page = page
    }

    var sheet: Sheet {
        Sheet(
            name: page.measure.facts.slug,
            columns: [
                "section", "series", "area", "group", "period_code", "period", "value",
                "numerator", "denominator", "flag",
            ],
            rows: trend + lines + groups + areas + forecasts)
    }

    private var trend: [[String]] {
        let group = page.headlineSeries?.breakdownLabel ?? ""
        let title = page.measure.facts.title
        return Timeline(standing).moments.reversed().flatMap { moment in
            var rows = [row("trend", title, page.area, group, moment.local, moment.period)]
            if !standing.country.isEmpty {
                rows.append(row("trend", title, "England", group, moment.country, moment.period))
            }
            return rows
        }
    }

    /// The parts and what is near the measure, as far back as the page shows them.
    private var lines: [[String]] {
        page.series.filter { $0.role != .headline }.flatMap { line in
            let figures = page.surroundings.lines.filter { $0.position == line.position }
            let shown = Set(figures.map(\.figure.period)).sorted().suffix(LinesSection.most)
            let format = LinesSection.format(of: line, format)
            return figures.filter { shown.contains($0.figure.period) }.map { entry in
                row(
                    line.role == .part ? "parts" : "related", line.label ?? line.seriesTitle,
                    entry.area, line.breakdownLabel, entry.figure, entry.figure.period, format)
            }
        }
    }

    private var groups: [[String]] {
        guard GroupsSection(page).isShown else { return [] }
        let title = page.measure.facts.title
        return page.surroundings.groups.flatMap { group in
            [(page.area, Optional(group.local)), ("England", group.country)].map { area, figure in
                row("groups", title, area, group.label, figure, group.local.period)
            }
        }
    }

    private var areas: [[String]] {
        guard ComparisonSection(page).isShown else { return [] }
        let group = page.headlineSeries?.breakdownLabel ?? ""
        return page.surroundings.areas.filter { $0.figure.value != nil }.map { area in
            row(
                "comparison", page.measure.facts.title, area.name, group, area.figure,
                area.figure.period)
        }
    }

    private var forecasts: [[String]] {
        page.uses.forecasts.map { entry in
            let figure = Figure(
                period: entry.forecast.period, value: entry.forecast.value)
            return row(
                "forecast", page.measure.facts.title, page.area, "", figure, figure.period)
        }
    }

    private func row(
        _ section: String, _ series: String, _ area: String, _ group: String, _ figure: Figure?,
        _ period: Period, _ format: FigureFormat? = nil
    ) -> [String] {
        let format = format ?? self.format
        let isBreak =
            section == "trend" && standing.breaks.contains { $0.first == period }
        let flags = [figure?.plainFlag ?? "", isBreak ? QualityMarker.seriesBreak.shorthand : ""]
        return [
            section, series, area, group, period.description, period.label,
            format.plain(figure), part(figure?.numerator, of: figure),
            part(figure?.denominator, of: figure),
            flags.filter { !$0.isEmpty }.joined(separator: " "),
        ]
    }

    /// What was counted, where it is known.
    private func part(_ number: FixedDecimal?, of figure: Figure?) -> String {
        guard let figure, figure.value != nil else { return "" }
        return number.map { DecimalFormat(decimals: 0, notation: .plain).text($0) } ?? ""
    }
}

extension FigureFormat {
    /// A figure for a file: the number alone as the page rounds it, or the marker in its place.
    func plain(_ figure: Figure?) -> String {
        figure?.value.map { DecimalFormat(decimals: decimals, notation: .plain).text($0) }
            ?? (figure?.marker ?? .notAvailable).shorthand
    }
}

extension Figure {
    /// The mark beside a figure in a file; empty where the marker stands in its place.
    var plainFlag: String { value == nil ? "" : flag?.shorthand ?? "" }
}

import Mustache
import Scorecard

/// Tables of the parts of a measure, or of figures that are near it.
struct LinesSection {
    let id: String
    let heading: String
    private let intro: String?
    private let page: MeasurePage
    private let series: [MeasureSeries]

    /// A table has no more periods than this: the latest ones.
    static let most = 6

    /// The sections that a page has.
    static func all(of page: MeasurePage) -> [LinesSection] {
        let parts = LinesSection(
            id: "parts", heading: "What it is made of", intro: nil, page: page, role: .part)
        let related = LinesSection(
            id: "related", heading: "Related figures",
            intro: "Published figures that are near this measure and are not the measure itself.",
            page: page, role: .related)
        return [parts, related].filter { !$0.series.isEmpty }
    }

    private init(id: String, heading: String, intro: String?, page: MeasurePage, role: LineRole) {
        self.id = id
        self.heading = heading
        self.intro = intro
        self.page = page
        series = page.series.filter { line in
            line.role == role && page.surroundings.lines.contains { $0.position == line.position }
        }
    }

    var values: TemplateValue {
        [
            "id": .text(id), "heading": .text(heading), "intro": intro.template,
            "lines": .list(series.map(values)),
            "shorthand": .list(shorthand.map { .text($0) }),
        ]
    }

    /// What the letters in square brackets mean, for those that the tables hold.
    private var shorthand: [String] {
        Wording.shorthand(
            of: Set(
                series.flatMap { series in
                    let table = Table(series, page)
                    return table.areas.flatMap { area in
                        table.periods.map { table.figure(of: area, in: $0) }
                    }
                }.compactMap(FigureFormat.missing)))
    }

    /// The figures of a series by area and period, as far as they are shown.
    private struct Table {
        /// How many periods have figures, shown or not.
        let count: Int
        let periods: ArraySlice<Period>
        private(set) var areas: [String] = []
        private let figures: [LineFigure]

        init(_ series: MeasureSeries, _ page: MeasurePage) {
            figures = page.surroundings.lines.filter { $0.position == series.position }
            let periods = Set(figures.map(\.figure.period)).sorted()
            count = periods.count
            self.periods = periods.suffix(LinesSection.most)
            for figure in figures where !areas.contains(figure.area) { areas.append(figure.area) }
        }

        func figure(of area: String, in period: Period) -> Figure? {
            figures.first { $0.area == area && $0.figure.period == period }?.figure
        }
    }

    private func values(_ series: MeasureSeries) -> TemplateValue {
        let table = Table(series, page)
        return [
            "id": .text("line-\(series.position)"),
            "title": .text(series.label ?? series.seriesTitle),
            "words": words(series, among: table.count).template,
            "periods": .list(table.periods.map { .text($0.shortLabel) }),
            "areas": .list(
                table.areas.map { area in
                    [
                        "name": .text(area),
                        "cells": .list(
                            table.periods.map { period in
                                .text(cell(table.figure(of: area, in: period), series))
                            }),
                    ]
                }),
            "note": series.note.map { "\($0)." }.template,
        ]
    }

    /// The unit, unless the title ends with it, and that there are more periods than are shown.
    private func words(_ series: MeasureSeries, among count: Int) -> String? {
        let title = series.label ?? series.seriesTitle
        let isSaid = title.hasSuffix(", \(series.unit)")
        let unit = series.transform == .numerator ? "number" : isSaid ? "" : series.unit
        let latest = count > Self.most ? "The latest \(Self.most) of \(count) periods" : ""
        let words = [unit.capitalisedFirst, latest].filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: ". ")
    }

    private func cell(_ figure: Figure?, _ series: MeasureSeries) -> String {
        Self.format(of: series, page.standing.format).cell(figure)
    }

    /// How the figures of a line are written: a part may be a count where the measure is none.
    static func format(of series: MeasureSeries, _ format: FigureFormat) -> FigureFormat {
        let isWhole = series.transform == .numerator || series.valueKind == .count
        return FigureFormat(kind: format.kind, decimals: isWhole ? 0 : format.decimals)
    }
}

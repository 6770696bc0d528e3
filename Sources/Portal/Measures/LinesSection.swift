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
        ]
    }

    private func values(_ series: MeasureSeries) -> TemplateValue {
        let figures = page.surroundings.lines.filter { $0.position == series.position }
        let periods = Set(figures.map(\.figure.period)).sorted()
        let shown = periods.suffix(Self.most)
        var areas: [String] = []
        for figure in figures where !areas.contains(figure.area) { areas.append(figure.area) }
        return [
            "id": .text("line-\(series.position)"),
            "title": .text(series.label ?? series.seriesTitle),
            "words": .text(words(series, among: periods.count)),
            "periods": .list(shown.map { .text($0.shortLabel) }),
            "areas": .list(
                areas.map { area in
                    [
                        "name": .text(area),
                        "cells": .list(
                            shown.map { period in
                                .text(
                                    cell(
                                        figures.first {
                                            $0.area == area && $0.figure.period == period
                                        }?.figure, series))
                            }),
                    ]
                }),
            "note": series.note.template,
        ]
    }

    private func words(_ series: MeasureSeries, among count: Int) -> String {
        let unit = series.transform == .numerator ? "number" : series.unit
        let latest = count > Self.most ? "The latest \(Self.most) of \(count) periods" : ""
        return [unit.capitalisedFirst, latest].filter { !$0.isEmpty }.joined(separator: ". ")
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

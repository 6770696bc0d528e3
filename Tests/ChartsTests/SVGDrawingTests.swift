import Charts
import Testing

/// What holds for every chart, with texts that would break out of a careless one.
struct SVGDrawingTests {
    private static let hostile = "</title><script onload=\"x\" style='y'>&\u{0}\u{1F}"

    private static var charts: [any SVGDrawing] {
        let figure = PlottedFigure(12.5, hostile)
        let other = PlottedFigure(80, hostile)
        let series = TrendChart.Series(hostile, [figure, nil, other, figure])
        let unit = AxisUnit(prefix: hostile, suffix: hostile)
        return [
            TrendChart(
                id: hostile, title: hostile, unit: unit,
                periods: Array(repeating: hostile, count: 4), local: series, comparator: series,
                target: series, breaks: [.init(before: 2, reason: hostile)],
                trajectory: .init(
                    hostile, [.init(figure, at: 0, hostile), .init(other, at: 3, hostile)]),
                outlook: .init(
                    [hostile],
                    [
                        .init(hostile, .calculation, other, in: 0, range: .init(figure, to: other)),
                        .init(hostile, .judgement, figure, in: 0),
                    ]), intervals: [.init(figure, to: other)]),
            ProcessChart(
                id: hostile, title: hostile, unit: unit, name: hostile,
                points: ProcessChart.Kind.allCases.map { .init(hostile, figure, $0) },
                stretches: [
                    .init(0..<1, mean: figure, lower: figure, upper: other),
                    .init(1..<3, mean: figure, lower: figure, upper: other, reason: hostile),
                ], target: series),
            GovernancePicture(
                id: hostile, title: hostile,
                boards: [
                    .init(hostile, [hostile, hostile]),
                    .init("b", [hostile], reportsTo: [hostile]),
                    .init("c", [], reportsTo: ["b", hostile]), .init("d", []),
                ]),
            Spine(
                5, .better, centre: 4,
                councils: .init(lowest: 1, lowerQuarter: 2, upperQuarter: 6, highest: 9),
                highIsGood: true),
            ComparisonStrip(
                id: hostile, title: hostile, unit: unit, local: .init(hostile, figure),
                country: .init(hostile, other), region: .init(hostile, figure),
                target: .init(hostile, other), neighbours: [figure, other],
                neighboursName: hostile),
            GroupsDotPlot(
                id: hostile, title: hostile, unit: unit, localName: hostile,
                comparatorName: hostile,
                rows: [
                    .init(hostile, local: figure, comparator: other, isTotal: true),
                    .init(hostile, local: nil, comparator: other, hiddenWords: hostile),
                ]),
            Sparkline([.init(at: 0, 1), .init(at: 1, nil), .init(at: 2, 3)], target: 2),
            StatusBar(off: 1, close: 2, on: 3, notJudged: 4),
        ]
    }

    @Test(arguments: charts.indices)
    func `texts stay texts and no attribute styles or acts`(index: Int) throws {
        let svg = Self.charts[index].svg()
        let markup = try Markup(svg)
        let names = Set(markup.elements.map(\.name))
        #expect(
            names.isSubset(of: [
                "svg", "title", "desc", "line", "polyline", "path", "rect", "circle", "text",
                "polygon",
            ]))
        let attributes = Set(markup.elements.flatMap(\.attributes.keys))
        #expect(!attributes.contains { $0 == "style" || $0.hasPrefix("on") })
    }

    @Test(arguments: charts.indices)
    func `a picture has a name, or is hidden`(index: Int) throws {
        let markup = try Markup(Self.charts[index].svg())
        let ids = markup.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for svg in markup.all("svg") {
            #expect(svg.attributes["focusable"] == "false")
            guard svg.attributes["role"] == "img" else {
                #expect(svg.attributes["aria-hidden"] == "true")
                continue
            }
            let named = try #require(svg.attributes["aria-labelledby"]).split(separator: " ")
            #expect(named.count == 2)
            #expect(named.allSatisfy { ids.contains(String($0)) })
        }
    }

    @Test(arguments: charts.indices)
    func `appending adds to the page and is the same as the text`(index: Int) {
        let chart = Self.charts[index]
        var page = Array("<p>".utf8)
        chart.append(to: &page)
        #expect(String(decoding: page, as: UTF8.self) == "<p>" + chart.svg())
    }

    // A text alternative may count, but a decimal in it is a figure, and figures are the caller's.
    @Test func `alternatives hold no figure that was not given`() {
        let charts = [
            GoodDevelopment.chart().alternative,
            GoodDevelopment.chart(local: [1.23, nil, 4.56], comparator: nil).alternative,
        ]
        let given = (GoodDevelopment.stockport + GoodDevelopment.england + [1.23, 4.56])
            .compactMap { $0.map { "\($0)%" } }
        for word in charts.flatMap({ $0.split(whereSeparator: { " ;,".contains($0) }) })
        where word.contains("%") {
            #expect(given.contains { word.hasPrefix($0) })
        }
    }
}

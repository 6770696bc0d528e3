import Mustache
import Scorecard

/// The numbers behind a measure's figures that readers see withheld or rounded.
///
/// It is no `SheetPage`: what must not be passed on is not offered as a file.
struct WithheldPage: Page {
    static let template = "measures/withheld"
    let section: Section? = .measures
    let area: String
    let measure: MeasureDetail
    let figures: [WithheldFigure]

    var address: String? { Links.withheld(ofMeasure: measure.facts.slug) }

    var summary: String {
        "Figures of \(measure.facts.title) that are not for publication."
    }

    var values: TemplateRecord {
        [
            "title": .text(measure.facts.title),
            "area": .text(area),
            "crumbs": [
                Links.home, Links.measures,
                Link(href: Links.measure(measure.facts.slug), label: measure.facts.title),
            ].template,
            "measureHref": .text(Links.measure(measure.facts.slug)),
            "hasFigures": .flag(!figures.isEmpty),
            "rule": .text(rule),
            "rows": .list(rows),
            "shorthand": .list(
                Wording.shorthand(of: Set(figures.compactMap { FigureFormat.missing($0.seen) }))
                    .map { .text($0) }),
        ]
    }

    /// The rule is held against what is published, such as the two ends of a gap.
    private var rule: String {
        let line = measure.series.first { $0.role != .related }
        return measure.smallNumbers.sentence(as: line?.valueKind ?? measure.facts.valueKind)
    }

    private var rows: [TemplateValue] {
        let names = HistoryEvents(measure, [])
        return figures.compactMap { figure in
            guard let line = measure.series.first(where: { $0.position == figure.position }) else {
                return nil
            }
            return values(
                figure, line, name: names.name(of: line), in: names.format(of: line))
        }
    }

    private func values(
        _ figure: WithheldFigure, _ line: MeasureSeries, name: String, in format: FigureFormat
    ) -> TemplateValue {
        let own = figure.actual.transformed(by: line.transform, isLocal: true)
        return [
            "period": .text(figure.actual.period.label.capitalisedFirst),
            "line": .text(figure.group.map { "\(name): \($0)" } ?? name),
            "seen": .text(text(figure.seen.value, format) ?? shorthand(figure.seen)),
            "value": .text(text(own.value, format) ?? shorthand(own)),
            "flag": (own.value == nil ? nil : own.flag?.shorthand).template,
            // Of a count under a percentage it is the parts of that percentage.
            "numerator": text(own.numerator ?? figure.actual.numerator, Self.counts).template,
            "denominator": text(own.denominator ?? figure.actual.denominator, Self.counts).template,
            "reason": .text(reason(figure, line)),
        ]
    }

    private static let counts = FigureFormat(kind: .count, decimals: 0)

    private func text(_ number: FixedDecimal?, _ format: FigureFormat) -> String? {
        number.map { format.exactText($0) }
    }

    private func shorthand(_ figure: Figure) -> String {
        (figure.marker ?? .notAvailable).shorthand
    }

    /// Why readers do not see it as it is.
    private func reason(_ figure: WithheldFigure, _ line: MeasureSeries) -> String {
        guard figure.seen.isSuppressed else {
            return "Readers see it worked out from numbers rounded to the nearest 5."
        }
        let isSmall = measure.smallNumbers.withholds(
            value: figure.actual.value, numerator: figure.actual.numerator,
            denominator: figure.actual.denominator, kind: line.valueKind)
        return isSmall
            ? "It is small itself: by those it counts, those it leaves out, or those it is out of."
            : "It is not small itself. With it a small number could be worked out, or another "
                + "measure with a stricter rule uses it too."
    }
}

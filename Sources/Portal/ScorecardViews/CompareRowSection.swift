import Charts
import Mustache
import Scorecard

/// One measure of the comparison, in words.
struct CompareRow {
    let comparison: AreaComparison
    let organisation: String
    let countryName: String

    private var standing: Standing { comparison.standing }
    private var format: FigureFormat { standing.format }

    /// The values of a row of `scorecards/compare`.
    var values: TemplateValue {
        let verdict = self.verdict
        return [
            "slug": .text(standing.measure.slug),
            "title": .text(standing.measure.title),
            "unit": standing.measure.unit == "%"
                ? .absent : .text(standing.measure.unit.capitalisedFirst),
            "polarity": .text(comparison.polarity.words),
            "period": standing.latestPeriod.template,
            "own": (standing.latestText).template,
            "flag": standing.latestFlag.template,
            "counted": standing.countText.template,
            "obstacle": obstacle.template,
            "countryFigure": country.template,
            "region": region.template,
            "neighbours": neighbours.template,
            "coverage": (comparison.benchmark?.coverage?.words).template,
            "verdict": (verdict?.words).template,
            "verdictLook": .text(verdict?.look ?? ""),
            "range": (comparison.finding?.range(in: format)).template,
            "difference": difference.template,
            "placing": placing.template,
            "spine": spine,
        ]
    }

    /// Why there is nothing beside our own figure.
    var obstacle: String? {
        switch comparison.obstacle {
        case .noFigure: "No figure yet"
        case .count: "A count says how large an area is, so it is not compared."
        case .withheld, nil: nil
        }
    }

    var country: String? { text(comparison.country) }
    var region: String? { text(comparison.others.region?.figure) }
    var neighbours: String? { comparison.benchmark?.value.map { format.text($0) } }
    var verdict: BenchmarkComparison? { comparison.finding?.comparison }

    /// `1.6 points higher than England`, where chance cannot be allowed for.
    var difference: String? {
        guard verdict == nil else { return nil }
        return comparison.difference?.roundedWords(beside: countryName, in: format).capitalisedFirst
    }

    /// The place among the neighbours, or where neither way is better how many it is above.
    var placing: String? {
        if let placing = comparison.placing { return placing.words.capitalisedFirst }
        return comparison.above.map { "Above \($0.count) of \($0.of)" }
    }

    private func text(_ figure: Figure?) -> String? {
        guard let figure else { return nil }
        return figure.value.map { format.text($0) } ?? figure.marker?.shorthand
    }

    /// The place among all councils; nothing where neither way is better, so that right and left
    /// would mean nothing.
    private var spine: TemplateValue {
        guard comparison.obstacle == nil, let own = standing.latest?.value,
            let centre = comparison.country?.value, let all = comparison.others.distribution,
            let highIsGood = comparison.polarity.highIsGood
        else { return .absent }
        return .drawing(
            Spine(
                Double(own), verdict?.kind ?? .similar, centre: Double(centre),
                councils: Spine.Councils(
                    lowest: Double(all.p1), lowerQuarter: Double(all.p25),
                    upperQuarter: Double(all.p75), highest: Double(all.p99)),
                highIsGood: highIsGood))
    }
}

extension BenchmarkComparison {
    /// The ending of the style of the word.
    fileprivate var look: String {
        switch self {
        case .better: "better"
        case .worse: "worse"
        case .similar, .higher, .lower: "similar"
        }
    }

    fileprivate var kind: Spine.Kind {
        switch self {
        case .better: .better
        case .worse: .worse
        case .similar, .higher, .lower: .similar
        }
    }
}

extension Polarity {
    /// Whether larger is better; `nil` where it is not simply one way.
    fileprivate var highIsGood: Bool? {
        switch self {
        case .highIsGood: true
        case .lowIsGood: false
        case .betweenIsGood, .context, .unconfirmed: nil
        }
    }
}

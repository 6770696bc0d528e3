import Mustache
import Scorecard

// What a row of a scorecard shows of a measure.

extension Standing {
    /// The values of a scorecard's row, under a headline that it names itself, if any, and with
    /// the name of the country: a row that has all that it shows is remembered as it was shown.
    func rowValues(under headline: String?, country: String) -> TemplateValue {
        shown.row.output(of: RowSurroundings(headline: headline, country: country)) {
            newRowValues(under: headline, country: country).remembered
        }
    }

    private func newRowValues(under headline: String?, country: String) -> TemplateValue {
        let status = judgement.status
        let target = self.target
        let trend = self.trend
        return [
            "slug": .text(measure.slug),
            "title": .text(measure.title),
            "unit": measure.unit == "%" ? .absent : .text(measure.unit),
            "counted": countText.template,
            "polarity": .text(measure.polarity.words),
            "hasFigure": .flag(latest != nil),
            "value": latestText.template,
            "flag": latestFlag.template,
            "period": latestPeriod.template,
            "hasTarget": .flag(target != nil),
            "target": (target?.target.words(in: format, on: targetDay)).template,
            "targetUntil": (target?.target.ends?.untilWords).template,
            "baseline": (target?.baseline.map { format.exactText($0) }).template,
            "statusClass": .text(status.look),
            "statusIcon": .text(status.icon),
            "statusWords": .text(status.words),
            "hasChange": .flag(change?.direction != nil),
            "changeClass": .text(change?.meaning.look ?? ""),
            "changeIcon": .text(change?.direction?.icon ?? ""),
            "changeWords": .text(change?.words(format) ?? "–"),
            "changeNote": changeNote.template,
            "hasTrend": .flag(trend != nil),
            "trend": trend?.drawing ?? .absent,
            "trendCount": .integer(trend?.count ?? 0),
            "trendFirst": (trend?.first).template,
            "trendLatest": (trend?.latest).template,
            "trendLowest": (trend?.lowest).template,
            "trendHighest": (trend?.highest).template,
            "under": headline.template,
            "country": .text(country),
            "england": countryText.template,
        ]
    }

    private var changeNote: String? {
        guard let change, change.basis == .figureBefore else { return nil }
        return change.earlier.shortLabel
    }

    private var countryText: String? {
        guard let figure = countryLatest else { return nil }
        guard let value = figure.value else { return figure.marker?.shorthand }
        return format.text(value)
    }
}

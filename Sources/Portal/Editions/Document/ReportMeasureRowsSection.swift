import Mustache
import Scorecard

extension ReportMeasureRows {
    /// The groups with their rows.
    var values: TemplateValue {
        let hasOne = Set(groups.map(\.scorecard.slug)).count == 1
        return .list(
            groups.map { group in
                [
                    "title": .text(group.headline.words),
                    "scorecard": hasOne ? .absent : .text(group.scorecard.title),
                    "rows": .list(
                        group.measures.compactMap { source.measures.standings[$0.id] }.map(row)),
                ]
            })
    }

    private func row(_ standing: Standing) -> TemplateValue {
        var values: TemplateRecord = [
            "id": .text(standing.measure.appendixId),
            "code": .text(standing.measure.code),
            "title": .text(standing.measure.title),
            "definition": .text(definition(of: standing)),
            "latest": standing.latestText.template,
            "flag": standing.latestFlag.template,
            "flagWords": (standing.latest?.flag?.words).template,
            "counted": standing.countText.template,
            "period": standing.latestPeriod.template,
            "used": version(of: standing).template,
        ]
        values.append(contentsOf: standing.statusValues)
        return .record(values)
    }
}

extension ReportSmallNumbers {
    /// The rules with their letters.
    var values: TemplateValue {
        .list(
            rules.enumerated().map { place, words in
                ["letter": .text(Self.letter(at: place)), "words": .text(words)]
            })
    }
}

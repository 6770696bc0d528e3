import Scorecard

/// How the standings of measures are written into a sheet.
enum StandingSheet {
    static let columns = [
        "measure", "unit", "good_is", "value", "flag", "numerator", "denominator", "period",
        "period_label", "is_current", "target", "target_until", "status", "change",
        "change_meaning", "change_since",
    ]

    /// The cells of one measure, as a page shows them but without signs and separators.
    static func cells(_ standing: Standing) -> [String] {
        let latest = standing.latest
        let counts = standing.countText == nil ? nil : latest
        let change = standing.change
        let format = standing.format
        return [
            standing.measure.title, standing.measure.unit, standing.measure.polarity.words,
            plain(standing.latestText), standing.latestFlag ?? "",
            counts?.numerator?.description ?? "", counts?.denominator?.description ?? "",
            latest?.period.description ?? "", latest?.period.label ?? "",
            latest == nil ? "" : standing.isCurrent ? "yes" : "no",
            (standing.target?.target.words(in: format, on: standing.targetDay)) ?? "",
            standing.target?.target.ends?.description ?? "",
            standing.judgement.status.words,
            plain(change?.difference.map(format.change)),
            change?.meaning.rawValue ?? "", change?.earlier.description ?? "",
        ]
    }

    /// A number without its percent sign, thousands separators and plus, and with a plain minus.
    static func plain(_ text: String?) -> String {
        String(
            (text ?? "").compactMap { character -> Character? in
                switch character {
                case "%", ",", "+": nil
                case "\u{2212}": "-"
                default: character
                }
            })
    }
}

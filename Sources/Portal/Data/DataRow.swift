import Scorecard

/// A published figure of a measure with all that a file says of it.
struct DataRow {
    let code: String
    let measure: String
    let unit: String
    let areaCode: String
    let area: String
    let group: String
    let figure: Figure
    let source: String

    /// The cells, in the order of the set's columns.
    var cells: [String] {
        [
            code, measure, areaCode, area, group, figure.period.description, figure.period.label,
            figure.value?.description ?? figure.marker?.shorthand ?? "",
            figure.numerator?.description ?? "", figure.denominator?.description ?? "", unit,
            figure.flag?.shorthand ?? "", figure.status.rawValue, source,
        ]
    }
}

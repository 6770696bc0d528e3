import Scorecard

/// How a measure's figures are written in a file: numbers alone, withheld ones by their marker.
struct PlainFigure {
    let format: FigureFormat

    /// The number, the marker in its place, or nothing where there is no figure.
    func text(_ figure: Figure?) -> String {
        guard let figure else { return "" }
        return figure.value.map { text($0) } ?? (figure.marker ?? .notAvailable).shorthand
    }

    func text(_ value: FixedDecimal?) -> String {
        value?.plain(decimals: format.decimals) ?? ""
    }
}

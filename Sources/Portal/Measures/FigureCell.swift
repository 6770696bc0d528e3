import Scorecard

// How figures are written in the tables beside charts.

extension FigureFormat {
    /// A figure in a column that names the unit: the number alone, or the marker in its place.
    func cell(_ figure: Figure?) -> String {
        figure?.value.map { DecimalFormat(decimals: decimals).text($0) }
            ?? (figure?.marker ?? .notAvailable).shorthand
    }

    /// A figure less another, signed, or the marker in its place.
    func cell(ofDifference figure: Figure?, from other: Figure?) -> String {
        guard let figure, let other else {
            return (figure?.marker ?? other?.marker ?? .notAvailable).shorthand
        }
        let difference = figure.difference(from: other)
        return difference.value.map { change($0) }
            ?? (difference.marker ?? .notAvailable).shorthand
    }

    /// The marker that stands in a cell in place of a number, if one does.
    static func missing(_ figure: Figure?) -> QualityMarker? {
        guard let figure else { return .notAvailable }
        return figure.value == nil ? figure.marker ?? .notAvailable : nil
    }
}

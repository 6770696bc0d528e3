// Estimates are binary floating point. They are rounded to decimals only to be written.
extension FixedDecimal {
    /// An estimate rounded to eight places; `nil` beyond the range, and for what is no number.
    init?(estimate: Double) {
        guard let units = Int64(exactly: (estimate * Double(Self.one)).rounded()) else {
            return nil
        }
        self.init(hundredMillionths: units)
    }
}

extension FigureFormat {
    /// An estimate for people, written as the measure's figures are.
    public func text(estimate: Double) -> String {
        FixedDecimal(estimate: estimate).map(text) ?? estimate.description
    }

    /// An estimate beside a bound that it lies beyond, with as many places as tell them apart.
    func text(estimate: Double, apartFrom bound: Double) -> String {
        var shown = self
        while shown.decimals < FixedDecimal.places, estimate != bound,
            shown.text(estimate: estimate) == shown.text(estimate: bound)
        {
            shown = FigureFormat(kind: kind, decimals: shown.decimals + 1)
        }
        return shown.text(estimate: estimate)
    }

    /// Two ends as people say them: `20.2% to 22.9%`.
    public func text(from lower: Double, to upper: Double) -> String {
        "\(text(estimate: lower)) to \(text(estimate: upper))"
    }
}

extension ValueKind {
    /// The nearest number that a figure can be: shares lie in 0 to 100, and nothing counted is
    /// below 0.
    func nearest(to value: Double) -> Double {
        switch self {
        case .percentage, .composition: min(max(value, 0), 100)
        case .rate, .count: max(value, 0)
        case .score, .points, .narrative: value
        }
    }
}

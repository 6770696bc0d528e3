extension Figure {
    /// This figure less another, exactly, with the flag of the weaker of the two.
    ///
    /// It has no value if either has none or is withheld: one figure and a difference would tell
    /// the other. It is for the period of this figure.
    public func difference(from other: Figure) -> Figure {
        let flag = QualityMarker.weaker(flag, other.flag)
        guard !isSuppressed, !other.isSuppressed, let value, let base = other.value,
            let difference = value - base
        else { return Figure(period: period, value: nil, marker: flag ?? .notAvailable) }
        let status = FigureStatus.allCases.first { $0.marker == flag } ?? .final
        return Figure(
            period: period, value: difference, status: status,
            marker: status == .final ? flag : nil)
    }
}

// How many places the numbers of a sentence have. Each is rounded by itself, so that a reader who
// subtracts one from another must not find a third.

extension FigureFormat {
    /// The places at which two figures, and how far they lie apart, agree as they are shown.
    ///
    /// At eight places nothing is rounded, so there always are such. Figures that differ do not
    /// look equal there, nor their difference like nothing.
    func placesAgreeing(_ one: FixedDecimal, _ other: FixedDecimal, apart: FixedDecimal) -> Int {
        var places = decimals
        while places < FixedDecimal.places,
            !apart.isShownDistance(from: one.rounded(to: places), other.rounded(to: places), places)
        {
            places += 1
        }
        return places
    }
}

extension FixedDecimal {
    /// Whether the distance, as it is shown with so many places, is that of two numbers as shown.
    func isShownDistance(
        from one: FixedDecimal, _ other: FixedDecimal, _ places: Int
    ) -> Bool {
        let shown = rounded(to: places).wide.magnitude
        guard shown != 0 || self == .zero else { return false }
        return (one.wide - other.wide).magnitude == shown
    }

    /// The decimal with so many places or fewer that is nearest above, or the decimal itself.
    func roundedUp(to decimals: Int) -> FixedDecimal {
        let nearest = rounded(to: decimals)
        guard nearest < self else { return nearest }
        let unit = Int128(Self.powers[Self.places - min(max(decimals, 0), Self.places)])
        return FixedDecimal(wide: nearest.wide + unit) ?? self
    }

    /// The decimal with so many places or fewer that is nearest below, or the decimal itself.
    func roundedDown(to decimals: Int) -> FixedDecimal {
        -(-self).roundedUp(to: decimals)
    }
}

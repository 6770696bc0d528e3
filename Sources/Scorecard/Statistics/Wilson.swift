extension ConfidenceInterval {
    /// The interval of a proportion by Wilson's score method, as fractions of one.
    ///
    /// It is the method of English public health statistics, and holds for small
    /// numbers and for none or all. It is `nil` where the numbers make no
    /// proportion. E. B. Wilson, Journal of the American Statistical Association
    /// 22 (1927), 209 to 212.
    public init?(
        ofProportion numerator: Double, in denominator: Double,
        _ level: ConfidenceLevel = .ninetyFive
    ) {
        guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
        let squared = level.deviate * level.deviate
        let share = numerator / denominator
        let centre = 2 * numerator + squared
        let spread =
            level.deviate * (squared + 4 * numerator * (1 - share)).squareRoot()
        let whole = 2 * (denominator + squared)
        // None and all are exact ends, which rounding must not move.
        lower = numerator == 0 ? 0 : (centre - spread) / whole
        upper = numerator == denominator ? 1 : (centre + spread) / whole
    }
}

// Rounding without `rounded()`: that calls the C library's mathematics, as does `stride` over
// doubles, and a module that imports nothing would have to be linked with it by hand.
extension Double {
    /// Whether a drawing can place the value: finite, and small enough for exact arithmetic on it.
    var isDrawable: Bool { magnitude < 1e12 }

    /// The nearest integer, halves away from zero; for values up to 1e18.
    var nearestInteger: Int { Int(self < 0 ? self - 0.5 : self + 0.5) }

    /// The greatest integer that is not above the value; for values up to 1e18.
    var integerBelow: Int {
        let whole = Int(self)
        return Double(whole) > self ? whole - 1 : whole
    }

    /// The least integer that is not below the value; for values up to 1e18.
    var integerAbove: Int { -(-self).integerBelow }
}

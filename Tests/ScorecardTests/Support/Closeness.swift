/// Whether two numbers agree to a relative error, one in a thousand million unless said.
func agree(_ found: Double?, _ expected: Double, within error: Double = 1e-9) -> Bool {
    guard let found else { return false }
    return abs(found - expected) <= max(abs(expected) * error, 1e-12)
}

import Testing

/// Records that something does not hold; the program of `make fuzz` has one that ends it.
func demand(_ holds: Bool, _ rule: @autoclosure () -> String) {
    if !holds { Issue.record("BROKEN: \(rule())") }
}

import Scorecard

// The one seam where figures meet their audience: every figure that a query reads passes through
// these terms before it leaves the query, so that no page, drawing or download can hold a number
// that its readers may not see.

extension MeasureFacts {
    /// Under which terms an audience sees the measure's figures.
    func terms(for audience: Audience) -> DisclosureTerms {
        // What a gap is worked out from are percentages.
        DisclosureTerms(
            audience: audience, rule: smallNumbers,
            kind: valueKind == .points ? .percentage : valueKind, multiplier: multiplier)
    }
}

import Testing

@Suite struct ScorecardPlaceholderTests {}

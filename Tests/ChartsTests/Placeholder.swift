import Testing

@Suite struct ChartsPlaceholderTests {}

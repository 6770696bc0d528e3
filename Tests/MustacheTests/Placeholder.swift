import Testing

@Suite struct MustachePlaceholderTests {}

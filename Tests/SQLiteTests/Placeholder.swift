import Testing

@Suite struct SQLitePlaceholderTests {}

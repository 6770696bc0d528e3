import Testing

@Suite struct SpreadsheetPlaceholderTests {}

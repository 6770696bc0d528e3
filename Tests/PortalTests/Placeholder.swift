import Testing

@Suite struct PortalPlaceholderTests {}

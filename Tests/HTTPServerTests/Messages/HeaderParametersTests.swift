import Testing

@testable import HTTPServer

@Suite struct HeaderParametersTests {
    /// RFC 9110, 5.6.6 and 5.6.4, but that only a quote is escaped.
    @Test(
        arguments: [
            ("form-data; a=b", "b"), ("FORM-DATA ;A=b ; c=d", "b"),
            ("form-data; a=\"b; c\"", "b; c"), ("form-data; a=\"\"", ""),
            ("form-data;;a=b;", "b"), ("form-data; a=\"b\\c\"", "b\\c"),
            ("form-data; a=\"b\\\"c\"; d=e", "b\"c"),
            // An accent is a part of the character before it, and yet the quote ends there.
            ("form-data; a=\"\u{301}b\"", "\u{301}b"), ("form-data; a=\"\u{600}\"", "\u{600}"),
            ("form-data; b=a", nil),
        ] as [(String, String?)])
    func `a parameter is found by its name`(_ field: String, _ value: String?) throws {
        let found = try HeaderParameters(field)
        #expect(found.value == "form-data")
        #expect(found["a"] == value.map { Array($0.utf8) })
    }

    @Test(arguments: [
        ("form-data; a=\"b", HeaderParameters.Fault.malformed), ("form-data; a=", .malformed),
        ("form-data; x; a=b", .malformed), ("form-data; a=b; A=c", .repeated), ("", .malformed),
        ("; a=b", .malformed), ("form-data a=b", .malformed),
    ])
    func `what breaks the grammar is refused`(_ field: String, _ fault: HeaderParameters.Fault) {
        #expect(throws: fault) { try HeaderParameters(field) }
    }
}

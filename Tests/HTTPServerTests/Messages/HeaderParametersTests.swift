import Testing

@testable import HTTPServer

@Suite struct HeaderParametersTests {
    /// RFC 9110, 5.6.6 and 5.6.4, but that only a quote is escaped.
    @Test(
        arguments: [
            ("form-data; a=b", "b"), ("FORM-DATA ;A=b ; c=d", "b"),
            ("form-data; a=\"b; c\"", "b; c"),
            ("form-data; a=\"\"", ""), ("form-data; a=", ""), ("form-data;;x;a=b", "b"),
            ("form-data; a=\"b\\c\"", "b\\c"), ("form-data; a=\"b\\\"c\"; d", "b\"c"),
            // An accent is a part of the character before it, and yet the quote ends there.
            ("form-data; a=\"\u{301}b\"", "\u{301}b"), ("form-data; a=\"\u{600}\"", "\u{600}"),
            ("form-data; a=\"b", nil), ("form-data; b=a", nil), ("text/plain; a=b", nil),
        ] as [(String, String?)])
    func `a parameter is found by its name`(_ field: String, _ value: String?) {
        let found = HeaderParameters(field, of: "form-data")?["a"]
        #expect(found.map { Array($0.utf8) } == value.map { Array($0.utf8) })
    }
}

import Testing

@testable import HTTPServer

@Suite struct ExpositionTests {
    // The examples of Prometheus' page on its formats, "Text format details".
    @Test func `families and samples are written as the format has them`() {
        var text = Exposition()
        text.begin("http_requests_total", .counter, "The total number of HTTP requests.")
        text.add(1027, ["method": "post", "code": "200"])
        text.begin("load", .gauge, "Now.")
        text.add(0.5)
        #expect(
            text.text == """
                # HELP http_requests_total The total number of HTTP requests.
                # TYPE http_requests_total counter
                http_requests_total{method="post",code="200"} 1027
                # HELP load Now.
                # TYPE load gauge
                load 0.5

                """)
    }

    @Test(arguments: [
        ("C:\\DIR", "C:\\\\DIR"), ("a\"b", "a\\\"b"), ("a\nb", "a\\nb"), ("/:s", "/:s"),
        ("\u{e9}", "\u{e9}"),
    ])
    func `a label's value ends where it should`(_ value: String, _ shown: String) {
        var text = Exposition()
        text.begin("a", .gauge, "x\ny")
        text.add(1, ["route": value])
        #expect(text.text.hasSuffix("\na{route=\"\(shown)\"} 1\n"))
        #expect(text.text.hasPrefix("# HELP a x\\ny\n"))
    }
}

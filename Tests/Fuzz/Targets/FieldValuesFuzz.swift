@testable import HTTPServer

/// Any text as the value of the fields that the server reads, and true values beside such text,
/// which it must not hide.
enum FieldValuesFuzz {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.filter(\.isFieldContent), as: UTF8.self)
        checkParameters(text)
        checkEncodings(text)
        checkTags(text)
        checkCookies(text)
        checkProxies(text)
    }

    private static func checkParameters(_ text: String) {
        for whole in [text, "form-data" + text, "form-data;" + text] {
            // Any refusal is right; what may not happen is a trap.
            _ = try? HeaderParameters(whole)
        }
        // A backslash may escape the quote that ends the string.
        let value = text.utf8.filter { $0 != 34 && $0 != 92 }
        let quoted = String(decoding: value, as: UTF8.self)
        let field = try? HeaderParameters("form-data; a=\"\(quoted)\"; b=c")
        demand(
            field?["a"] == value && field?["b"] == [UInt8(ascii: "c")],
            "a quoted value comes back: \(quoted)")
    }

    private static func checkEncodings(_ text: String) {
        let isTaken = takesGzip(text)
        demand(takesGzip(upper(text)) == isTaken, "case changes nothing: \(text)")
        demand(
            !isTaken || upper(text).contains("GZIP") || text.utf8.contains(42),
            "gzip is not welcome unasked: \(text)")
        demand(takesGzip("gzip, " + text), "gzip is welcome first of all: \(text)")
        demand(!takesGzip("gzip;q=0, " + text), "gzip is refused first of all: \(text)")
    }

    private static func takesGzip(_ field: String) -> Bool {
        AcceptEncoding(["Accept-Encoding": field]).takesGzip
    }

    private static func checkTags(_ text: String) {
        let tag = EntityTag.of(Array(text.utf8))
        for known in [tag, "W/" + tag, EntityTag.ofCompressed(tag)] {
            demand(isListed(tag, known + ", " + text), "a tag is known: \(known), \(text)")
        }
        demand(
            !isListed(tag, text) || text.utf8.contains(42) || text.contains(tag.dropLast()),
            "no other tag is taken for it: \(text)")
    }

    private static func isListed(_ tag: String, _ list: String) -> Bool {
        EntityTag.match(tag, in: list, strongly: false) != .none
    }

    private static func checkCookies(_ text: String) {
        let cookie = Cookie("sid", text)
        demand(cookie.description.split(separator: ";").count == 5, "five parts: \(cookie)")
        let others = text.split(separator: "sid").joined()
        for field in ["sid=\(cookie.value); \(others)", "\(others); sid=\(cookie.value)"] {
            let request = Request(.get, "/", headers: ["Cookie": field])
            demand(request.cookie("sid") == cookie.value, "a cookie is found: \(field)")
        }
    }

    private static func checkProxies(_ text: String) {
        for (fields, name) in [
            (ForwardedFields.xForwarded, "X-Forwarded-For" as HeaderName),
            (.xForwarded, "X-Forwarded-Host"), (.xForwarded, "X-Forwarded-Proto"),
            (.forwarded, "Forwarded"),
        ] {
            let request = Request(
                .get, "/", headers: ["Host": "a", name: text], peerAddress: "192.0.2.1")
            guard let proxies = try? Proxies(["192.0.2.1"], fields) else {
                demand(false, "an address is trusted")
                return
            }
            let result = proxies.unwrapped(request)
            demand(Network(result.peerAddress) != nil, "who asks is an address: \(text)")
            demand(["http", "https"].contains(result.scheme), "a scheme is one of two: \(text)")
            let host = Array(result.authority.utf8)
            demand(HostField.isValid(host.span, host.indices), "a host is one: \(text)")
        }
    }

    private static func upper(_ text: String) -> String {
        String(
            decoding: text.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    }
}

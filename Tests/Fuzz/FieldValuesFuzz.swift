@testable import HTTPServer

/// Any text as the value of the fields that the server reads, and true values beside such text,
/// which it must not hide.
enum FieldValuesFuzz {
    @Sendable static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.filter(\.isFieldContent), as: UTF8.self)
        checkParameters(text)
        checkEncodings(text)
        checkTags(text)
        checkCookies(text)
        checkProxies(text)
    }

    private static func checkParameters(_ text: String) {
        for whole in [text, "form-data" + text, "form-data;" + text] {
            _ = HeaderParameters(whole, of: "form-data")?["name"]
        }
        // A backslash may escape the quote that ends the string.
        let value = String(decoding: text.utf8.filter { $0 != 34 && $0 != 92 }, as: UTF8.self)
        let field = HeaderParameters("form-data; a=\"\(value)\"; b=c", of: "form-data")
        demand(
            field?["a"]?.utf8.elementsEqual(value.utf8) == true && field?["b"] == "c",
            "a quoted value comes back: \(value)")
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
        Negotiation.accepts(gzipIn: field)
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
        EntityTag.isListed(tag, in: list)
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
        let request = Request(
            .get, "/", headers: ["X-Forwarded-For": text], peerAddress: "192.0.2.1")
        let client = Proxies.client(of: request, trusted: ["192.0.2.1"])
        demand(
            client?.isEmpty != true
                && client?.utf8.allSatisfy { $0.hexValue != nil || $0 == 46 || $0 == 58 } != false,
            "who asks is an address: \(text)")
        demand(
            Proxies.client(of: request, trusted: []) == nil, "a stranger is not believed: \(text)")
    }

    private static func upper(_ text: String) -> String {
        String(
            decoding: text.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    }
}

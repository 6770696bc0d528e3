import Testing

@testable import HTTPServer

@Suite struct CookieTests {
    @Test func `a cookie is safe unless it says otherwise`() {
        var cookie = Cookie("session", "abc")
        #expect(cookie.description == "session=abc; Path=/; Secure; HttpOnly; SameSite=Lax")
        cookie.maxAge = 60
        cookie.isSecure = false
        cookie.sameSite = .strict
        #expect(
            cookie.description == "session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict")
    }

    @Test func `a value cannot add attributes`() {
        #expect(Cookie("a", "b; Domain=evil\r\nX: y").value == "bDomain=evilX:y")
    }

    @Test(
        arguments: [
            ("a=1; b=2", "b", "2"), ("b=1; b=2", "b", "1"), ("b=x=y", "b", "x=y"),
            ("B=1", "b", nil),
            ("=; b=1", "b", "1"), ("b", "b", nil), ("", "b", nil),
            // A number sign that joins what follows, and an accent that joins what precedes.
            ("a=\u{600}; b=1", "b", "1"), ("b=\u{301}", "b", "\u{301}"),
        ] as [(String, String, String?)])
    func `a cookie is found by its name`(_ field: String, _ name: String, _ value: String?) {
        #expect(Request(.get, "/", headers: ["Cookie": field]).cookie(name) == value)
    }
}

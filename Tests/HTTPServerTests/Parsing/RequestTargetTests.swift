import Testing

@testable import HTTPServer

@Suite struct RequestTargetTests {
    @Test(arguments: [
        ("/", "/"), ("/a", "/a"), ("/a/", "/a/"), ("/a?b/../c", "/a"), ("/a//b", "/a//b"),
        ("/a/./b", "/a/b"), ("/a/b/../c", "/a/c"), ("/a/b/..", "/a/"), ("/a/..", "/"),
        ("/a/%2e%2E/b", "/b"), ("/a%20b", "/a%20b"), ("/a%2Fb", "/a%2Fb"),
        ("/.well-known", "/.well-known"),
        ("/a/...", "/a/..."), ("http://example.org", "/"), ("HTTP://example.org/x?y", "/x"),
        ("https://[::1]:80/x", "/x"), ("http://example.org?x", "/"),
    ])
    func `a target has one normal path`(_ target: String, _ path: String) throws {
        let request = try #require(try read("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")?.get())
        #expect(request.path == path)
    }

    @Test(arguments: [
        "/..", "/../a", "/a/../../b", "/%2e%2e/a", "/%", "/%4", "/%zz", "/%00", "/%ff", "/%c0%ae",
        "/a\\b", "/a#b", "/ä", "*", "a", "example.org:80", "ftp://example.org/", "http:///a",
        "http://user@example.org/",
    ])
    func `a target that leads astray is refused`(_ target: String) {
        guard case .failure(let error) = read("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n") else {
            Issue.record("not refused")
            return
        }
        #expect(error.status == .badRequest)
    }

    @Test func `an absolute target names the host`() throws {
        let text = "GET http://one.example/ HTTP/1.1\r\nHost: two.example\r\n\r\n"
        #expect(try read(text)?.get().authority == "one.example")
    }

    @Test func `a slash that is encoded stays inside its segment`() {
        #expect(Request(.get, "/a%2Fb/c").segments == ["a/b", "c"])
    }
}

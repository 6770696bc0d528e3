import Testing

@testable import HTTPServer

@Suite struct ResponseWriterTests {
    static func lines(_ response: Response, _ change: (inout Exchange) -> Void = { _ in })
        -> [String]
    {
        var (writer, output) = (ResponseWriter(), Output())
        var exchange = Exchange(id: RequestID(number: 255), peer: "::1", start: 0)
        exchange.method = .get
        exchange.isPersistent = true
        change(&exchange)
        writer.write(response, for: &exchange, to: &output)
        return String(decoding: output.head, as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false
        ).map(String.init)
    }

    @Test(arguments: HTTPStatus.allCases)
    func `every status has its line and the date`(_ status: HTTPStatus) {
        let lines = Self.lines(Response(status))
        #expect(lines[0] == "HTTP/1.1 \(status.rawValue) \(status.reason)")
        #expect(lines[1].hasPrefix("Date: ") && lines[1].hasSuffix(" GMT"))
        #expect(lines[2] == "X-Request-Id: 00000000000000ff")
        let hasLength = status != .noContent && status != .notModified
        #expect(lines.contains("Content-Length: 0") == hasLength)
        #expect(lines.suffix(2) == ["", ""])
    }

    @Test func `a head is its fields in order, then the length, and nothing else`() {
        var response = Response.text("ok")
        response.headers.add("X", "")
        #expect(
            Self.lines(response).dropFirst(3)
                == [
                    "Content-Type: text/plain; charset=utf-8", "X: ", "Content-Length: 2", "", "ok",
                ])
    }

    @Test(arguments: [
        (true, true, nil), (true, false, "close"), (false, true, "keep-alive"),
        (false, false, "close"),
    ])
    func `a connection that does not go on as usual is said to`(
        _ isHTTP11: Bool, _ isPersistent: Bool, _ said: String?
    ) {
        let lines = Self.lines(.text("")) {
            $0.isHTTP11 = isHTTP11
            $0.isPersistent = isPersistent
        }
        #expect(
            lines.filter { $0.hasPrefix("Connection:") }
                == (said.map { ["Connection: \($0)"] } ?? []))
    }

    @Test func `fields that came with a request can be sent, without those that are ours`() {
        guard
            case .success(let request) = read(
                "GET / HTTP/1.1\r\nHost:a\r\nConnection: close\r\nDate: x\r\nX:  y \r\n\r\n")
        else { Issue.record("not read"); return }
        var headers = request.headers
        headers.add("Z", "z")
        let lines = Self.lines(Response(headers: headers)).dropFirst(3)
        #expect(
            lines == ["Host: a", "X: y", "Z: z", "Content-Length: 0", "Connection: close", "", ""])
    }
}

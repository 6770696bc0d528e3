import Synchronization
import Testing

@testable import HTTPServer

@Suite struct StreamTests {
    struct Failure: Error {}

    static func numbers(_ count: Int, failingAt failure: Int? = nil) -> Response {
        let stream = BodyStream(from: 0) { number in
            number += 1
            if number == failure { throw Failure() }
            // An empty piece is not the end.
            if number == 2 { return [] }
            return number > count ? nil : Array("\(number),".utf8)
        }
        return .stream(stream, contentType: "text/csv")
    }

    @Test func `content comes in chunks and the connection goes on`() throws {
        try withServer(respond: { _ in Self.numbers(4) }) { port, _ in
            let client = try Client(port)
            for _ in 0..<2 {
                let answer = try #require(client.get("/"))
                #expect(answer["Transfer-Encoding"] == "chunked")
                #expect(answer["Content-Length"] == nil)
                #expect(answer.text == "1,3,4,")
            }
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(client.answer(isHead: true)?["Transfer-Encoding"] == "chunked")
            client.send("GET / HTTP/1.0\r\n\r\n")
            let old = try #require(client.answer())
            #expect(old["Transfer-Encoding"] == nil)
            #expect(old.text == "1,3,4,")
        }
    }

    @Test func `content that fails half-way is cut off`() throws {
        try withServer(respond: { _ in Self.numbers(9, failingAt: 4) }) { port, _ in
            let client = try Client(port)
            #expect(client.get("/") == nil)
            #expect(client.isClosed)
        }
    }

    /// Where the connection's end is the content's, only a reset can tell that it is not whole.
    @Test(arguments: [(nil, Socket.Outcome.ended), (4, .broken)])
    func `content that fails half-way resets a connection without chunks`(
        _ failure: Int?, _ ending: Socket.Outcome
    ) throws {
        try withServer(respond: { _ in Self.numbers(9, failingAt: failure) }) { port, _ in
            let client = try Client(port)
            client.send("GET / HTTP/1.0\r\n\r\n")
            #expect(client.ending == ending)
        }
    }

    @Test(arguments: [0, 1, 4, 500])
    func `text is compressed piece by piece`(_ count: Int) throws {
        try withServer(respond: { _ in Self.numbers(count) }) { port, _ in
            let client = try Client(port)
            let plain = try #require(client.get("/"))
            for _ in 0..<2 {
                let answer = try #require(client.get("/", "Accept-Encoding: gzip\r\n"))
                #expect(answer["Content-Encoding"] == "gzip")
                #expect(answer["Transfer-Encoding"] == "chunked")
                #expect(inflated(answer.body) == plain.body)
            }
            client.send("GET / HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n")
            #expect(inflated(try #require(client.answer()).body) == plain.body)
        }
    }

    @Test func `compressed content that fails half-way is cut off`() throws {
        try withServer(respond: { _ in Self.numbers(9, failingAt: 4) }) { port, _ in
            let client = try Client(port)
            #expect(client.get("/", "Accept-Encoding: gzip\r\n") == nil)
            #expect(client.isClosed)
        }
    }

    @Test func `no more is made than is read`() throws {
        let made = Mutex(0)
        let response = Response.stream(
            BodyStream {
                made.withLock { made in
                    made += 1
                    return made > 2000 ? nil : [UInt8](repeating: 97, count: 64 << 10)
                }
            }, contentType: "text/plain")
        try withServer(respond: { $0.path == "/" ? response : .text("other") }) { port, _ in
            let slow = try Client(port)
            slow.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            // Many answers to another client: time enough to make it all, if nothing held it back.
            let other = try Client(port)
            for _ in 0..<3000 { #expect(other.get("/other")?.text == "other") }
            #expect(made.withLock { $0 } < 1000)
            #expect(slow.answer()?.body.count == 2000 * 64 << 10)
        }
    }
}

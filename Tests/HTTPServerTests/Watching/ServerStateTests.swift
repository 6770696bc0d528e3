import Testing

@testable import HTTPServer

@Suite struct ServerStateTests {
    @Test func `requests are counted by route and status over all loops`() throws {
        let state = ServerState()
        try withServer(
            {
                $0.state = state
                $0.loops = 2
            },
            respond: { request in
                var response = Response.text("x")
                if request.path == "/lost" { return .text("no", status: .notFound) }
                response.route = "/measures/:measure"
                return response
            }
        ) { port, _ in
            for _ in 0..<6 {
                let client = try Client(port)
                #expect(client.get("/measures/a") != nil)
                #expect(client.get("/measures/b") != nil)
                #expect(client.get("/lost") != nil)
            }
            let wrong = try Client(port)
            wrong.send("NONSENSE\r\n\r\n")
            #expect(wrong.answer()?.status == 400)
        }
        let text = state.text
        #expect(text.contains(#"http_requests_total{route="/measures/:measure",status="200"} 12"#))
        #expect(text.contains(#"http_requests_total{route="-",status="404"} 6"#))
        #expect(text.contains(#"http_requests_total{route="-",status="400"} 1"#))
        #expect(text.contains(#"_bucket{route="/measures/:measure",le="+Inf"} 12"#))
        #expect(text.contains(#"_count{route="/measures/:measure"} 12"#))
        #expect(text.contains(#"http_requests_refused_total{reason="malformed"} 1"#))
        #expect(text.contains("\nhttp_connections_open 0\n"))
        #expect(text.contains("\nhttp_connections_accepted_total 7\n"))
        #expect(!text.contains("/measures/a"))
    }

    @Test func `a 304 is counted under its route`() throws {
        let state = ServerState()
        var page = Response(headers: ["ETag": "\"1\""])
        page.route = "/page"
        try withServer({ $0.state = state }, respond: { [page] _ in page }) { port, _ in
            let client = try Client(port)
            #expect(client.get("/", "If-None-Match: \"1\"\r\n")?.status == 304)
        }
        #expect(state.text.contains(#"http_requests_total{route="/page",status="304"} 1"#))
    }

    @Test func `who finds no place is counted`() throws {
        let state = ServerState()
        try withServer({
            $0.state = state
            $0.limits.connections = 1
        }) { port, _ in
            let first = try Client(port)
            #expect(first.get("/") != nil)
            let second = try Client(port)
            #expect(second.get("/")?.status == 503)
        }
        #expect(state.text.contains("\nhttp_connections_refused_total 1\n"))
        #expect(state.text.contains(#"http_requests_refused_total{reason="overload"} 1"#))
    }

    @Test func `the queue tells its length, its room and whom it sent away`() throws {
        let state = ServerState()
        let gate = try ServerTests.Gate()
        try withServer(
            {
                $0.state = state
                $0.queue = 1
            },
            respond: { _ in
                gate.pass()
                return .text("done")
            }
        ) { port, _ in
            let working = try Client(port)
            working.send(ServerTests.post)
            gate.entered.take()
            let waiting = try Client(port)
            waiting.send(ServerTests.post)
            while !state.text.contains("\nhttp_worker_queue_length 1\n") { waitAMoment() }
            let refused = try Client(port)
            refused.send(ServerTests.post)
            #expect(refused.answer()?.status == 503)
            for _ in 0..<2 { gate.opened.signal() }
            #expect(working.answer() != nil)
            #expect(waiting.answer() != nil)
        }
        #expect(state.text.contains("\nhttp_worker_queue_capacity 1\n"))
        #expect(state.text.contains("\nhttp_worker_queue_length 0\n"))
        #expect(state.text.contains("\nhttp_worker_jobs_rejected_total 1\n"))
    }

    @Test func `every family is there once, and the process is told of`() {
        let lines = ServerState().text.split(separator: "\n")
        let types = lines.filter { $0.hasPrefix("# TYPE ") }
        #expect(Set(types).count == types.count)
        for name in ["start_time_seconds", "resident_memory_bytes", "open_fds", "max_fds"] {
            let line = lines.first { $0.hasPrefix("process_\(name) ") }
            #expect(line.flatMap { Double($0.split(separator: " ")[1]) } ?? 0 > 0, "\(name)")
        }
    }

    @Test(arguments: [
        (0, "0.0001", 1), (100, "0.0001", 1), (101, "0.0001", 0), (101, "0.00025", 1),
        (10_000_000, "10", 1), (10_000_001, "10", 0), (10_000_001, "+Inf", 1),
    ])
    func `a duration is in the buckets that reach as far`(
        _ microseconds: Int, _ bucket: String, _ count: Int
    ) {
        let state = ServerState()
        state.addLoop().addRoute("/a").add(.ok, microseconds: microseconds, bytes: 5)
        let line = "http_request_duration_seconds_bucket{route=\"/a\",le=\"\(bucket)\"} \(count)\n"
        #expect(state.text.contains(line))
    }

    @Test func `routes without end are counted as one`() {
        let state = ServerState()
        let watch = LoopWatch(state.addLoop(), log: nil)
        for number in 0..<1000 {
            var exchange = Exchange(id: RequestID(number: 0), peer: "::1", start: 0)
            exchange.route = "/\(number)"
            watch.note(&exchange)
        }
        #expect(state.text.contains(#"http_requests_total{route="other",status="200"} 75"#))
        #expect(state.text.split(separator: "\n").count < 6000)
    }
}

extension ServerState {
    fileprivate var text: String {
        var text = Exposition()
        write(to: &text)
        return text.text
    }
}

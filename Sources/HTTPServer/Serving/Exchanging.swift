/// What happens on a connection: reading, answering, sending, ending.
extension EventLoop {
    /// Something has happened to a connection's socket.
    func react(_ connection: ClientConnection, _ event: Epoll.Interest) {
        switch connection.phase {
        case .reading:
            receive(connection)
        case .waiting:
            // The client has gone; the worker's answer will find nobody.
            if !event.isDisjoint(with: .broken) { close(connection) }
        case .writing:
            send(connection)
        case .lingering:
            linger(connection)
        }
    }

    private func receive(_ connection: ClientConnection) {
        switch buffer.receive(from: connection.descriptor.number) {
        case .moved:
            advance(connection) { connection throws(RequestError) in
                try connection.nextRequest(in: buffer)
            }
        case .later: break
        case .broken: close(connection)
        case .ended:
            if connection.isIdle {
                close(connection)
            } else {
                refuse(connection, .badRequest, "the request is not whole")
            }
        }
    }

    /// Answers the next request if what was left over holds it whole.
    func advance(_ connection: ClientConnection) {
        advance(connection) { connection throws(RequestError) in try connection.nextRequest() }
    }

    private func advance(
        _ connection: ClientConnection,
        reading next: (ClientConnection) throws(RequestError) -> Request?
    ) {
        do throws(RequestError) {
            guard var request = try next(connection) else {
                awaitMore(connection)
                return
            }
            name(&request, on: connection)
            if connection.isTrusted {
                serve(proxies.unwrapped(request), on: connection)
            } else {
                serve(request, on: connection)
            }
        } catch {
            refuse(connection, error.status, error.reason)
        }
    }

    private func serve(_ request: Request, on connection: ClientConnection) {
        begin(request, on: connection)
        guard isServed(request) else {
            turnAway(request, .misdirectedRequest, "another host", on: connection)
            return
        }
        if request.target == "*" {
            let all = Method.allCases.map(\.rawValue).joined(separator: ", ")
            answer(request, with: Response(.noContent, headers: ["Allow": all]), on: connection)
        } else if mayWait(request) {
            handOver(request, on: connection)
        } else {
            answer(request, with: respond(request), on: connection)
        }
    }

    private func isServed(_ request: Request) -> Bool {
        options.hosts.isEmpty || options.hosts.contains(HostField.name(request.authority))
    }

    private func mayWait(_ request: Request) -> Bool {
        switch request.method {
        case .get, .head: options.isSlow?(request) ?? false
        case .options: false
        case .post, .put, .patch, .delete: true
        }
    }

    private func begin(_ request: Request, on connection: ClientConnection) {
        connection.requests += 1
        connection.contentStart = nil
        let isLast = isDraining || connection.requests >= options.limits.requestsPerConnection
        var exchange = Exchange(id: request.id, peer: request.peerAddress, start: watch.turnStart)
        exchange.method = request.method
        exchange.target = request.target
        exchange.isHTTP11 = request.framing.isHTTP11
        exchange.isPersistent = request.framing.isPersistent && !isLast
        connection.exchange = exchange
    }

    private func handOver(_ request: Request, on connection: ClientConnection) {
        let job = WorkerPool.Job(
            request: request, connection: connection.descriptor.number,
            serial: connection.serial, mailbox: mailbox)
        guard pool.submit(job) else {
            turnAway(request, .serviceUnavailable, "the queue is full", on: connection)
            return
        }
        connection.phase = .waiting
        connection.waitingRequest = request
        connection.waitingRequest?.content = Content()
        want([], connection)
    }

    /// Sends what a responder has made.
    func answer(_ request: Request, with response: Response, on connection: ClientConnection) {
        if isDraining { connection.exchange.isPersistent = false }
        connection.exchange.route = response.route
        connection.exchange.isConfidential = response.isConfidential
        var response = response
        if let ready = response.ready {
            guard let settled = ready.settled(request) else {
                writer.write(ready, for: &connection.exchange, to: &connection.output)
                begin(connection)
                return
            }
            response = settled
        }
        Negotiation.apply(
            request, to: &response, compressesFrom: options.compressesFrom, gzip)
        if response.isBareError { explain(&response, to: request) }
        start(response, on: connection)
    }

    /// Gives an error that nobody has put into words those that the server's own errors have.
    private func explain(_ response: inout Response, to request: Request) {
        var page = refusal(response.status, wantsHTML(request.headers), request.id)
        page.headers.set(contentsOf: response.headers)
        page.route = response.route
        response = page
    }

    /// Refuses what is no request, or comes too late, or is too much; then closes, because
    /// where the next request would begin is not certain.
    func refuse(_ connection: ClientConnection, _ status: HTTPStatus, _ reason: String) {
        var exchange = Exchange(id: watch.nextID(), peer: connection.peer, start: watch.turnStart)
        if connection.asksForHead { exchange.method = .head }
        exchange.reason = reason
        connection.exchange = exchange
        start(refusal(status, connection.asksForHTML, exchange.id), on: connection)
    }

    /// Refuses a request that is one, and goes on with the connection.
    private func turnAway(
        _ request: Request, _ status: HTTPStatus, _ reason: String, on connection: ClientConnection
    ) {
        connection.exchange.reason = reason
        var response = refusal(status, wantsHTML(request.headers), request.id)
        response.isConfidential = true
        answer(request, with: response, on: connection)
    }

    private func refusal(
        _ status: HTTPStatus, _ wantsHTML: Bool, _ id: RequestID
    ) -> Response {
        var response = options.errorResponse(status, wantsHTML, id)
        response.status = status
        if status == .serviceUnavailable { response.headers.set("Retry-After", "2") }
        return response
    }

    private func wantsHTML(_ headers: Headers) -> Bool {
        headers["Accept"]?.contains("text/html") ?? false
    }

    private func start(_ response: Response, on connection: ClientConnection) {
        writer.write(response, for: &connection.exchange, to: &connection.output)
        begin(connection)
    }

    /// Sends what has been written.
    private func begin(_ connection: ClientConnection) {
        connection.phase = .writing
        connection.deadline = now + options.limits.writeStall
        send(connection)
    }

    /// The request has begun and is not whole: sets how long it may take.
    private func awaitMore(_ connection: ClientConnection) {
        let limits = options.limits
        switch connection.parser.waiting {
        case .content:
            guard hold(connection.parser.held, connection) else {
                refuse(connection, .serviceUnavailable, "too much content in all")
                return
            }
            let start = connection.contentStart ?? now
            connection.contentStart = start
            connection.deadline =
                start + limits.bodyGrace + connection.contentBytes * 1000 / max(1, limits.bodyRate)
            if connection.takeExpectation() { sendContinue(connection) }
        case .requestLine, .fields:
            if !connection.isBegun {
                connection.isBegun = true
                connection.deadline = now + limits.headTime
            }
        }
        if !connection.isGone { want(.reading, connection) }
    }

    private func sendContinue(_ connection: ClientConnection) {
        let text = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
        let nothing: [UInt8] = []
        let sent = Socket.send(
            connection.descriptor.number, text.span, from: 0, nothing.span, from: 0)
        // Nothing else is on its way, so there is room; a client that has none is no client.
        if sent != .moved(text.count) { close(connection) }
    }
}

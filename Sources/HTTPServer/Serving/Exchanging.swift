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
        switch buffer.receive(from: connection.descriptor.number, into: &connection.input) {
        case .moved: advance(connection)
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

    /// Answers the next request if it is whole.
    func advance(_ connection: ClientConnection) {
        let request: Request?
        do throws(RequestError) {
            request = try connection.nextRequest()
        } catch {
            refuse(connection, error.status, error.reason)
            return
        }
        guard var request else {
            awaitMore(connection)
            return
        }
        name(&request)
        if !options.trustedProxies.isEmpty,
            let client = Proxies.client(of: request, trusted: options.trustedProxies)
        {
            request.peerAddress = client
        }
        begin(request, on: connection)
        if connection.exchange.target == "*" {
            let all = Method.allCases.map(\.rawValue).joined(separator: ", ")
            answer(request, with: Response(.noContent, headers: ["Allow": all]), on: connection)
        } else if mayWait(request) {
            handOver(request, on: connection)
        } else {
            answer(request, with: respond(request), on: connection)
        }
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
        connection.exchange.method = request.method
        connection.exchange.target = request.target
        connection.exchange.peer = request.peerAddress
        connection.exchange.isHTTP11 = request.framing.isHTTP11
        connection.exchange.isPersistent = request.framing.isPersistent && !isLast
        connection.exchange.reason = nil
        connection.exchange.bytes = 0
        connection.exchange.id = request.id
        connection.exchange.route = nil
        connection.exchange.start = watch.turnStart
    }

    private func handOver(_ request: Request, on connection: ClientConnection) {
        let job = WorkerPool.Job(
            request: request, connection: connection.descriptor.number,
            serial: connection.serial, mailbox: mailbox)
        guard pool.submit(job) else {
            connection.exchange.reason = "the queue is full"
            answer(
                request, with: refusal(.serviceUnavailable, wantsHTML(request.headers), request.id),
                on: connection)
            return
        }
        connection.phase = .waiting
        connection.waitingRequest = request
        connection.waitingRequest?.body = []
        want([], connection)
    }

    /// Sends what a responder has made.
    func answer(_ request: Request, with response: Response, on connection: ClientConnection) {
        if isDraining { connection.exchange.isPersistent = false }
        connection.exchange.route = response.route
        var response = response
        Negotiation.apply(
            request, to: &response, compressesFrom: options.compressesFrom, gzip)
        start(response, on: connection)
    }

    /// Refuses what is no request, or comes too late, or is too much; then closes, because
    /// where the next request would begin is not certain.
    func refuse(_ connection: ClientConnection, _ status: HTTPStatus, _ reason: String) {
        connection.exchange = Exchange()
        connection.exchange.peer = connection.peer
        if connection.asksForHead { connection.exchange.method = .head }
        connection.exchange.reason = reason
        connection.exchange.id = watch.nextID()
        connection.exchange.start = watch.turnStart
        start(refusal(status, connection.asksForHTML, connection.exchange.id), on: connection)
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
        connection.phase = .writing
        connection.deadline = now + options.limits.writeStall
        send(connection)
    }

    /// The request has begun and is not whole: sets how long it may take.
    private func awaitMore(_ connection: ClientConnection) {
        let limits = options.limits
        switch connection.parser.waiting {
        case .content:
            guard hold(connection.contentBytes, connection) else {
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

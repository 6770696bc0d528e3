/// What a loop tells of its requests to those who watch it.
extension EventLoop {
    /// Names a request: as a trusted proxy has named it, or anew.
    func name(_ request: inout Request, on connection: ClientConnection) {
        request.id = watch.nextID()
        guard connection.isTrusted,
            let given = request.headers["X-Request-Id"].flatMap(RequestID.init)
        else { return }
        request.id = given
    }

    /// An answer has left.
    func report(_ connection: ClientConnection) {
        watch.note(&connection.exchange)
    }

    /// A connection ends; a request that it leaves behind is reported all the same.
    func reportEnd(of connection: ClientConnection) {
        watch.counters.closed.add()
        switch connection.phase {
        case .reading, .lingering: return
        case .waiting: connection.exchange.isAnswered = false
        case .writing: break
        }
        connection.exchange.isAbandoned = true
        connection.exchange.reason = connection.exchange.reason ?? "the client has gone"
        watch.note(&connection.exchange)
    }
}

/// Sending what a connection is owed, and what follows when it is sent.
extension EventLoop {
    /// Sends what there is; of a stream, one piece each turn.
    func send(_ connection: ClientConnection) {
        if !connection.output.isSent {
            switch push(connection) {
            case .moved: connection.deadline = now + options.limits.writeStall
            case .later: break
            case .ended, .broken:
                close(connection)
                return
            }
        }
        if !connection.output.isSent {
            want(.writing, connection)
        } else if connection.output.stream == nil {
            finish(connection)
        } else if connection.output.refill() {
            want(.writing, connection)
        } else {
            // Cut off: the client must not take a part for the whole.
            close(connection)
        }
    }

    private func push(_ connection: ClientConnection) -> Socket.Outcome {
        let number = connection.descriptor.number
        if let file = connection.output.file, connection.output.isHeadSent {
            return push(file, connection)
        }
        let outcome = Socket.send(
            number, connection.output.head.span, from: connection.output.sentHead,
            connection.output.content.span.extracting(first: connection.output.contentEnd),
            from: connection.output.sentContent, follows: connection.output.file != nil)
        guard case .moved(let count) = outcome else { return outcome }
        connection.output.advance(by: count)
        connection.exchange.bytes += count
        guard let file = connection.output.file, connection.output.isHeadSent else {
            return outcome
        }
        // The head has left, even if nothing of the file can yet.
        let next = push(file, connection)
        return next == .later ? outcome : next
    }

    /// Sends a piece of a file, of bounded length so that others have their turn.
    ///
    /// A file that has changed is cut off: the length and the tag sent are not its own any more.
    private func push(_ file: OpenFile, _ connection: ClientConnection) -> Socket.Outcome {
        let rest = connection.output.fileRest
        guard !rest.isEmpty else { return .moved(0) }
        guard file.isUnchanged else { return .broken }
        let outcome = Socket.sendFile(
            connection.descriptor.number, file, from: rest.lowerBound,
            count: min(rest.count, Self.filePiece))
        if case .moved(let count) = outcome {
            connection.output.advanceInFile(by: count)
            connection.exchange.bytes += count
        }
        return outcome
    }

    private static var filePiece: Int { 256 << 10 }

    /// The answer is sent: on to the next request, or to the end.
    private func finish(_ connection: ClientConnection) {
        report(connection)
        hold(.init(), connection)
        connection.output.clear()
        guard connection.exchange.isPersistent, !isDraining else {
            Socket.finishSending(connection.descriptor.number)
            connection.input = []
            connection.phase = .lingering
            connection.deadline = now + options.limits.lingerTime
            want(.reading, connection)
            return
        }
        connection.phase = .reading
        connection.isBegun = false
        connection.deadline = now + options.limits.idleTime
        guard connection.hasInput else {
            want(.reading, connection)
            return
        }
        // More was sent ahead: it gets its turn, and until it is used up nothing more is read.
        connection.deadline = now + options.limits.headTime
        if !connection.isQueued {
            connection.isQueued = true
            queued.append(connection)
        }
        want([], connection)
    }

    func linger(_ connection: ClientConnection) {
        switch buffer.receive(from: connection.descriptor.number) {
        case .moved, .later: break
        case .ended, .broken: close(connection)
        }
    }

    /// The time is over for what a connection was doing.
    func expire(_ connection: ClientConnection) {
        switch connection.phase {
        case .reading where !connection.isIdle:
            refuse(connection, .requestTimeout, "the request came too slowly")
        case .reading, .writing, .waiting, .lingering:
            close(connection)
        }
    }
}

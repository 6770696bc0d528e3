import Synchronization

/// What other threads have to say to an event loop.
final class Mailbox: Sendable {
    enum Message: Sendable {
        /// A worker has made the answer for a connection.
        case answer(Response, connection: Int32, serial: Int)
        /// Count one more beat, so that it is seen that the loop turns.
        case beat
        /// Finish what is under way and return.
        case drain
    }

    private let messages = Mutex<[Message]>([])
    private let wakeup: Wakeup

    init() throws(SystemError) {
        wakeup = try Wakeup(.polled)
    }

    var number: Int32 { wakeup.number }

    func send(_ message: Message) {
        messages.withLock { $0.append(message) }
        wakeup.signal()
    }

    func takeAll() -> [Message] {
        wakeup.take()
        return messages.withLock { messages in
            defer { messages.removeAll() }
            return messages
        }
    }
}

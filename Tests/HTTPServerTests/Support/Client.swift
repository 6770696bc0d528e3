import Glibc

@testable import HTTPServer

/// A client that sends exactly the bytes it is told to.
final class Client {
    /// What came back for one request.
    struct Answer {
        let status: Int
        let fields: [(name: String, value: String)]
        let body: [UInt8]

        subscript(_ name: String) -> String? {
            fields.first { $0.name.lowercased() == name.lowercased() }?.value
        }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    private let descriptor: FileDescriptor
    private let buffer = ReceiveBuffer()
    private var input: [UInt8] = []

    convenience init(_ port: UInt16) throws {
        try self.init(.tcp(host: "127.0.0.1", port: port))
    }

    init(_ address: ListenAddress) throws {
        var target = try SocketAddress(address)
        descriptor = try FileDescriptor.adopting(
            socket(target.family, Int32(SOCK_STREAM.rawValue), 0), from: "socket")
        let number = descriptor.number
        // A server that says nothing fails the test instead of hanging it.
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        unsafe setsockopt(
            number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard unsafe target.pass({ unsafe connect(number, $0, $1.pointee) }) == 0 else {
            throw SystemError("connect")
        }
    }

    @discardableResult func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    @discardableResult func send(_ bytes: [UInt8]) -> Bool {
        let nothing: [UInt8] = []
        var sent = 0
        while sent < bytes.count {
            guard
                case .moved(let count) = Socket.send(
                    descriptor.number, bytes.span, from: sent, nothing.span, from: 0)
            else { return false }
            sent += count
        }
        return true
    }

    func get(_ target: String, _ fields: String = "") -> Answer? {
        send("GET \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        return answer()
    }

    /// No more will be sent.
    func finishSending() {
        Socket.finishSending(descriptor.number)
    }

    /// When this client is let go of, the connection is reset instead of closed in order.
    func resetAtEnd() {
        var now = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(
            descriptor.number, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }

    /// The next answer, or `nil` if the connection ends before it does.
    func answer(isHead: Bool = false) -> Answer? {
        while true {
            guard let line = line() else { return nil }
            let words = line.split(separator: " ", maxSplits: 2)
            guard words.count > 1, let status = Int(words[1]) else { return nil }
            var fields: [(name: String, value: String)] = []
            while let line = self.line(), !line.isEmpty {
                let halves = line.split(separator: ":", maxSplits: 1)
                fields.append((String(halves[0]), String(halves.last?.dropFirst() ?? "")))
            }
            if status == 100 { return Answer(status: 100, fields: fields, body: []) }
            let head = Answer(status: status, fields: fields, body: [])
            guard let body = content(of: head, isHead: isHead) else { return nil }
            return Answer(status: status, fields: fields, body: body)
        }
    }

    /// Whether the server has closed, and nothing more came before it did.
    var isClosed: Bool {
        input.isEmpty && !receive() && input.isEmpty
    }

    /// How the connection ends, whatever came before; `later` if it does not.
    var ending: Socket.Outcome {
        while true {
            let outcome = buffer.receive(from: descriptor.number)
            guard case .moved = outcome else { return outcome }
        }
    }

    private func content(of head: Answer, isHead: Bool) -> [UInt8]? {
        if isHead || head.status == 204 || head.status == 304 { return [] }
        if let length = head["Content-Length"].flatMap(Int.init) { return take(length) }
        guard head["Transfer-Encoding"] == "chunked" else {
            while receive() {}
            defer { input = [] }
            return input
        }
        var body: [UInt8] = []
        while let size = line().flatMap({ Int($0, radix: 16) }) {
            guard let piece = take(size), line() == "" else { return nil }
            if size == 0 { return body }
            body += piece
        }
        return nil
    }

    private func line() -> String? {
        while true {
            if let end = input.firstIndex(of: .lineFeed) {
                let line = String(decoding: input[..<end].dropLast(), as: UTF8.self)
                input.removeFirst(end + 1)
                return line
            }
            guard receive() else { return nil }
        }
    }

    private func take(_ count: Int) -> [UInt8]? {
        while input.count < count {
            guard receive() else { return nil }
        }
        defer { input.removeFirst(count) }
        return Array(input.prefix(count))
    }

    private func receive() -> Bool {
        guard case .moved(let count) = buffer.receive(from: descriptor.number) else {
            return false
        }
        input += buffer.withBytes { $0.array(0..<count) }
        return true
    }
}

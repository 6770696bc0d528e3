import CLinux
import Glibc

/// The calls on a connected socket; each says what happened instead of leaving it in `errno`.
enum Socket {
    enum Outcome: Equatable {
        /// So many bytes went through.
        case moved(Int)
        /// Nothing for now.
        case later
        /// The other side has said its last.
        case ended
        /// The connection is broken.
        case broken
    }

    /// Sends two buffers in one call, from the given places on.
    ///
    /// If more `follows` at once, the end may wait for it.
    static func send(
        _ number: Int32, _ head: Span<UInt8>, from headStart: Int,
        _ body: Span<UInt8>, from bodyStart: Int, follows: Bool = false
    ) -> Outcome {
        let flags = Int32(MSG_NOSIGNAL) | (follows ? Int32(MSG_MORE) : 0)
        let sent = unsafe head.withUnsafeBytes { head in
            unsafe body.withUnsafeBytes { body in
                var parts = unsafe (
                    part(head, from: headStart), part(body, from: bodyStart)
                )
                return unsafe withUnsafeMutableBytes(of: &parts) { parts in
                    var message = unsafe msghdr()
                    unsafe message.msg_iov = parts.assumingMemoryBound(to: iovec.self).baseAddress
                    unsafe message.msg_iovlen = 2
                    return unsafe sendmsg(number, &message, flags)
                }
            }
        }
        if sent >= 0 { return .moved(sent) }
        return errno == EAGAIN || errno == EINTR ? .later : .broken
    }

    private static func part(_ bytes: UnsafeRawBufferPointer, from start: Int) -> iovec {
        let rest = unsafe bytes[start...]
        return unsafe iovec(
            iov_base: UnsafeMutableRawPointer(
                mutating: UnsafeRawBufferPointer(rebasing: rest).baseAddress),
            iov_len: rest.count)
    }

    /// Sends a part of a file, without copying it through this program.
    ///
    /// `ended` if the file has no such place any more.
    static func sendFile(
        _ number: Int32, _ file: OpenFile, from start: Int, count: Int
    ) -> Outcome {
        var offset = off_t(start)
        let sent = unsafe sendfile(number, file.number, &offset, count)
        if sent > 0 { return .moved(sent) }
        if sent == 0 { return .ended }
        return errno == EAGAIN || errno == EINTR ? .later : .broken
    }

    /// Lets the connection end in a reset when it is closed, so that what was sent cannot be
    /// taken for the whole.
    static func reset(_ number: Int32) {
        var atOnce = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(
            number, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<linger>.size))
    }

    /// Tells the other side that nothing more will come.
    static func finishSending(_ number: Int32) {
        shutdown(number, Int32(SHUT_WR))
    }

    /// Small answers are not held back for company.
    static func sendAtOnce(_ number: Int32) {
        var on: Int32 = 1
        unsafe setsockopt(
            number, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(4))
    }
}

/// Memory one event loop receives into, whichever connection it is for.
@safe final class ReceiveBuffer {
    static let size = 65_536

    private let memory: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes came last.
    private(set) var count = 0

    init() {
        unsafe memory = .allocate(capacity: Self.size)
        unsafe memory.initialize(repeating: 0)
    }

    deinit {
        unsafe memory.deallocate()
    }

    /// Receives once; what came is there until the next time.
    func receive(from number: Int32) -> Socket.Outcome {
        count = 0
        let received = unsafe recv(number, memory.baseAddress, memory.count, 0)
        if received > 0 {
            count = received
            return .moved(received)
        }
        if received == 0 { return .ended }
        return errno == EAGAIN || errno == EINTR ? .later : .broken
    }

    /// Hands over the bytes that came last.
    func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bytes = unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: memory[..<count]))
        return try body(bytes)
    }
}

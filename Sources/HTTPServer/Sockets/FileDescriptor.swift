import Glibc

/// An open file descriptor, closed when it goes out of scope.
struct FileDescriptor: ~Copyable, Sendable {
    let number: Int32

    /// Takes over the result of a system call, or throws what it left in `errno`.
    static func adopting(
        _ result: Int32, from call: StaticString
    ) throws(SystemError) -> FileDescriptor {
        guard result >= 0 else { throw SystemError(call) }
        return FileDescriptor(result)
    }

    /// Takes over an open descriptor.
    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        close(number)
    }
}

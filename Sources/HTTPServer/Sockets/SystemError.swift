import Glibc

/// A system call that failed, with its name and `errno`.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// The name of the call, as in its manual page.
    public let call: String
    /// The error number.
    public let errno: Int32

    init(_ call: StaticString, errno: Int32 = Glibc.errno) {
        self.call = "\(call)"
        self.errno = errno
    }

    /// One line for the log.
    public var description: String {
        "\(call): \(reason)"
    }

    /// What the system says of the number.
    var reason: String {
        unsafe String(cString: strerror(errno))
    }
}

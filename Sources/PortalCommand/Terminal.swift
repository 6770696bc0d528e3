import Glibc

/// What the command says, line by line, at once even into a pipe.
enum Terminal {
    static func say(_ line: String) {
        write(Array((line + "\n").utf8), to: STDOUT_FILENO)
    }

    static func complain(_ line: String) {
        write(Array((line + "\n").utf8), to: STDERR_FILENO)
    }

    /// A whole file, as it is.
    static func write(_ file: [UInt8]) {
        write(file, to: STDOUT_FILENO)
    }

    private static func write(_ file: [UInt8], to descriptor: Int32) {
        var bytes = file[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            // Nobody is left to tell that the terminal is gone.
            guard count > 0 || (count < 0 && errno == EINTR) else { return }
            bytes = bytes.dropFirst(max(count, 0))
        }
    }
}

import Glibc

/// What the command says, line by line, at once even into a pipe.
enum Terminal {
    /// What is said can no longer be written.
    struct Closed: Error, CustomStringConvertible {
        let description = "the standard output cannot be written to"
    }

    static func say(_ line: String) {
        _ = write(Array((line + "\n").utf8), to: STDOUT_FILENO)
    }

    /// Says rows with their cells below each other.
    static func say(table rows: [[String]]) {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        for row in rows {
            let cells = zip(row, widths).dropLast().map { cell, width in
                cell + String(repeating: " ", count: width - cell.count) + "  "
            }
            say(cells.joined() + (row.last ?? ""))
        }
    }

    // Nobody is left to tell that the terminal is gone.
    static func complain(_ line: String) {
        _ = write(Array((line + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes a file, or a part of it, to the standard output as it is.
    static func write(_ bytes: [UInt8]) throws {
        guard write(bytes, to: STDOUT_FILENO) else { throw Closed() }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var bytes = bytes[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            guard count > 0 || (count < 0 && errno == EINTR) else { return false }
            bytes = bytes.dropFirst(max(count, 0))
        }
        return true
    }
}

import Glibc

@testable import Portal

/// The program that was built beside the tests, as a person starts it.
final class PortalProcess {
    private let folder: TemporaryFolder
    private let number: pid_t
    private var status: Int32?

    /// Starts it with these words, and with what is typed to be read from its standard input.
    init(_ words: [String], typed: String = "") throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(typed.utf8), to: "input")
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        let files = [
            (STDIN_FILENO, "input", O_RDONLY), (STDOUT_FILENO, "output", O_WRONLY | O_CREAT),
            (STDERR_FILENO, "errors", O_WRONLY | O_CREAT),
        ]
        for (descriptor, name, flags) in files {
            unsafe posix_spawn_file_actions_addopen(
                &actions, descriptor, folder.file(name), flags, 0o600)
        }
        let program = try Self.program()
        var arguments = unsafe ([program] + words).map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var process = pid_t()
        guard unsafe posix_spawn(&process, program, &actions, nil, &arguments, environ) == 0 else {
            throw FolderFailure(path: program)
        }
        self.folder = folder
        number = process
    }

    deinit {
        if status == nil { stop() }
    }

    /// What it has said so far.
    var output: String { get throws { try Folder(path: folder.path).text(of: "output") } }

    /// What it has complained of so far.
    var errors: String { get throws { try Folder(path: folder.path).text(of: "errors") } }

    /// What it has said once it has said these words; it must not end before.
    func output(saying words: String) throws -> String {
        for _ in 0..<3_000 {
            let output = try output
            if output.contains(words) { return output }
            // It writes into a file, which tells nobody that there is more in it.
            usleep(10_000)
        }
        throw Silent(output: try output, errors: try errors)
    }

    struct Silent: Error {
        let output: String
        let errors: String
    }

    /// Its exit status, when it has ended.
    func wait() -> Int32 {
        if let status { return status }
        var status: Int32 = 0
        unsafe waitpid(number, &status, 0)
        // As WIFEXITED and WEXITSTATUS have it.
        let ended = status & 0x7f == 0 ? status >> 8 : -1
        self.status = ended
        return ended
    }

    /// Tells it to end, as a service manager does.
    @discardableResult
    func stop() -> Int32 {
        kill(number, SIGTERM)
        return wait()
    }

    private static func program() throws -> String {
        var path = [UInt8](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/exe", &path, path.count)
        guard count > 0 else { throw FolderFailure(path: "/proc/self/exe") }
        let own = String(decoding: path[..<count], as: UTF8.self)
        return own.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/portal"
    }
}

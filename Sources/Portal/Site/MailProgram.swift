import Glibc

/// The program of the system that takes mail, such as `/usr/sbin/sendmail`.
struct MailProgram: Equatable, Sendable {
    /// Where it is, from the root of the system on.
    let path: String

    /// The longest that is waited for one mail, in milliseconds.
    static let patience = 10_000

    /// Whether there is a program that may be run.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        guard path.hasPrefix("/"), unsafe stat(path, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return false }
        return unsafe access(path, X_OK) == 0
    }

    /// Hands a mail over, whose own fields say for whom it is.
    ///
    /// - Parameters:
    ///   - mail: The mail.
    ///   - patience: How many milliseconds the program may take before it is stopped.
    /// - Returns: What went wrong, as a sentence; `nil` where the program has taken the mail.
    func send(_ mail: MailMessage, within patience: Int = patience) -> String? {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return Self.words("no pipe", errno) }
        var input = MailInput(reading: ends[0], writing: ends[1], rest: mail.bytes[...])
        defer { input.close() }
        var process: pid_t = 0
        let code = start(reading: input.reading, &process)
        guard code == 0 else { return Self.words("The mail program could not be started", code) }
        return wait(for: process, feeding: &input, for: max(patience, 0))
    }

    /// Starts the program in a group of its own, with signals as they usually are and nothing of
    /// the portal's open.
    private func start(reading: Int32, _ process: inout pid_t) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, reading, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        var (none, all) = (sigset_t(), sigset_t())
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        // -t reads for whom it is from the mail, -oi takes a line with a full stop as any other.
        let words = [path, "-t", "-oi"]
        let room = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]
        var texts: [UnsafeMutablePointer<CChar>?] = unsafe []
        for word in words + room { unsafe texts.append(strdup(word)) }
        defer { unsafe texts.forEach { unsafe free($0) } }
        // Each list ends with nothing.
        var arguments = unsafe Array(texts.prefix(words.count)) + [nil]
        var environment = unsafe Array(texts.suffix(room.count)) + [nil]
        return unsafe posix_spawn(
            &process, path, &actions, &attributes, &arguments, &environment)
    }

    private func wait(
        for process: pid_t, feeding input: inout MailInput, for patience: Int
    ) -> String? {
        let stopwatch = Stopwatch()
        var status: Int32 = 0
        while true {
            input.write()
            let ended = unsafe waitpid(process, &status, WNOHANG)
            if ended == process { return Self.words(status) }
            guard ended == 0 || errno == EINTR else {
                return Self.words("The mail program was lost", errno)
            }
            if stopwatch.milliseconds >= patience { break }
            // waitpid has no time limit, and a process that ends tells only a signal handler, of
            // which the whole server has one.
            usleep(2_000)
        }
        kill(-process, SIGKILL)
        while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
        return "The mail program took too long and was stopped."
    }

    /// What the end of a program says, as wait(2) encodes it.
    private static func words(_ status: Int32) -> String? {
        let signal = status & 0x7f
        guard signal == 0 else { return "The mail program was ended by signal \(signal)." }
        switch status >> 8 & 0xff {
        case 0: return nil
        // What sysexits.h names.
        case 65, 67, 68: return "The mail program does not know the address."
        case 75: return "The mail program could not take it now. Try again later."
        case let code: return "The mail program ended with \(code)."
        }
    }

    private static func words(_ what: String, _ code: Int32) -> String {
        "\(what): \(unsafe String(cString: strerror(code)))."
    }
}

/// The pipe through which a program is fed.
///
/// Its reading end stays open here, so that a program that reads nothing is no broken pipe.
private struct MailInput {
    let reading: Int32
    private var writing: Int32
    private var rest: ArraySlice<UInt8>

    init(reading: Int32, writing: Int32, rest: ArraySlice<UInt8>) {
        self.reading = reading
        self.writing = writing
        self.rest = rest
        for end in [reading, writing] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    }

    /// Writes what there is room for, and ends with the last of it.
    mutating func write() {
        while writing >= 0, !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe Glibc.write(writing, bytes.baseAddress, bytes.count)
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
        if writing >= 0 { _ = Glibc.close(writing) }
        writing = -1
    }

    mutating func close() {
        if writing >= 0 { _ = Glibc.close(writing) }
        writing = -1
        _ = Glibc.close(reading)
    }
}

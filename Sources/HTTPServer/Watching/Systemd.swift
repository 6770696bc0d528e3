/// The supervisor of a service, told when it is ready, reloads, stops and lives (`sd_notify(3)`).
public struct Systemd: Sendable {
    /// Microseconds within which it must hear that the service lives; `nil` if it does not ask.
    public let watchdogMicroseconds: Int?
    private let socket: NotifySocket

    /// Reads what the environment of a process says; `nil` if nobody wants to be told.
    public init?(process: Int, environment: (String) -> String?) {
        guard let path = environment("NOTIFY_SOCKET"), path.hasPrefix("/") || path.hasPrefix("@")
        else { return nil }
        socket = NotifySocket(path: path)
        // A service's children inherit the environment; the watchdog waits for one process.
        let isMeant = environment("WATCHDOG_PID").map { Int($0) == process } ?? true
        let time = environment("WATCHDOG_USEC").flatMap { Int($0) } ?? 0
        watchdogMicroseconds = isMeant && time > 0 ? time : nil
    }

    func ready(_ status: String) {
        socket.send("READY=1\nSTATUS=\(Self.line(status))")
    }

    func reloading() {
        socket.send("RELOADING=1\nMONOTONIC_USEC=\(Clock.microseconds())")
    }

    func stopping() {
        socket.send("STOPPING=1\nSTATUS=Finishing what is under way")
    }

    func alive() {
        socket.send("WATCHDOG=1")
    }

    private static func line(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}

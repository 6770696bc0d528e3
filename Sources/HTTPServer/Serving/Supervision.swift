/// What the thread that runs a server does while the loops serve.
extension Server {
    /// Waits until the server is to stop, and meanwhile reloads and tells the supervisor.
    func supervise(
        _ pulses: [Watchdog.Pulse], _ log: AccessLog?, signals: borrowing Signals?, status: String
    ) throws {
        let systemd = options.systemd
        systemd?.ready(status)
        var watchdog = systemd?.watchdogMicroseconds.map { time in
            Watchdog(microseconds: time, pulses) { systemd?.alive() }
        }
        while true {
            let patience = watchdog?.look(at: Clock.milliseconds()) ?? -1
            switch try control.next(signals, within: patience) {
            case .nothing: break
            case .reload: reload(log, status)
            case .stop:
                options.state.drain()
                systemd?.stopping()
                return
            }
        }
    }

    private func reload(_ log: AccessLog?, _ status: String) {
        options.systemd?.reloading()
        log?.reopen()
        options.reload?()
        options.systemd?.ready(status)
    }
}

/// How long somebody stays signed in from now on, in seconds.
struct TimeLeft: Equatable, Sendable {
    /// If nothing more is asked.
    let idle: Int
    /// Whatever is asked.
    let whole: Int

    /// As scripts read it.
    var json: String { "{\"idle\":\(idle),\"whole\":\(whole)}\n" }
}

extension SessionLimits {
    /// What is left of a session in which something is asked now.
    func left(of session: Session, at now: Int) -> TimeLeft {
        TimeLeft(idle: idle, whole: max(0, session.beganAt + whole - now))
    }
}

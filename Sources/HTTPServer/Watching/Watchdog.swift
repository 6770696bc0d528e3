/// Tells the supervisor that the server lives, as long as every loop turns.
///
/// A loop that has nothing to do sleeps, so each is asked by its mailbox, and the next beat
/// is sent only when all have answered.
struct Watchdog {
    /// A loop, as far as it is asked whether it turns.
    struct Pulse {
        let mailbox: Mailbox
        let counters: LoopCounters
    }

    private let pulses: [Pulse]
    /// Milliseconds between beats: half of what the supervisor waits.
    private let interval: Int
    private let beat: () -> Void
    private var asked = 0
    private var next = 0

    init(microseconds: Int, _ pulses: [Pulse], beat: @escaping () -> Void) {
        interval = max(1, microseconds / 2000)
        self.pulses = pulses
        self.beat = beat
    }

    /// Looks whether a beat is due and deserved; returns the milliseconds until it must look
    /// again.
    mutating func look(at now: Int) -> Int {
        guard now >= next else { return next - now }
        guard pulses.allSatisfy({ $0.counters.beats.count >= asked }) else {
            // One that was busy for a moment may still answer in time.
            return max(1, interval / 8)
        }
        beat()
        asked += 1
        for pulse in pulses { pulse.mailbox.send(.beat) }
        next = now + interval
        return interval
    }
}

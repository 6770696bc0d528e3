import Synchronization
import Testing

@testable import HTTPServer

@Suite struct WatchdogTests {
    @Test func `there is no beat until every loop has answered the last`() throws {
        let pulses = try (0..<2).map { _ in
            Watchdog.Pulse(mailbox: try Mailbox(), counters: LoopCounters())
        }
        let beats = Mutex(0)
        var watchdog = Watchdog(microseconds: 16_000, pulses) { beats.withLock { $0 += 1 } }
        #expect(watchdog.look(at: 1000) == 8)
        #expect(beats.withLock { $0 } == 1)
        for pulse in pulses { #expect(pulse.isAsked) }

        #expect(watchdog.look(at: 1005) == 3)
        pulses[0].counters.beats.add()
        #expect(watchdog.look(at: 1008) == 1)
        #expect(watchdog.look(at: 9000) == 1)
        #expect(beats.withLock { $0 } == 1)
        for pulse in pulses { #expect(!pulse.isAsked) }

        pulses[1].counters.beats.add()
        #expect(watchdog.look(at: 9001) == 8)
        #expect(beats.withLock { $0 } == 2)
        for pulse in pulses { #expect(pulse.isAsked) }
    }
}

extension Watchdog.Pulse {
    fileprivate var isAsked: Bool {
        mailbox.takeAll().contains { if case .beat = $0 { true } else { false } }
    }
}

import Glibc
import Testing

@testable import HTTPServer

@Suite struct SystemdTests {
    @Test(
        arguments: [
            ([:], false, nil), (["NOTIFY_SOCKET": "/run/x"], true, nil),
            (["NOTIFY_SOCKET": "@x"], true, nil), (["NOTIFY_SOCKET": "vsock:1:2"], false, nil),
            (["NOTIFY_SOCKET": ""], false, nil), (["WATCHDOG_USEC": "3000000"], false, nil),
            (["NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "3000000"], true, 3_000_000),
            (["NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "7", "WATCHDOG_PID": "42"], true, 7),
            (["NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "7", "WATCHDOG_PID": "43"], true, nil),
            (["NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "0"], true, nil),
            (["NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "soon"], true, nil),
        ] as [([String: String], Bool, Int?)])
    func `what systemd asks is read from the environment`(
        _ environment: [String: String], _ isThere: Bool, _ watchdog: Int?
    ) {
        let systemd = Systemd(process: 42) { environment[$0] }
        #expect((systemd != nil) == isThere)
        #expect(systemd?.watchdogMicroseconds == watchdog)
    }

    @Test(arguments: ["/tmp/http-server-notify-", "@http-server-notify-"])
    func `a server tells that it is ready, reloads, and stops`(_ start: String) throws {
        let receiver = try NotifyReceiver(start + "\(getpid())-\(UInt32.random(in: 0...9999))")
        try withServer({ options in
            options.systemd = Systemd(process: 1) { [name = receiver.name] key in
                key == "NOTIFY_SOCKET" ? name : nil
            }
        }) { port, server in
            #expect(
                receiver.next() == ["READY=1", "STATUS=Serving on http://127.0.0.1:\(port)"])
            server.reload()
            let reloading = receiver.next()
            #expect(reloading.first == "RELOADING=1")
            let time = try #require(reloading.last?.split(separator: "=").last)
            #expect(reloading.last?.hasPrefix("MONOTONIC_USEC=") == true)
            #expect(try #require(Int(time)) <= Clock.microseconds())
            #expect(receiver.next().first == "READY=1")
            server.stop()
            #expect(receiver.next().first == "STOPPING=1")
        }
    }

    @Test func `a server that turns sends its beats`() throws {
        let receiver = try NotifyReceiver("@http-server-beats-\(getpid())")
        try withServer({ options in
            options.loops = 2
            options.systemd = Systemd(process: 1) { [name = receiver.name] key in
                ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "20000"][key]
            }
        }) { _, _ in
            #expect(receiver.next().first == "READY=1")
            for _ in 0..<4 { #expect(receiver.next() == ["WATCHDOG=1"]) }
        }
    }

    @Test func `nobody to tell is no reason to stop`() {
        #expect(!NotifySocket(path: "/no/such/socket").send("READY=1"))
        #expect(!NotifySocket(path: "/" + String(repeating: "a", count: 200)).send("READY=1"))
    }
}

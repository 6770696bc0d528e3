import Testing

@testable import Portal

@Suite struct ThrottleTests {
    /// 3 failures are free, and one is forgotten every 100 seconds.
    private let rule = Throttle(free: 3, leak: 100)

    private func count(_ failures: Double) -> Throttle.Count {
        Throttle.Count(failures: failures, lastAt: 1_000)
    }

    // 2 to the power of the failures beyond the free ones, in seconds: 3 - 3 = 0 gives 1, 4 gives
    // 2, 8 gives 32, 12 gives 512; 13 would give 1,024 and gives 900.
    @Test(
        arguments: [
            (0.0, nil), (2.9, nil), (3.0, 1), (3.9, 1), (4.0, 2), (5.0, 4), (8.0, 32), (12.0, 512),
            (13.0, 900), (14.0, 900), (1e300, 900),
        ] as [(Double, Int?)])
    func `the wait doubles with each failure, up to a quarter of an hour`(
        failures: Double, wait: Int?
    ) {
        #expect(rule.wait(count(failures), at: 1_000) == wait)
    }

    // 8 failures: 32 seconds from 1,000 on.
    @Test(arguments: [(1_000, 32), (1_001, 31), (1_031, 1), (1_032, nil), (9_999, nil)])
    func `the wait ends`(now: Int, wait: Int?) {
        #expect(rule.wait(count(8), at: now) == wait)
    }

    // 5 failures less one per 100 seconds.
    @Test(arguments: [
        (1_000, 5.0), (1_050, 4.5), (1_100, 4.0), (1_500, 0.0), (99_999, 0.0), (Int.max / 2, 0.0),
    ])
    func `failures are forgotten one by one`(now: Int, left: Double) {
        #expect(rule.left(of: count(5), at: now) == left)
    }

    @Test func `a failure adds to what is left`() {
        #expect(rule.counting(nil, at: 7) == Throttle.Count(failures: 1, lastAt: 7))
        let next = rule.counting(count(5), at: 1_250)
        #expect(next == Throttle.Count(failures: 3.5, lastAt: 1_250))
    }

    @Test func `a flood is soon forgotten`() {
        var last = count(0)
        for _ in 0..<10_000 { last = rule.counting(last, at: 1_000) }
        #expect(last.failures == 13)
        // 13 failures are 3 again after 10 times 100 seconds.
        #expect(rule.left(of: last, at: 2_000) == 3)
        #expect(rule.wait(last, at: 1_900) == nil)
    }

    @Test(arguments: [999, 0, -5_000, Int.min / 2])
    func `a clock that is set back makes nobody wait, and forgets nothing`(now: Int) {
        #expect(rule.wait(count(13), at: now) == nil)
        #expect(rule.left(of: count(5), at: now) == 5)
        #expect(rule.counting(count(5), at: now) == Throttle.Count(failures: 6, lastAt: now))
    }

    @Test func `one address that never stops cannot keep an account shut`() {
        var (address, account) = (Throttle.Count?.none, Throttle.Count?.none)
        var now = 0
        var highest = 0.0
        // Whenever it may, for ten days.
        while now < 864_000 {
            let waits = [
                address.flatMap { Throttle.address.wait($0, at: now) },
                account.flatMap { Throttle.account.wait($0, at: now) },
            ]
            if let wait = waits.compactMap({ $0 }).max() {
                now += wait
                continue
            }
            address = Throttle.address.counting(address, at: now)
            let next = Throttle.account.counting(account, at: now)
            account = next
            highest = max(highest, next.failures)
        }
        #expect(highest < Double(Throttle.account.free))
    }

    @Test(arguments: [
        ("192.0.2.7", "address 192.0.2.7"), ("::ffff:192.0.2.7", "address 192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "address 2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "address 2001:db8:1:2::/64"),
        ("2001:db8::1", "address 2001:db8:0:0::/64"), ("::1", "address 0:0:0:0::/64"),
        ("fe80::1%eth0", "address fe80:0:0:0::/64"), ("unix", "address unix"), ("", "address "),
        ("::", "address 0:0:0:0::/64"),
    ])
    func `neighbours in one network are counted together`(address: String, name: String) {
        #expect(ThrottleBucket.address(address).name == name)
    }

    @Test func `an account is counted however its name is written, and not by its name`() {
        let bucket = ThrottleBucket.account("anna")
        #expect(bucket == .account(" Anna\t"))
        #expect(bucket != .account("ann"))
        #expect(!bucket.name.contains("anna"))
        #expect(bucket.name.count == "account ".count + 64)
    }

    @Test(arguments: [
        (" Anna.Smith ", "anna.smith"), ("\tA@B.example\n", "a@b.example"), ("", ""), ("  ", ""),
        ("a b", "a b"),
    ])
    func `names are folded`(typed: String, folded: String) {
        #expect(AccountName.folded(typed) == folded)
    }
}

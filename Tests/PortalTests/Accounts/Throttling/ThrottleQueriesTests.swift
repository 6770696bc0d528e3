import SQLite
import Testing

@testable import Portal

@Suite struct ThrottleQueriesTests {
    private let database: Database
    private let address = ThrottleBucket.address("192.0.2.1")
    private let anna = ThrottleBucket.account("anna")

    init() throws {
        database = try Database(path: ":memory:")
        let folder = try Settings.testing(in: TemporaryFolder()).folder("Resources/Migrations")
        try Migrations.apply(Migrations.read(from: folder), to: database)
    }

    private func fail(_ count: Int, _ buckets: [ThrottleBucket], at now: Int) throws {
        for _ in 0..<count { try database.countFailure(buckets, at: now) }
    }

    private func failures(_ bucket: ThrottleBucket) throws -> Double? {
        try database.first(
            "SELECT failures FROM sign_in_failure WHERE bucket = \(bucket.name)")
    }

    @Test func `nobody waits at first`() throws {
        #expect(try database.throttle([address, anna], at: 1_000) == nil)
        #expect(try database.throttle([], at: 1_000) == nil)
    }

    @Test func `the longer wait counts`() throws {
        try fail(12, [address, anna], at: 1_000)
        // 12 of an address, of which 10 are free: 4 seconds; of an account 20 are free.
        #expect(try database.throttle([anna], at: 1_000) == nil)
        #expect(try database.throttle([address], at: 1_000) == 4)
        #expect(try database.throttle([address, anna], at: 1_000) == 4)
        try fail(13, [anna], at: 1_000)
        // 25 of an account: 32 seconds.
        #expect(try database.throttle([address, anna], at: 1_000) == 32)
        #expect(try database.throttle([.address("192.0.2.2"), .account("ben")], at: 1_000) == nil)
    }

    @Test func `it is told when a wait begins, and not again while it lasts`() throws {
        var begun: [Int] = []
        for number in 1...15
        where try database.countFailure([address, anna], at: 1_000) == [address] {
            begun.append(number)
        }
        #expect(begun == [10])
    }

    @Test func `asking writes nothing`() throws {
        try fail(12, [address], at: 1_000)
        let before = try database.first("SELECT total_changes()", as: Int.self)
        _ = try database.throttle([address, anna], at: 1_001)
        #expect(try database.first("SELECT total_changes()", as: Int.self) == before)
    }

    @Test func `who shows who they are has their own failures forgotten, and no others`() throws {
        try fail(6, [address, .account("ben")], at: 1_000)
        try fail(3, [address, anna], at: 1_000)
        try database.forgetFailures([address, anna], at: 1_000)
        #expect(try failures(anna) == nil)
        #expect(try failures(.account("ben")) == 6)
        #expect(try failures(address) == 6)
    }

    @Test func `an account of one’s own does not clear an address`() throws {
        try fail(9, [address, anna], at: 1_000)
        try database.forgetFailures([address, .account("mallory")], at: 1_000)
        #expect(try failures(address) == 9)
        #expect(try failures(anna) == 9)
    }

    @Test func `what is long over is removed`() throws {
        try fail(5, [anna], at: 1_000)
        try fail(1, [address], at: 4_600)
        #expect(try failures(anna) == 5)
        try fail(1, [address], at: 4_601)
        #expect(try failures(anna) == nil)
    }
}

import Testing

@testable import HTTPServer

/// Messages with random damage: whatever comes, nothing stops the program, and no cut matters.
@Suite struct RandomTests {
    /// The same numbers in each run (SplitMix64), so that a failure can be seen again.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static let seeds = [
        "POST /a/%2e/b?x=%20 HTTP/1.1\r\nHost: a:80\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\nGET / HTTP/1.0\r\n\r\n",
        "GET http://[::1]:80/a?b#c HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
            + "OPTIONS * HTTP/1.1\r\nHost: b\r\nConnection: close, x\r\nExpect: 100-continue\r\n\r\n",
    ]
    static let pieces = [
        "\r\n", "\r", "\n", "\0", " ", "\t", ":", "%", "..", "//", "0", "-", "\u{ff}", "chunked",
        "Content-Length: 9223372036854775807\r\n", "Transfer-Encoding: chunked\r\n",
        "ffffffffffffffff",
    ]

    @Test(arguments: 0..<40)
    func `damage is refused or understood, however it is cut`(_ seed: UInt64) {
        var numbers = Numbers(state: seed)
        for _ in 0..<100 {
            var bytes = Array(Self.seeds[Int(seed) % 2].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes.remove(at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                default:
                    let piece = Self.pieces.randomElement(using: &numbers) ?? ""
                    bytes.insert(contentsOf: Array(piece.utf8), at: place)
                }
                if bytes.isEmpty { break }
            }
            let whole = Reading([bytes])
            let cut = Int.random(in: 0...bytes.count, using: &numbers)
            #expect(Reading([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
            #expect(Reading(bytes.map { [$0] }) == whole)
        }
    }
}

import Testing

@testable import HTTPServer

/// `http1/cases.json`: RFC 9112 and its enemies, from the tests of other servers.
@Suite(.enabled(if: !Checks.cases.isEmpty, "the outside cases are not here"))
struct CaseTests {
    /// Statuses that are refusals of the message itself.
    static let refusals: Set<Int> = [400, 411, 413, 414, 417, 421, 431, 501, 505]

    @Test(arguments: Checks.cases)
    func `a message is understood or refused as it must be`(_ example: Checks.Case) {
        let reading = Reading([example.bytes])
        let isRefused = reading.error != nil || reading.isCut
        if let error = reading.error { #expect(Self.refusals.contains(error.status.rawValue)) }
        #expect(reading.requests.count + (isRefused ? 1 : 0) <= example.maximum ?? 99)
        let allowed = [example.want] + (example.tolerate ?? [])
        let fits = allowed.contains { want in
            switch want {
            case "reject": return isRefused && reading.requests.isEmpty
            case "accept", "accept:1", "accept:1+close", "accept+close":
                return reading.requests.count == 1
            case "accept:2": return reading.requests.count == 2
            case "accept:5": return reading.requests.count == 5
            default: return true
            }
        }
        #expect(fits, "\(example.id): wanted \(allowed), got \(reading)")
    }

    @Test(arguments: Checks.cases)
    func `how the bytes are cut changes nothing`(_ example: Checks.Case) {
        let bytes = example.bytes
        let whole = Reading([bytes])
        // Long messages are mostly filling: some cuts of those, every cut of the others.
        let step = bytes.count > 1500 ? bytes.count / 40 : 1
        for cut in stride(from: 1, to: bytes.count, by: step) {
            let parted = Reading([Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(parted == whole, "\(example.id) cut at \(cut)")
        }
        guard bytes.count < 1500 else { return }
        #expect(Reading(bytes.map { [$0] }) == whole, "\(example.id) byte by byte")
    }
}

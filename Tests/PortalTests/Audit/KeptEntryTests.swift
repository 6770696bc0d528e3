import Testing

@testable import Portal

@Suite struct KeptEntryTests {
    private func kept(_ change: (inout TrailEntry) -> Void) -> KeptEntry {
        var entry = TestTrail.entry(1)
        change(&entry)
        return KeptEntry(entry, number: 1, at: 7)
    }

    /// Worked out by hand from the recipe, with sha256sum.
    @Test func `the hash is the one of the recipe`() {
        let entry = KeptEntry(
            TrailEntry(
                actor: TrailEntry.Actor(person: nil, name: "anna"), action: .signIn,
                subject: TrailEntry.Subject(kind: .person, name: "é")),
            number: 1, at: 7)
        #expect(
            entry.hash(after: "")
                == "fb89d0e8737585dc6eef35a5f09cf872a097923be91189bc0990a6fb0a0e86bd")
    }

    @Test func `a text that moves to the next part gives another hash`() {
        let one = kept {
            $0.address = "ab"; $0.request = "c"
        }
        let other = kept {
            $0.address = "a"; $0.request = "bc"
        }
        #expect(one.hash(after: "") != other.hash(after: ""))
        #expect(one.hash(after: "") != one.hash(after: "0"))
    }

    @Test func `an empty reason is none`() {
        #expect(kept { $0.reason = "" } == kept { $0.reason = nil })
    }

    @Test func `a NUL does not hide what comes after it`() throws {
        let entry = kept { $0.reason = "one\0two" }
        #expect(entry.reason == "one\u{fffd}two")
    }

    @Test func `a name without end is cut`() {
        let entry = TrailEntry(
            actor: TrailEntry.Actor(
                person: nil, name: "e" + String(repeating: "\u{301}", count: 100_000)),
            action: .signInFailure, subject: TrailEntry.Subject(kind: .person, name: ""))
        #expect(KeptEntry(entry, number: 1, at: 1).actor.unicodeScalars.count == 201)
    }
}

import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct RefusalNotesTests {
    private let notes = RefusalNotes()

    private func kind(_ name: String, person: Int64? = nil, address: String = "192.0.2.1")
        -> RefusalNotes.Kind
    {
        RefusalNotes.Kind(
            actor: TrailEntry.Actor(person: person, name: name), address: address,
            action: .refusal, subject: TrailEntry.Subject(kind: .page, name: "/admin"),
            reason: "needs a role")
    }

    @Test func `what is alike is counted, with its first and last moment`() {
        for moment in [100, 103, 101] {
            notes.note(kind("anna"), request: "r\(moment)", at: moment)
        }
        notes.note(kind("bert"), request: "b", at: 102)
        let taken = notes.take(at: 110)
        #expect(taken.map(\.kind.actor.name) == ["anna", "bert"])
        #expect(taken.first?.count == 3)
        #expect(taken.first?.first == 100)
        #expect(taken.first?.last == 103)
        #expect(taken.first?.request == "r103")
    }

    @Test func `what was taken is not taken again`() {
        notes.note(kind("anna"), request: "a", at: 100)
        #expect(notes.take(at: 110).count == 1)
        #expect(notes.take(at: 1_000).isEmpty)
    }

    @Test func `of one kind there is one entry in ten minutes, with all that was noted`() {
        notes.note(kind("anna"), request: "a", at: 100)
        #expect(notes.take(at: 110).map(\.count) == [1])
        for moment in 111..<140 { notes.note(kind("anna"), request: "a", at: moment) }
        #expect(notes.take(at: 709).isEmpty)
        #expect(notes.take(at: 710).map(\.count) == [29])
    }

    @Test func `at the end nothing waits`() {
        notes.note(kind("anna"), request: "a", at: 100)
        #expect(notes.take(at: 110).count == 1)
        notes.note(kind("anna"), request: "a", at: 111)
        #expect(notes.take(at: 112, isLast: true).map(\.count) == [1])
    }

    @Test func `a clock that is set back makes nothing wait`() {
        notes.note(kind("anna"), request: "a", at: 100_000)
        #expect(notes.take(at: 100_000).count == 1)
        notes.note(kind("anna"), request: "a", at: 50)
        #expect(notes.take(at: 50).map(\.count) == [1])
    }

    @Test func `what could not be written down is taken again, with what came since`() {
        notes.note(kind("anna"), request: "a", at: 100)
        let taken = notes.take(at: 110)
        notes.note(kind("anna"), request: "b", at: 120)
        notes.putBack(taken)
        let again = notes.take(at: 121)
        #expect(again.map(\.count) == [2])
        #expect(again.first?.first == 100)
        #expect(again.first?.request == "b")
    }

    @Test func `a flood from everywhere is a bounded number of entries, and none is uncounted`() {
        for number in 0..<5_000 {
            notes.note(kind("", address: "2001:db8::\(number)"), request: "a", at: 100)
        }
        let taken = notes.take(at: 110)
        #expect(taken.count == 101)
        #expect(taken.reduce(0) { $0 + $1.count } == 5_000)
        #expect(taken.first { $0.kind == .others }?.count == 4_900)
    }

    @Test func `a flood of strangers does not hide what somebody did whom we know`() {
        for number in 0..<5_000 {
            notes.note(kind("", address: "2001:db8::\(number)"), request: "a", at: 100)
        }
        notes.note(kind("anna", person: 1), request: "b", at: 101)
        #expect(notes.take(at: 110).contains { $0.kind.actor.name == "anna" })
    }

    @Test func `one person has a bounded number of entries, too`() {
        for number in 0..<5_000 {
            notes.note(kind("\(number)", person: 1), request: "a", at: 100)
        }
        let taken = notes.take(at: 110)
        #expect(taken.count <= 501)
        #expect(taken.reduce(0) { $0 + $1.count } == 5_000)
    }

    @Test func `room that is not used any more is given to others`() {
        for round in 0..<3 {
            for number in 0..<100 {
                notes.note(kind("", address: "\(round).\(number)"), request: "a", at: round * 2_000)
            }
            let taken = notes.take(at: round * 2_000 + 1)
            #expect(taken.count == 100)
            #expect(!taken.contains { $0.kind == .others })
            _ = notes.take(at: round * 2_000 + 1_000)
        }
    }

    @Test func `an entry says how often, from when to when and why`() throws {
        for moment in [0, 86_399] { notes.note(kind("anna"), request: "r", at: moment) }
        let entry = try #require(notes.take(at: 86_400).first?.entry)
        #expect(
            entry.after?.description == "{\"count\":\"2\",\"first\":\"1970-01-01 00:00:00 UTC\","
                + "\"last\":\"1970-01-01 23:59:59 UTC\"}")
        #expect(entry.reason == "needs a role")
        #expect(entry.address == "192.0.2.1")
        #expect(entry.request == "r")
    }
}

import Testing

@testable import Portal

/// The names by which the next edition finds what was promised.
@Suite struct CommitmentKeysTests {
    // The digits are the first of what `printf 'open a third home' | sha256sum` says.
    @Test func `an action is named by its measure and its words`() {
        var keys = CommitmentKeys()
        #expect(keys.action("MOVES", "Open a third home") == "action/MOVES/e81ad254bcf1")
    }

    @Test(arguments: ["OPEN a third home", "Open a  third\nhome", "Open a third home."])
    func `capitals, spaces and a full stop make no other action`(_ what: String) {
        var (one, other) = (CommitmentKeys(), CommitmentKeys())
        #expect(one.action("M", what) == other.action("M", "Open a third home"))
    }

    @Test func `the same words twice are two actions`() {
        var keys = CommitmentKeys()
        let first = keys.action("M", "Ask")
        #expect(keys.action("M", "Ask") == first + "-2")
    }

    @Test(arguments: [
        ("Family hubs: 4 of them", "project/family-hubs-4-of-them"),
        ("Crèche!", "project/cr-che"),
        (
            "A very long name of a project that goes on and on and on beyond all that is read",
            "project/a-very-long-name-of-a-project-that-goes-on-and-on-and-on"
        ),
    ])
    func `a project is named by its words`(_ what: String, _ key: String) {
        var keys = CommitmentKeys()
        #expect(keys.project(what) == key)
    }

    @Test func `words without letters that an address can hold have a name all the same`() {
        var keys = CommitmentKeys()
        #expect(keys.risk("水").count == "risk/".count + 12)
    }
}

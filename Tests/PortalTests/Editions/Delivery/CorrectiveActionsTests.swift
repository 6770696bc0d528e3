import SQLite
import Testing

@testable import Portal

/// What is done about Harbourside’s measures, of which MOVES and CENTRES are off target.
@Suite struct CorrectiveActionsTests {
    @Test func `every action on a measure that is off target is gathered, the next first`() throws {
        let actions = CorrectiveActions(try deliverySource())
        #expect(
            actions.corrective.filter { $0.standing.measure.code == "MOVES" }
                .map(\.action.action.what) == [
                    "Open a third home", "Ask carers what they need", "Write to former carers",
                ])
    }

    @Test func `a measure off target without an action or an owner is named`() throws {
        let gaps = CorrectiveActions(try deliverySource()).gaps
        #expect(
            Dictionary(uniqueKeysWithValues: gaps.map { ($0.standing.measure.code, $0.words) })
                == [
                    "MOVES": "no owner is named",
                    "CENTRES":
                        "no action is recorded that is still to be done, and no owner is named",
                ])
    }

    @Test func `an owner and an action still to be done leave nothing to name`() throws {
        let portal = try TestPortal()
        try portal.database().run("UPDATE measure SET owner_role = 'Head of care'")
        let gaps = CorrectiveActions(try deliverySource(over: portal)).gaps
        #expect(gaps.map(\.standing.measure.code) == ["CENTRES"])
        try portal.database().run("UPDATE action SET state = 'done'")
        let after = CorrectiveActions(try deliverySource(over: portal)).gaps
        #expect(after.map(\.standing.measure.code).sorted() == ["CENTRES", "MOVES"])
    }

    @Test func `an action on a measure that does well is told while it is open or new`() throws {
        let portal = try TestPortal()
        try portal.database().run(
            """
            UPDATE action SET measure_id = (SELECT id FROM measure WHERE code = 'PLACES')
            WHERE what IN ('Open a third home', 'Write to former carers')
            """)
        let others = CorrectiveActions(try deliverySource(over: portal)).others
        #expect(others.map(\.action.action.what) == ["Open a third home"])
    }
}

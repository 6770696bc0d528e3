import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct SharedNumbersTests {
    @Test func `a number is typed at the first measure that names it`() throws {
        let desk = try ReturnDesk()
        let shared = SharedNumbers(desk.opened)
        let place = SharedNumbers.Place(entry: desk.agreed.id, field: .number(.denominator))
        let source = SharedNumbers.Place(entry: desk.plans.id, field: .number(.denominator))
        #expect(shared.sources.keys.map(\.entry) == [desk.agreed.id])
        #expect(shared.sources[place]?.place == source)
        #expect(shared.sources[place]?.title == "Plans in time")
        #expect(shared.copies(of: source) == [place])
        #expect(shared.copies(of: place) == [])
    }

    @Test func `measures of other returns share nothing`() throws {
        let desk = try ReturnDesk()
        try desk.run(
            """
            UPDATE return_entry SET return_id = \(desk.visits.returnID)
            WHERE id = \(desk.agreed.id)
            """)
        let entries = try desk.portal.database().entries(
            .ofRound(desk.plans.roundID), on: desk.portal.settings.today())
        #expect(entries.count == 5)
        #expect(SharedNumbers(entries).sources.isEmpty)
    }

    @Test func `a measure that is described just as another counts other children`() throws {
        let desk = try ReturnDesk()
        try desk.run("UPDATE measure SET numerator = 'Plans issued in time' WHERE code = 'AGREED'")
        let entries = try desk.portal.database().entries(
            .ofReturn(desk.plans.returnID), on: desk.portal.settings.today())
        #expect(SharedNumbers(entries).sources.isEmpty)
    }
}

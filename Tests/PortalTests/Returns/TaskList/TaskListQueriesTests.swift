import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct TaskListQueriesTests {
    /// What the list says, counted.
    private func listed(
        _ database: Database, _ account: Account, _ day: Day
    ) throws -> Int {
        try database.returnTasks(on: day).compactMap { $0.own(account) }.owed(on: day).count
    }

    @Test(arguments: [
        (Scope.everything, 2), (.measure("CALM"), 1), (.service("Family service"), 1),
        (.service("No service"), 0),
    ])
    func `the number beside the navigation is that of the list`(scope: Scope, count: Int) throws {
        let desk = try ReturnsDesk()
        let database = try desk.portal.database()
        let today = desk.portal.settings.today()
        let account = Account(
            id: 1, userName: "otto", name: "Otto", service: nil,
            grants: [Grant(role: .officer, scope: scope)])
        #expect(try database.countOfOwedReturns(of: account, on: today) == count)
        for state in EntryState.allCases {
            try desk.move(desk.entries, to: state, .submitted)
            let owed = try database.countOfOwedReturns(of: account, on: today)
            #expect(owed == (state.isOpen ? count : 0))
            #expect(try owed == listed(database, account, today))
        }
    }

    @Test func `a round that has not opened yet or is closed asks for nothing but revisions`()
        throws
    {
        let desk = try ReturnsDesk()
        let database = try desk.portal.database()
        let today = desk.portal.settings.today()
        let account = Account(
            id: 1, userName: "otto", name: "Otto", service: nil,
            grants: [Grant(role: .officer, scope: .everything)])
        let early = try #require(Day(year: 2020, month: 1, day: 1))
        #expect(try database.countOfOwedReturns(of: account, on: early) == 0)
        #expect(try listed(database, account, early) == 0)
        try database.run("UPDATE collection_round SET state = 'closed'")
        #expect(try database.countOfOwedReturns(of: account, on: today) == 0)
        try database.run(
            """
            UPDATE return_entry SET state = 'draft', revision_reason = 'A mistake'
            WHERE id = \(desk.calm.id)
            """)
        #expect(try database.countOfOwedReturns(of: account, on: today) == 1)
        #expect(try listed(database, account, today) == 1)
    }
}

import Testing

@testable import Portal

@Suite struct EditionActTests {
    /// What each act leads to, by state: of all 24 pairs these and no others can be done.
    private static let table: [(EditionAct, EditionState, EditionState)] = [
        (.submit, .draft, .forApproval),
        (.takeBack, .forApproval, .draft),
        (.sendBack, .forApproval, .draft),
        (.approve, .forApproval, .frozen),
        (.correct, .frozen, .draft),
        (.correct, .withdrawn, .draft),
        (.withdraw, .frozen, .withdrawn),
    ]

    @Test func `each act leads from its states to one other, and from no others`() {
        for act in EditionAct.allCases {
            for state in EditionState.allCases {
                let due = Self.table.first { $0.0 == act && $0.1 == state }?.2
                #expect(act.result(in: state) == due, "\(act) in \(state)")
            }
        }
    }
}

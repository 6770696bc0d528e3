@testable import Portal

/// What a report of Harbourside for the first quarter of 2026/27 is made from.
func deliverySource(
    _ texts: [String: String] = [:], on day: String = Harbourside.today,
    over portal: TestPortal? = nil
) throws -> EditionSource {
    try ReportPaper.source(
        ReportPaper.scorecards.merging(texts) { $1 }, on: day,
        over: portal ?? TestPortal.harbourside.get())
}

extension [ReportFact] {
    /// The text of a fact.
    subscript(_ subject: String, _ name: String) -> String? {
        first { $0.subject == subject && $0.name == name }?.text
    }

    /// What each is of and which of its values it is.
    var names: [String] { map { "\($0.section) \($0.subject) \($0.name)" } }
}

/// A project as it is typed.
let typedProject = [
    "project-1-what": "Family hubs", "project-1-objective": "SW-G1",
    "project-1-owner": "Head of early help", "project-1-due": "30 June 2026",
    "project-1-status": "late", "project-1-progress": "Two of four are open.",
]

/// A risk as it is typed.
let typedRisk = [
    "risk-1-what": "Too few carers", "risk-1-likelihood": "4", "risk-1-impact": "4",
    "risk-1-doing": "A campaign", "risk-1-owner": "Head of children in care",
    "risk-1-due": "31 March 2027",
]

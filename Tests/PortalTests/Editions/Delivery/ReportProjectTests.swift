import Scorecard
import Testing

@testable import Portal

/// Projects as they are read from what was typed.
@Suite struct ReportProjectTests {
    private func project(_ texts: [String: String]) throws -> ReportProject {
        let typed = typedProject.merging(texts) { $1 }
        return try #require(EditionContent(EntryContent(typed)).projects.first)
    }

    @Test func `a project that is not done by its day is overdue after it`() throws {
        let project = try project([:])
        #expect(!project.isOverdue(on: try #require(Day("2026-06-30"))))
        #expect(project.isOverdue(on: try #require(Day("2026-07-01"))))
    }

    @Test(arguments: ["done", "stopped"])
    func `what is done or stopped is not overdue`(_ status: String) throws {
        #expect(
            try !project(["project-1-status": status]).isOverdue(on: #require(Day("2027-01-01"))))
    }

    @Test func `a date that is none is shown as it was typed`() throws {
        #expect(try project(["project-1-due": "next spring"]).due.words == "next spring")
        #expect(try project(["project-1-due": ""]).due.words == "No date set")
    }

    @Test func `its name stays when its state, its date and its owner change`() throws {
        let later = try project([
            "project-1-status": "done", "project-1-due": "1 May 2027", "project-1-owner": "X",
        ])
        #expect(try later.key == project([:]).key)
    }
}

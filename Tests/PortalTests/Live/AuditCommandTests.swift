import SQLite
import Testing

@testable import Portal

/// `portal audit` as a person or a timer runs it.
@Suite struct AuditCommandTests {
    private func run(_ words: [String], _ trail: TestTrail) throws -> (status: Int32, said: String)
    {
        try ServeCommandTests().run(
            ["audit"] + words
                + ["--root", Settings.project, "--database", trail.settings.database])
    }

    @Test func `a whole trail is no error`() throws {
        let trail = try TestTrail(3)
        let hash = try #require(try trail.database.trailHead()?.hash)
        #expect(try run(["verify"], trail) == (0, ""))
        #expect(try run(["verify", "--head", hash], trail) == (0, ""))
        #expect(try run(["export"], trail) == (0, ""))
        #expect(try run(["export", "--format", "csv", "--from", "2026-01-01"], trail) == (0, ""))
    }

    @Test func `a broken trail is told in one line`() throws {
        let trail = try TestTrail(3)
        try trail.disarm()
        try trail.database.run("UPDATE audit_entry SET actor = 'eve' WHERE number = 2")
        #expect(
            try run(["verify"], trail) == (1, "portal: broken at entry 2: it has been changed\n"))
    }

    @Test(arguments: [
        ([], "one of these is needed: portal audit verify, portal audit export"),
        (["look"], "one of these is needed"), (["verify", "--head", "abc"], "«abc» is not a hash"),
        (["verify", "--format", "csv"], "«--format» is not understood"),
        (["export", "--head", "abc"], "«--head» is not understood"),
        (["export", "--format", "xml"], "--format «xml» is not csv or jsonl"),
        (["export", "--from", "someday"], "--from and --to are days such as 2026-11-01"),
    ])
    func `what cannot be understood is told in one line`(words: [String], line: String) throws {
        let (status, said) = try run(words, TestTrail(0))
        #expect(status == 2)
        #expect(said.hasPrefix("portal: ") && said.contains(line))
        #expect(said.split(separator: "\n").count == 1)
    }
}

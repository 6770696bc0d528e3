import SQLite
import Scorecard
import Testing

@testable import Portal

/// `portal report` as somebody at the machine runs it.
@Suite struct ReportCommandTests {
    private func run(_ words: [String], _ portal: TestPortal) throws -> (Int32, String, String) {
        let process = try PortalProcess(
            ["report"] + words
                + (words.first == "verify" ? [] : ["--root", Settings.project])
                + ["--database", portal.settings.database])
        let status = process.wait()
        return (status, try process.output, try process.errors)
    }

    @Test func `a report is built, frozen, exported and verified`() throws {
        var desk = try ReportDesk(["title": "For all"])
        let (portal, slug) = (desk.portal, desk.slug)
        let draft = try run(["build", slug], portal)
        #expect(draft.0 == 0 && draft.1.contains("Draft: not approved"))
        try desk.submit()
        #expect(
            try run(["freeze", slug, "--by", "lead"], portal).2
                == "portal: Who sent the report for approval cannot approve it: someone else must "
                + "do that\n")
        let frozen = try run(["freeze", "--by", "second", slug], portal)
        #expect(frozen.0 == 0 && frozen.1.hasPrefix("Published For all, version 1.0, with the"))
        #expect(try portal.trail(.editionFrozen).first?.actor.hasPrefix("command line") == true)
        let path = portal.folder.file("report.html")
        #expect(try run(["export", slug, "--version", "1.0", "--to", path], portal).0 == 0)
        let kept = try portal.database().document(ofVersion: desk.version.id, for: .everyone)
        #expect(try Folder(path: portal.folder.path).bytes(of: "report.html") == kept?.bytes)
        let found = try run(["verify", path], portal)
        #expect(found.0 == 0)
        #expect(
            found.1.hasPrefix(
                "whole: For all, version 1.0, public edition, published on \(Clock.today().label); "
            ))
        try portal.folder.damage("report.html", with: Array("<!doctype".utf8))
        let broken = try run(["verify", path], portal)
        #expect(broken.0 == 1)
        #expect(broken.2 == "portal: not whole: the file is not what its fingerprint was made of\n")
        #expect(try run(["list"], portal).1.contains("frozen"))
    }

    @Test(arguments: [
        (["verify"], 2, "FILE is needed"), (["verify", "a", "b"], 2, "«b» is not understood"),
        (["verify", "/nowhere/at-all"], 1, "/nowhere/at-all: No such file"),
        (["build"], 2, "REPORT is needed"), (["build", "--sideways"], 2, "is not understood"),
        (["build", "none"], 1, "There is no report called “none”"),
        (["build", "--", "--none"], 1, "There is no report called “--none”"),
        (["export", "none"], 1, "There is no report called “none”"),
        (["freeze", "none"], 2, "--by is needed"), ([], 2, "one of these is needed"),
    ])
    func `what cannot be done is told in one line`(
        words: [String], status: Int32, line: String
    ) throws {
        let portal = try TestPortal.harbourside.get()
        let (ended, _, said) = try run(words, portal)
        #expect(ended == status)
        #expect(said.hasPrefix("portal: ") && said.contains(line), "\(said)")
        #expect(said.split(separator: "\n").count == 1)
    }
}

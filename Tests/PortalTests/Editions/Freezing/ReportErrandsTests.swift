import SQLite
import Testing

@testable import Portal

/// What the command line does with reports, without starting a program.
@Suite struct ReportErrandsTests {
    @Test func `only another approver who is active freezes`() throws {
        var desk = try ReportDesk()
        let (portal, slug) = (desk.portal, desk.slug)
        _ = try portal.addPerson("olga", .officer)
        _ = try portal.addPerson("gone", .approver)
        try portal.database().run("UPDATE person SET state = 'disabled' WHERE user_name = 'gone'")
        let office = try ReportOffice(portal.settings, user: "root")
        #expect(throws: ReportFault.state(.approve, .draft)) {
            try office.freeze(slug, by: "second")
        }
        try desk.submit()
        for (name, fault) in [
            ("nobody", ReportFault.noSuchPerson("nobody")), ("olga", .noApprover("olga")),
            ("gone", .notActive("gone")), ("lead", .ownReport),
        ] {
            #expect(throws: fault) { try office.freeze(slug, by: name) }
        }
        #expect(throws: ReportFault.notFrozen(slug)) {
            try office.export(slug, version: nil, forOfficers: false)
        }
        #expect(try office.freeze(slug, by: " Second ").hasPrefix("Published"))
        #expect(throws: ReportFault.noSuchVersion("9", known: ["1.0"])) {
            try office.export(slug, version: "9", forOfficers: false)
        }
        #expect(try office.build(slug, forOfficers: false) == desk.file())
        #expect(
            try office.list() == [
                ["report", "version", "state", "published_on", "title"],
                [slug, "1.0", "frozen", "2026-07-15", "Children: mid-year report 2026/27"],
            ])
    }

    @Test func `a file is known with its audience, and a stranger’s is not`() throws {
        var desk = try ReportDesk()
        let file = try desk.freeze()
        let settings = desk.portal.settings
        let database = settings.database
        let office = try ReportOffice(settings, user: "root")
        let officers = try office.export(desk.slug, version: nil, forOfficers: true)
        let words = try ReportVerification(officers, database: database).description
        #expect(words.contains(" edition, published on 15 July 2026; fingerprint "))
        try desk.withdraw()
        #expect(
            try ReportVerification(file, database: database).description.contains(
                ", a table was wrong; "))
        // Anybody can make a file that is whole.
        let mark = String(repeating: "c", count: 64)
        let forged = try ReportFingerprint.put(
            inPlaceOf: mark, into: Array("<code id=\"fingerprint\">\(mark)</code>".utf8))
        let found = try ReportVerification(forged.file, database: database)
        #expect(found == .unknown(forged.fingerprint.text))
        #expect(!found.isGood)
    }
}

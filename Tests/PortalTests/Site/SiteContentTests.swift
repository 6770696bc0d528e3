import Glibc
import HTTPServer
import Testing

@testable import Portal

@Suite struct SiteContentTests {
    private let folder: TemporaryFolder
    private let plan: SitePlan

    init() throws {
        folder = try TemporaryFolder()
        var settings = try Settings.testing(in: folder)
        settings.root = folder.path
        for name in ["Resources", "Templates"] { unsafe mkdir(folder.file(name), 0o700) }
        let copied = [
            ("Resources/Migrations", ".sql"), ("Templates", ".mustache"), ("Public", ".css"),
            ("Resources/Passwords", ".txt"),
        ]
        for (place, suffix) in copied {
            let files = Folder(path: "\(Settings.project)/\(place)")
            for name in try files.names(endingIn: suffix) {
                let file = name + suffix
                try folder.write(try files.bytes(of: file), to: "\(place)/\(file)")
            }
        }
        plan = try SitePlan(settings)
    }

    @Test func `a template read anew is used by sites that are open already`() throws {
        let site = try Site(plan) { _ in }
        try folder.write(Array("<p>new</p>".utf8), to: "Templates/help/index.mustache")
        #expect(Answer(site.respond(to: Request(.get, "/help"))).source != "<p>new</p>")
        try plan.reload()
        #expect(Answer(site.respond(to: Request(.get, "/help"))).source == "<p>new</p>")
    }

    @Test func `a broken template is refused with its file, and the old one stays`() throws {
        let site = try Site(plan) { _ in }
        let before = Answer(site.respond(to: Request(.get, "/help"))).source
        try folder.write(Array("\n{{#a}}".utf8), to: "Templates/help/index.mustache")
        let error = try #require(throws: (any Error).self) { try plan.reload() }
        #expect("\(error)".contains("help/index"))
        #expect(!"\(error)".contains("\n"))
        #expect(Answer(site.respond(to: Request(.get, "/help"))).source == before)
        let other = try Site(plan) { _ in }
        #expect(Answer(other.respond(to: Request(.get, "/help"))).source == before)
    }

    @Test func `without the list of common passwords nothing starts`() throws {
        try folder.write([], to: "Resources/Passwords/common.txt")
        let error = try #require(throws: (any Error).self) { try plan.reload() }
        #expect("\(error)" == "\(folder.path)/Resources/Passwords/common.txt: no password in it")
        unsafe unlink(folder.file("Resources/Passwords/common.txt"))
        #expect(throws: FolderError.self) { try plan.reload() }
    }

    @Test func `settings are read anew, and the colours with them`() throws {
        let lines = """
            organisation = Harbourside
            organisation_kind = Council
            service = Figures
            partnership = Harbourside Partnership

            """
        try folder.write(Array(lines.utf8), to: "Resources/Settings/portal.conf")
        let plan = try SitePlan(
            Settings(root: folder.path, database: folder.file("portal.sqlite"), file: nil))
        let site = try Site(plan) { _ in }
        let before = Answer(site.respond(to: Request(.get, "/brand.css"))).source
        #expect(before == BrandColours.usual.styleSheet)
        let former = plan.content.current.publicFiles.link(to: "brand.css")

        let changed =
            lines + "brand = #6b1f4e\nbrand_ink = #808080\ncontact_phone = 0161 496 0000\n"
        try folder.write(Array(changed.utf8), to: "Resources/Settings/portal.conf")
        try plan.reload()
        let after = Answer(site.respond(to: Request(.get, "/brand.css"))).source
        #expect(after.contains("--brand: #6b1f4e;"))
        #expect(after.contains("--brand-ink: #ffffff;"))
        #expect(plan.remarks.count == 1)
        #expect(site.respond(to: Request(.get, former)).status == .notFound)
        let page = Answer(site.respond(to: Request(.get, "/contact")))
        #expect(try page.main.text.contains("0161 496 0000"))
        #expect(page.source.contains(plan.content.current.publicFiles.link(to: "brand.css")))

        try folder.write(Array("brand".utf8), to: "Resources/Settings/portal.conf")
        #expect(throws: SettingsMistake.self) { try plan.reload() }
        #expect(Answer(site.respond(to: Request(.get, "/brand.css"))).source == after)
    }

    @Test func `public files are read anew too, and pages of refusals`() throws {
        let site = try Site(plan) { _ in }
        try folder.write(Array("a{}".utf8), to: "Public/portal.css")
        try folder.write(Array("<p>busy</p>".utf8), to: "Templates/errors/show.mustache")
        try plan.reload()
        #expect(Answer(site.respond(to: Request(.get, "/portal.css"))).source == "a{}")
        let refusal = plan.errorResponse(.serviceUnavailable, true, Request(.get, "/").id)
        #expect(Answer(refusal).source == "<p>busy</p>")
    }
}

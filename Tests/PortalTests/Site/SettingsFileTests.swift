import Scorecard
import Testing

@testable import Portal

@Suite struct SettingsFileTests {
    private static let needed = """
        organisation = Harbourside
        organisation_kind = Council
        service = Children’s performance
        partnership = Harbourside Partnership

        """

    /// What the text sets, above the four lines that no file can do without.
    private func read(_ text: String) throws(SettingsMistake) -> Settings {
        var settings = Settings(root: Settings.project, database: "")
        try SettingsFile(path: "portal.conf").read(text + "\n" + Self.needed, into: &settings)
        return settings
    }

    @Test func `every key sets what it names`() throws {
        let settings = try read(
            """
            # a remark = not a setting
            origin = https://performance.example.org:8443
              neighbour_method=mean
            brand = #123456
            brand_deep = #000011
            brand_soft = #eeeeff
            brand_ink = #fffffe
            logo = favicon.svg
            contact_team = Performance team
            contact_email = team@example.org
            contact_phone = +44 (0)161 496 0000
            contact_address = Town Hall, 1 = One Street , Harbourside
            sendmail = /bin/sh
            """)
        #expect(settings.sendmail == MailProgram(path: "/bin/sh"))
        #expect(settings.organisationName == "Harbourside Council")
        #expect(settings.service == "Children’s performance")
        #expect(settings.partnership == "Harbourside Partnership")
        #expect(settings.origin == "https://performance.example.org:8443")
        #expect(settings.neighbourMethod == .mean)
        #expect(
            [settings.colours.brand, settings.colours.deep, settings.colours.soft].map(
                \.description) == ["#123456", "#000011", "#eeeeff"])
        #expect(settings.colours.ink.description == "#fffffe")
        #expect(settings.logo == "favicon.svg")
        #expect(settings.contact.team == "Performance team")
        #expect(settings.contact.email == "team@example.org")
        #expect(settings.contact.dialled == "+4401614960000")
        #expect(settings.contact.addressLines == ["Town Hall", "1 = One Street", "Harbourside"])
    }

    @Test func `what is not said is as usual`() throws {
        let settings = try read("")
        #expect(settings.origin == "")
        #expect(settings.neighbourMethod == .median)
        #expect(settings.colours == .usual)
        #expect(settings.logo == nil)
        #expect(settings.contact == Contact())
        #expect(!settings.contact.isKnown)
    }

    @Test func `a file of another system reads the same`() throws {
        let settings = try read("\u{FEFF}# remark\r\nneighbour_method = mean\r")
        #expect(settings.neighbourMethod == .mean)
    }

    @Test(arguments: [
        ("colour = #123456", "there is no «colour»; what can be set: organisation, "),
        ("Brand = #123456", "there is no «Brand»; what can be set: organisation, "),
        ("brand", "«brand» is not of the form key = value"),
        ("= x", "there is no «»; what can be set: organisation, "),
        ("logo =", "«logo» has no value; write one, or put # before the line"),
        ("brand = teal", "«brand»: «teal» is not # with six digits or letters from a to f"),
        ("brand_ink = #fff", "«brand_ink»: «#fff» is not # with six digits"),
        ("brand = #123456 # ours", "«brand»: «#123456 # ours» is not # with six digits"),
        ("origin = performance.example.org", "«origin»: «performance.example.org» is not http"),
        ("origin = https://a.example/", "«origin»: «https://a.example/» is not http"),
        ("origin = https://a.example/b", "«origin»: «https://a.example/b» is not http"),
        ("origin = https://u@a.example", "«origin»: «https://u@a.example» is not http"),
        ("origin = https://", "«origin»: «https://» is not http"),
        ("origin = ftp://a.example", "«origin»: «ftp://a.example» is not http"),
        ("neighbour_method = mode", "«neighbour_method»: «mode» is not mean or median"),
        ("neighbour_method = published", "«neighbour_method»: «published» is not mean or median"),
        ("logo = council.svg", "«logo»: there is no file «council.svg» in "),
        ("logo = ../README.md", "«logo»: «../README.md» is not the name of a file"),
        ("logo = /etc/passwd", "«logo»: «/etc/passwd» is not the name of a file"),
        ("contact_email = team", "«contact_email»: «team» is not an address"),
        ("contact_email = a b@c.org", "«contact_email»: «a b@c.org» is not an address"),
        ("contact_phone = ask inside", "«contact_phone»: «ask inside» is not a number"),
        ("sendmail = sendmail", "«sendmail»: «sendmail» is not a program that can be run"),
        ("sendmail = /nowhere/mail", "«sendmail»: «/nowhere/mail» is not a program"),
        ("sendmail = /usr", "«sendmail»: «/usr» is not a program that can be run"),
        ("sendmail = /etc/passwd", "«sendmail»: «/etc/passwd» is not a program"),
        ("contact_team = a\u{7}b", "«contact_team» holds a character that cannot be seen"),
        (
            "brand = #123456\nbrand = #123456",
            "«brand» is in line 1 already; take one out"
        ),
    ])
    func `a mistake is named by its line, with what to mend`(_ text: String, _ words: String)
        throws
    {
        let error = #expect(throws: SettingsMistake.self) { try read(text) }
        let line = text.contains("\n") ? 2 : 1
        let said = try #require(error?.description)
        #expect(said.hasPrefix("portal.conf:\(line): \(words)"))
        #expect(!said.contains("\n"))
    }

    @Test(arguments: ["organisation", "organisation_kind", "service", "partnership"])
    func `a file without what is needed says what is missing`(_ key: String) throws {
        let text = Self.needed.split(separator: "\n").filter { !$0.hasPrefix(key + " ") }
            .joined(separator: "\n")
        var settings = Settings(root: Settings.project, database: "")
        let error = #expect(throws: SettingsMistake.self) {
            try SettingsFile(path: "portal.conf").read(text, into: &settings)
        }
        #expect(
            error?.description.hasPrefix(
                "portal.conf: «\(key)» is missing; add a line such as \(key) = ")
                == true)
    }

    @Test func `the project's own file says Stockport, and its colours can be read`() throws {
        let settings = try Settings(root: Settings.project, database: "", file: nil)
        #expect(settings.organisationName == "Stockport Council")
        #expect(settings.remarks == [])
        #expect(settings.colours == .usual)
    }

    @Test func `the project's own file shows every key, if only as a remark`() throws {
        let text = try Folder(path: Settings.project).text(of: "Resources/Settings/portal.conf")
        for key in SettingsKey.allCases {
            #expect(text.contains(try Regex("(?m)^(# )?\(key.rawValue) = ")), "\(key)")
        }
    }

    @Test func `a colour that cannot be read is remarked on with its file`() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("own.conf")
        try folder.write(Array((Self.needed + "brand = #ffcc00").utf8), to: "own.conf")
        let settings = try Settings(root: Settings.project, database: "", file: file)
        #expect(settings.colours == .usual)
        #expect(settings.remarks.count == 1)
        #expect(settings.remarks.first?.hasPrefix("\(file): brand #ffcc00 with #ffffff") == true)
    }

    @Test func `a file that is not there, or is no text, is named`() throws {
        let folder = try TemporaryFolder()
        #expect(
            throws: FolderError(path: folder.file("no.conf"), reason: "No such file or directory")
        ) {
            try Settings(root: Settings.project, database: "", file: folder.file("no.conf"))
        }
        try folder.write([0xff, 0xfe], to: "bad.conf")
        #expect(throws: FolderError(path: folder.file("bad.conf"), reason: "not UTF-8 text")) {
            try Settings(root: Settings.project, database: "", file: folder.file("bad.conf"))
        }
    }
}

import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct PeopleOfficeTests {
    let portal: TestPortal
    let office: PeopleOffice

    init() throws {
        portal = try TestPortal()
        office = try PeopleOffice(portal.settings, user: "root")
    }

    private func new(_ userName: String, _ roles: String...) -> PeopleOffice.NewPerson {
        var person = PeopleOffice.NewPerson()
        person.userName = userName
        person.name = userName.capitalisedFirst
        person.email = "\(userName)@example.org"
        person.roles = roles
        return person
    }

    @Test func `a person is added with roles and a link`() throws {
        let link = try #require(try office.add(new("ben", "officer:strategy=schools", "auditor")))
        #expect(link.life == "7 days")
        #expect(!link.isWhole)
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get(link.address).status == .ok)
        #expect(try portal.person("ben")?.grants.text == "officer:strategy=schools, auditor")
        #expect(Set(try portal.trail().map(\.actor)) == ["command line (root)"])
    }

    @Test func `a first password must be changed`() throws {
        var ben = new("ben")
        ben.password = "seven lanterns adrift"
        #expect(try office.add(ben) == nil)
        #expect(try portal.person("ben")?.mustChangePassword == true)
        #expect(try portal.person("ben")?.hasPassword == true)
    }

    @Test(
        arguments: [
            ("short", [], "Password must have 12 characters or more"),
            (nil, ["boss"], "«boss» is no role"),
            (nil, ["auditor:strategy=schools"], "is no role"),
            (nil, ["officer:strategy=nowhere"], "There is no strategy called “nowhere”"),
            (nil, ["officer:measure=X"], "There is no measure with the code “X”"),
        ] as [(String?, [String], String)])
    func `what is refused adds nobody`(
        _ password: String?, _ roles: [String], _ words: String
    ) throws {
        var ben = new("ben")
        ben.password = password
        ben.roles = roles
        let fault = #expect(throws: PeopleFault.self) { try office.add(ben) }
        #expect(fault?.description.contains(words) == true)
        #expect(try portal.database().people().isEmpty)
        #expect(try portal.trail().isEmpty)
    }

    @Test func `roles are given and taken away`() throws {
        _ = try office.add(new("anna", "administrator"))
        _ = try office.add(new("ben", "reader"))
        let roles = try office.changeRoles(
            of: "BEN", grant: ["officer:measure=HEARD"], revoke: ["reader"], reason: "Moved")
        #expect(roles == "officer:measure=HEARD")
        #expect(throws: PeopleFault.roleNotHeld("Ben", "auditor")) {
            try office.changeRoles(of: "ben", grant: [], revoke: ["auditor"], reason: "x")
        }
        #expect(throws: PeopleFault.lastAdministrator("Anna")) {
            try office.changeRoles(of: "anna", grant: [], revoke: ["administrator"], reason: "x")
        }
        #expect(throws: PeopleFault.noSuchPerson("carl")) {
            try office.changeRoles(of: "carl", grant: ["reader"], revoke: [], reason: "x")
        }
    }

    @Test func `people are disabled and enabled once`() throws {
        _ = try office.add(new("ben"))
        try office.set(isActive: false, "ben", reason: "Left")
        #expect(throws: PeopleFault.alreadyDisabled("Ben")) {
            try office.set(isActive: false, "ben", reason: "Left")
        }
        #expect(throws: PeopleFault.alreadyDisabled("Ben")) {
            try office.reset("ben", removesSecondFactor: false, reason: nil)
        }
        try office.set(isActive: true, "ben", reason: "Back")
        #expect(throws: PeopleFault.alreadyEnabled("Ben")) {
            try office.set(isActive: true, "ben", reason: "Back")
        }
    }

    @Test func `a reset can remove the second factor`() throws {
        var ben = new("ben")
        ben.password = "seven lanterns adrift"
        _ = try office.add(ben)
        let id = try #require(try portal.person("ben")).id
        try portal.database().run("INSERT INTO second_factor VALUES (\(id), zeroblob(20), 1, 0)")
        let link = try office.reset("ben", removesSecondFactor: true, reason: "Lost phone")
        #expect(link.life == "24 hours")
        #expect(try portal.person("ben")?.hasSecondFactor == false)
        let hash: String? = try portal.database().first(
            "SELECT password_hash FROM person WHERE id = \(id)")
        #expect(try !PasswordHash(text: #require(hash)).isOf("seven lanterns adrift"))
    }

    @Test func `the list has a heading and everybody from A to Z`() throws {
        _ = try office.add(new("zoe"))
        _ = try office.add(new("ben", "auditor"))
        let rows = try office.list()
        #expect(rows.map { $0[0] } == ["user_name", "ben", "zoe"])
        #expect(rows[1][5] == "auditor")
        #expect(String(decoding: try office.file(), as: UTF8.self).contains("ben,Ben,ben@"))
    }

    @Test func `the first start makes a link, and each start another`() throws {
        let first = try #require(try PeopleOffice.setUpLink(portal.settings))
        let second = try #require(try PeopleOffice.setUpLink(portal.settings))
        #expect(first.life == "24 hours")
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get(first.address).status == .notFound)
        #expect(visitor.get(second.address).status == .ok)
        #expect(Set(try portal.trail().map(\.actor)) == ["portal"])
    }

    @Test func `there is no such link when an administrator can sign in`() throws {
        var anna = new("anna", "administrator")
        _ = try office.add(anna)
        #expect(try PeopleOffice.setUpLink(portal.settings) != nil)
        anna = new("carl", "administrator")
        anna.password = "seven lanterns adrift"
        _ = try office.add(anna)
        #expect(try PeopleOffice.setUpLink(portal.settings) == nil)
    }

    @Test func `a link is whole where the settings say where the portal is`() throws {
        var settings = portal.settings
        settings.origin = "https://performance.example.org"
        let link = try #require(try PeopleOffice(settings, user: "root").add(new("ben")))
        #expect(link.isWhole)
        #expect(link.address.hasPrefix("https://performance.example.org/link/"))
    }
}

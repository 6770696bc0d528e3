import Testing

@testable import Portal

@Suite struct PersonRulesTests {
    @Test(arguments: [
        ("anna", true), ("a1", true), ("anna.bell-smith_2", true), ("0anna", true),
        (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false),
        ("a", false), ("", false), ("anna bell", false), ("anna/bell", false), ("änna", false),
        ("anna@example.org", false), ("..", false), (".anna", false), ("-anna", false),
        ("anna\u{0}", false), ("anna\n", false), ("new", false), ("%2e%2e", false),
    ])
    func `a user name is short and plain`(_ name: String, _ isTaken: Bool) {
        #expect((PersonRules.userNameFault(name) == nil) == isTaken)
    }

    @Test(arguments: [
        ("Anna Bell", true), ("Zoë O’Brien-Müller", true), ("李小龍", true), ("عائشة", true),
        ("अनन्या", true), (String(repeating: "é", count: 100), true),
        (String(repeating: "a", count: 101), false), ("", false), ("123", false),
        ("Anna\u{0}Bell", false), ("Anna\nBell", false), ("Anna\u{2028}Bell", false),
        ("Anna \u{202E}lleB", false), ("\u{2066}Anna", false), ("\u{200F}Anna", false),
        ("\u{200B}\u{200B}", false), ("Anna\u{7}", false),
    ])
    func `a name is of any script and hides nothing`(_ name: String, _ isTaken: Bool) {
        #expect((PersonRules.nameFault(name) == nil) == isTaken)
    }

    @Test(arguments: [
        ("anna@example.org", true), ("a.b+c@d", true), ("", false), ("anna", false),
        ("@example.org", false), ("anna@", false), ("a@b@c", false), ("a b@c.org", false),
        ("a@b.org, c@d.org", false), ("<a@b.org>", false), ("a\u{0}@b.org", false),
        (String(repeating: "a", count: 252) + "@b", true),
        (String(repeating: "a", count: 253) + "@b", false),
    ])
    func `an email address looks like one`(_ email: String, _ isTaken: Bool) {
        #expect((PersonRules.emailFault(email) == nil) == isTaken)
    }

    @Test(arguments: [
        ("Left in June", true), ("Two\nlines", true), ("", false), ("a\u{0}b", false),
        (String(repeating: "a", count: 500), true), (String(repeating: "a", count: 501), false),
    ])
    func `a reason is said and not too long`(_ reason: String, _ isTaken: Bool) {
        #expect((PersonRules.reasonFault(reason) == nil) == isTaken)
    }

    @Test func `what is typed is trimmed and names to sign in with are folded`() throws {
        let typed = TypedPerson(
            userName: " Anna ", name: "\tAnna Bell\n", email: " Anna@Example.ORG ", service: "  ")
        let details = try typed.checked().get()
        #expect(
            details
                == PersonDetails(
                    userName: "anna", name: "Anna Bell", email: "anna@example.org", service: nil))
    }

    @Test func `all that is wrong is told at once and in the order of the form`() {
        let service = String(repeating: "s", count: 101)
        guard case .failure(let faults) = TypedPerson(service: service).checked() else {
            Issue.record("nothing is wrong")
            return
        }
        #expect(faults.all.map(\.field) == ["name", "user_name", "email", "service"])
    }

    @Test func `whatever people may paste makes no row that the schema refuses`() throws {
        let portal = try TestPortal()
        let database = try portal.database()
        var taken = 0
        for text in NaughtyStrings.all {
            let typed = TypedPerson(
                userName: "n\(taken)", name: text, email: "n\(taken)@example.org", service: text)
            guard case .success(let details) = typed.checked() else { continue }
            _ = try database.add(details, at: 0)
            taken += 1
        }
        #expect(taken > 0)
        #expect(try database.people().count == taken)
    }
}

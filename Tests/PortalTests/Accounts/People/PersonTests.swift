import Testing

@testable import Portal

@Suite struct PersonTests {
    @Test(arguments: [
        ("auditor", ["auditor"]), ("officer", ["officer"]),
        ("officer:strategy=send", ["officer:strategy=send"]),
        (
            "officer:strategy=send:measure=A-1:service=Early help: north",
            ["officer:measure=A-1", "officer:service=Early help: north", "officer:strategy=send"]
        ),
        ("", []), ("boss", []), ("officer:", []), ("officer:strategy=", []),
        ("officer:team=x", []), ("officer:strategy", []), ("Officer", []),
        // What these may do is not about measures.
        ("administrator:strategy=send", []), ("auditor:measure=A-1", []), ("reader:service=x", []),
    ])
    func `roles are read as they are written`(_ text: String, _ expected: [String]) {
        #expect(Set(Grant.all(text)).inOrder.map(\.description) == expected)
    }

    @Test(arguments: Role.allCases)
    func `each role can be read back`(role: Role) {
        let grant = Grant(role: role, scope: .everything)
        #expect(Grant(grant.description) == grant)
    }

    @Test func `a link's token is known again by its text alone`() throws {
        let token = LinkToken { (0..<$0).map { UInt8($0) } }
        #expect(token.text.utf8.count == 43)
        #expect(LinkToken(token.text) == token)
        #expect(LinkToken(token.text)?.digest == token.digest)
        #expect(LinkToken(String(token.text.dropLast())) == nil)
        #expect(LinkToken(token.text + "A") == nil)
        #expect(LinkToken(String(token.text.dropLast()) + "=") == nil)
    }

    @Test func `a link shown to one browser is shown to no other and for no other form`() {
        let (one, other) = (
            SessionToken { [UInt8](repeating: 1, count: $0) },
            SessionToken { [UInt8](repeating: 2, count: $0) }
        )
        #expect(LinkToken(one, key: "a") == LinkToken(one, key: "a"))
        #expect(LinkToken(one, key: "a") != LinkToken(other, key: "a"))
        #expect(LinkToken(one, key: "a") != LinkToken(one, key: "b"))
    }
}

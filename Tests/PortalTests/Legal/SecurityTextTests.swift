import HTTPServer
import Scorecard
import Testing

@testable import Portal

@Suite struct SecurityTextTests {
    private static let path = "/.well-known/security.txt"

    private func ask(_ change: (inout Settings) -> Void) throws -> Answer {
        let portal = try TestPortal.harbourside.get()
        var settings = portal.settings
        change(&settings)
        let site = try portal.site(of: TestPortal.plan(settings))
        return Answer(site.respond(to: Request(.get, Self.path)))
    }

    // As RFC 9116, 2.3 has it; Harbourside's day is 2026-04-30.
    @Test func `it says whom to tell, until when and where it belongs`() throws {
        let answer = try ask {
            $0.securityContact = "mailto:security@harbourside.example"
            $0.origin = "https://figures.harbourside.example"
            if let day = Day("2026-04-30") { $0.today = { day } }
        }
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(
            answer.source == """
                Contact: mailto:security@harbourside.example
                Expires: 2027-03-26T00:00:00Z
                Preferred-Languages: en
                Canonical: https://figures.harbourside.example/.well-known/security.txt

                """)
    }

    @Test func `without an address of its own it names whom readers ask`() throws {
        let answer = try ask { $0.contact.email = "figures@harbourside.example" }
        #expect(answer.source.hasPrefix("Contact: mailto:figures@harbourside.example\n"))
        #expect(!answer.source.contains("Canonical"))
    }

    @Test func `without any address of mail it names the page that says whom to ask`() throws {
        let answer = try ask { $0.origin = "https://figures.harbourside.example" }
        #expect(answer.source.hasPrefix("Contact: https://figures.harbourside.example/contact\n"))
    }

    @Test(arguments: ["", "http://figures.harbourside.example"])
    func `where nobody can be told safely there is no such file`(_ origin: String) throws {
        #expect(try ask { $0.origin = origin }.status == .notFound)
    }

    @Test func `it can be read where all else asks to sign in`() throws {
        let answer = try ask {
            $0.isPublic = false
            $0.securityContact = "https://harbourside.example/security"
        }
        #expect(answer.status == .ok)
    }

    @Test(arguments: [
        ("mailto:a@b.example", true), ("https://b.example/security", true), ("a@b.example", false),
        ("http://b.example", false), ("https://", false), ("mailto:a b@c", false),
        ("mailto:a@b.example\u{a0}", false), ("tel:+44", false),
    ])
    func `the setting takes an address of mail or of a page`(_ text: String, _ isTaken: Bool) throws
    {
        let portal = try TestPortal.harbourside.get()
        var settings = portal.settings
        do throws(SettingFault) {
            try settings.set(.securityContact, to: text)
            #expect(isTaken)
            #expect(settings.securityContact == text)
        } catch {
            #expect(!isTaken)
            #expect(!error.words.contains("\n"))
        }
    }
}

import HTTPServer
import Testing

@testable import Portal

@Suite struct SignOnSettingsTests {
    private func read(_ text: String) throws -> SignOnSettings {
        var settings = Settings(root: Settings.project, database: "")
        let needed = """
            organisation = Harbourside
            organisation_kind = Council
            service = Figures
            partnership = Harbourside Partnership

            """
        try SettingsFile(path: "portal.conf").read(needed + text, into: &settings)
        return settings.signOn
    }

    @Test func `a header and a proxy are single sign-on`() throws {
        let settings = try read(
            """
            sign_on_header = X-Remote-User
            sign_on_proxy = 127.0.0.1, 10.0.0.0/8 ,unix
            sign_on_out = https://login.example.org/out?to=portal
            sign_on = only
            """)
        #expect(settings.isUsed && settings.isOnly)
        #expect(settings.out == "https://login.example.org/out?to=portal")
        for (peer, isProxy) in [
            ("127.0.0.1", true), ("10.200.0.1", true), ("unix", true), ("::ffff:10.0.0.1", true),
            ("127.0.0.2", false), ("::1", false), ("", false),
        ] {
            let request = Request(
                .get, "/", headers: ["X-Remote-User": "anna"], peerAddress: peer)
            #expect(settings.name(in: request) == (isProxy ? "anna" : nil), "\(peer)")
        }
        #expect(!(try read("")).isUsed)
        #expect(!(try read("sign_on = also")).isUsed)
    }

    @Test(arguments: [
        ("sign_on_header = X-Remote-User", "«sign_on_header» needs «sign_on_proxy»"),
        ("sign_on_proxy = unix", "«sign_on_proxy» needs «sign_on_header»"),
        ("sign_on = only", "there is no single sign-on without"),
        ("sign_on_out = /out", "there is no single sign-on without"),
        ("sign_on = yes", "«sign_on»: «yes» is not only or also"),
        ("sign_on_header = X Remote", "is not the name of a field such as X-Remote-User"),
        ("sign_on_header = X-Remote-User:", "is not the name of a field"),
        ("sign_on_proxy = proxy.example", "is not a numeric address, a network"),
        ("sign_on_proxy = 127.0.0.1,", "is not a numeric address, a network"),
        ("sign_on_proxy = 10.0.0.0/33", "is not a numeric address, a network"),
        ("sign_on_out = http://a.example/", "is neither an address that begins with https://"),
        ("sign_on_out = //a.example/", "is neither an address"),
        ("sign_on_out = javascript:x", "is neither an address"),
        ("sign_on_out = https://", "is neither an address"),
    ])
    func `what cannot be is told in one line`(_ line: String, _ words: String) {
        let error = #expect(throws: SettingsMistake.self) { try read(line) }
        #expect(error?.words.contains(words) == true)
    }
}

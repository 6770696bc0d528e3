import Testing

@testable import Portal

@Suite struct AuthenticatorKeyTests {
    private let token = SessionToken { [UInt8](repeating: 7, count: $0) }

    @Test func `a key is the same for one browser and name, and another for any other`() {
        let other = SessionToken { [UInt8](repeating: 8, count: $0) }
        let key = AuthenticatorKey(for: token, named: "a")
        #expect(key == AuthenticatorKey(for: token, named: "a"))
        #expect(key != AuthenticatorKey(for: token, named: "b"))
        #expect(key != AuthenticatorKey(for: other, named: "a"))
        #expect(key.secret.count == 20)
    }

    @Test func `it is typed in groups of four`() {
        let text = AuthenticatorKey(for: token, named: "a").text
        #expect(text.split(separator: " ").map(\.count) == [Int](repeating: 4, count: 8))
        #expect(
            Base32.bytes(text.filter { $0 != " " })
                == AuthenticatorKey(for: token, named: "a").secret)
    }

    @Test func `an app finds in the address whose account it is and how codes are made`() {
        let key = AuthenticatorKey(for: token, named: "a")
        let address = key.address(issuer: "Harbourside Children’s: A & B", userName: "anna.b")
        let secret = key.text.filter { $0 != " " }
        #expect(
            address == "otpauth://totp/Harbourside%20Children%E2%80%99s%3A%20A%20%26%20B:anna.b"
                + "?secret=\(secret)&issuer=Harbourside%20Children%E2%80%99s%3A%20A%20%26%20B"
                + "&algorithm=SHA1&digits=6&period=30")
    }

    @Test func `a name is one that we would have given`() {
        #expect(AuthenticatorKey.isName(AuthenticatorKey.newName(Randomness.bytes)))
        for text in ["", "a", "../../etc", String(repeating: "A", count: 21)] {
            #expect(!AuthenticatorKey.isName(text), "\(text)")
        }
    }
}

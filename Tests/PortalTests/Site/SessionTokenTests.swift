import Testing

@testable import Portal

@Suite struct SessionTokenTests {
    private let token = SessionToken(Randomness.bytes)

    @Test func `a token is 256 bits, each time others`() {
        #expect(Base64URL.bytes(token.text)?.count == 32)
        #expect(token.text.utf8.count == 43)
        #expect(SessionToken(Randomness.bytes) != token)
        #expect(SessionToken(token.text) == token)
    }

    @Test func `what is kept of it does not tell it`() {
        #expect(token.digest.count == 64)
        #expect(!token.digest.contains(token.text))
        #expect(SessionToken(token.digest) == nil)
    }

    @Test func `what is not a whole token is none`() {
        let text = token.text
        let (short, rest) = (String(text.dropLast()), String(text.dropFirst()))
        var spoiled = ["", short, rest, " \(rest)", "\(text)\0", "\(text)=", "\(text)A"]
        spoiled += [text + text, "\(short)+", "\(short)/", "\(short)é"]
        spoiled.append(String(repeating: "A", count: 100_000))
        // 43 letters whose last has bits that no byte of 32 has.
        spoiled.append(String(repeating: "A", count: 42) + "B")
        for wrong in spoiled { #expect(SessionToken(wrong) == nil, "\(wrong.prefix(60))") }
    }

    @Test func `secrets differ by purpose and by token`() {
        let other = SessionToken(Randomness.bytes)
        #expect(token.secret("form") == token.secret("form"))
        #expect(token.secret("form") != token.secret("link"))
        #expect(token.secret("form") != other.secret("form"))
    }

    // MARK: Forms

    @Test func `a form's token is another each time, and good for one browser`() {
        let (one, two) = (
            FormToken.text(token, Randomness.bytes), FormToken.text(token, Randomness.bytes)
        )
        #expect(one != two)
        #expect(FormToken.isGood(one, for: token) && FormToken.isGood(two, for: token))
        #expect(!FormToken.isGood(one, for: SessionToken(Randomness.bytes)))
    }

    @Test func `a form's token that was changed is not good`() throws {
        let text = FormToken.text(token, Randomness.bytes)
        let bytes = try #require(Base64URL.bytes(text))
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            #expect(!FormToken.isGood(Base64URL.text(changed), for: token), "\(place)")
        }
        for wrong in [
            "", token.text, token.digest, String(text.dropLast()), text + "A", text + text,
            Base64URL.text(bytes.prefix(32)), Base64URL.text([UInt8](repeating: 0, count: 64)),
        ] {
            #expect(!FormToken.isGood(wrong, for: token), "\(wrong)")
        }
    }
}

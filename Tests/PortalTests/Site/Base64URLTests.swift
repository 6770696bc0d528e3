import Testing

@testable import Portal

@Suite struct Base64URLTests {
    // RFC 4648, 10, without padding; the last two have the letters that differ from base64.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
        ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"), ("??>", "Pz8-"), ("???", "Pz8_"),
    ])
    func `bytes are written as the RFC has them, and read again`(
        _ bytes: String, _ text: String
    ) {
        #expect(Base64URL.text(Array(bytes.utf8)) == text)
        #expect(Base64URL.bytes(text) == Array(bytes.utf8))
    }

    @Test(arguments: [
        "Z", "Zm9vY", "Zg==", "Zm9v ", " Zm9v", "Zm9v\n", "Pz8+", "Pz8/", "Zm9v\0", "Zß", "Zm9v=",
        // Bits are left over that no byte has.
        "Zh", "Zm9", "Zm9vYh",
    ])
    func `what it would not write is not read`(_ text: String) {
        #expect(Base64URL.bytes(text) == nil)
    }

    @Test func `every byte comes back`() {
        for length in 0...40 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 89 + length) }
            #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
        }
    }
}

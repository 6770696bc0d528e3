import Testing

@testable import Portal

@Suite struct Base32Tests {
    /// The examples of RFC 4648, section 10, without their padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `bytes are written as the standard has them, and read back`(bytes: String, text: String) {
        #expect(Base32.text(Array(bytes.utf8)) == text)
        #expect(Base32.bytes(text) == Array(bytes.utf8))
    }

    @Test(arguments: ["M", "MZ=", "mzxq", "MZX1", "MZXR", "MZXQ ", "МZXQ"])
    func `what it would not write is refused`(text: String) {
        #expect(Base32.bytes(text) == nil)
    }

    @Test func `groups of four end with what is left`() {
        #expect("ABCDEFGHIJ".inFours(" ") == "ABCD EFGH IJ")
        #expect("".inFours("-") == "")
    }
}

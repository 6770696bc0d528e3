import Testing

@testable import Portal

@Suite struct ReportFingerprintTests {
    private static let mark = String(repeating: "ab", count: 32)
    private static let zeros = String(repeating: "0", count: 64)

    /// A report that says its fingerprint twice, in which somebody typed 64 zeros.
    private static let drawn =
        "<p>\(zeros)</p><p><code id=\"fingerprint\">\(mark)</code></p><p>sed s/\(mark)/…</p>"

    private func put(_ text: String) throws -> (file: [UInt8], fingerprint: ReportFingerprint) {
        try ReportFingerprint.put(inPlaceOf: Self.mark, into: Array(text.utf8))
    }

    @Test func `it is the SHA-256 of the file with zeros in its places`() throws {
        let (file, print) = try put(Self.drawn)
        let plain = Self.drawn.split(separator: Self.mark, omittingEmptySubsequences: false)
            .joined(separator: Self.zeros)
        #expect(print.text == sha256(Array(plain.utf8)))
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.split(separator: print.text, omittingEmptySubsequences: false).count == 3)
        #expect(text.hasPrefix("<p>\(Self.zeros)</p>"))
        #expect(ReportFingerprint(in: file) == print)
        #expect(print.isWhole(file))
        #expect(ReportVerification(file) == .whole(print.text))
    }

    @Test func `one changed byte anywhere is found`() throws {
        let file = try put(Self.drawn).file
        for place in file.indices {
            var changed = file
            changed[place] ^= 1
            #expect(!ReportVerification(changed).isGood, "byte \(place)")
        }
        #expect(!ReportVerification(file + [10]).isGood)
        #expect(!ReportVerification(Array(file.dropLast())).isGood)
    }

    @Test(arguments: [
        "", "<p>A draft</p>", "<code id=\"fingerprint\">", "<code id=\"fingerprint\"></code>",
        "<code id=\"fingerprint\">\(zeros)",
        "<code id=\"fingerprint\">\(zeros.dropLast())g</code>",
        "<code id=\"fingerprint\">\(zeros)</code><code id=\"fingerprint\">\(zeros)</code>",
    ])
    func `what says no fingerprint, or several, is not whole`(text: String) {
        #expect(ReportVerification(Array(text.utf8)) == .noFingerprint)
    }

    @Test(arguments: ["<p>\(mark)</p>", "<p></p>", drawn + drawn])
    func `a file without one place for it is none that can be frozen`(text: String) {
        #expect(throws: ReportFault.noFingerprint) { try put(text) }
    }
}

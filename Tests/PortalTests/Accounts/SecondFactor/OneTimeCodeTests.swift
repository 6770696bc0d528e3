import Testing

@testable import Portal

@Suite struct OneTimeCodeTests {
    /// The secret of the examples in both standards.
    private static let secret = Array("12345678901234567890".utf8)

    /// RFC 6238, appendix B, the rows of SHA-1.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `the code of a moment is the one that the standard gives`(moment: Int, code: String) {
        let step = OneTimeCode.step(at: moment)
        #expect(OneTimeCode.text(Self.secret, step: step, digits: 8) == code)
    }

    /// RFC 4226, appendix D.
    @Test(
        arguments: [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871",
            "520489",
        ].enumerated().map { ($0.offset, $0.element) })
    func `the code of a step is the one that the standard gives`(step: Int, code: String) {
        #expect(OneTimeCode.text(Self.secret, step: step) == code)
    }

    @Test(arguments: [
        ("123456", "123456"), (" 123 456 ", "123456"), ("123-456", "123456"),
        ("123\u{a0}456", "123456"), ("123\u{2013}456", "123456"),
        ("٠١٢٣٤٥", "012345"), ("१२३४५६", "123456"), ("１２３４５６", "123456"),
    ])
    func `a code is read as it is meant`(typed: String, code: String) {
        #expect(OneTimeCode.typed(typed) == code)
    }

    @Test(arguments: [
        "", " ", "12345", "1234567", "12345a", "½23456", "²23456", "12345\u{0}6", "12345\u{200b}6",
        "一二三四五六", "+123456", "1e5555", String(repeating: "1", count: 100_000),
    ])
    func `what is no code is refused`(typed: String) {
        #expect(OneTimeCode.typed(typed) == nil)
    }

    private static let now = 1_800_000_015

    private func step(ofCodeAt moment: Int, after last: Int = 0) -> Int? {
        let code = OneTimeCode.text(Self.secret, step: OneTimeCode.step(at: moment))
        return OneTimeCode.step(of: code, Self.secret, at: Self.now, after: last)
    }

    @Test func `a code of the step before, of now and of the step after is taken`() {
        let present = OneTimeCode.step(at: Self.now)
        #expect(step(ofCodeAt: Self.now - 30) == present - 1)
        #expect(step(ofCodeAt: Self.now) == present)
        #expect(step(ofCodeAt: Self.now + 30) == present + 1)
    }

    @Test func `older and later codes are refused`() {
        #expect(step(ofCodeAt: Self.now - 60) == nil)
        #expect(step(ofCodeAt: Self.now + 60) == nil)
    }

    @Test func `a code is refused once it, or a later one, was used`() {
        let present = OneTimeCode.step(at: Self.now)
        #expect(step(ofCodeAt: Self.now, after: present) == nil)
        #expect(step(ofCodeAt: Self.now - 30, after: present) == nil)
        #expect(step(ofCodeAt: Self.now + 30, after: present) == present + 1)
    }

    @Test func `a clock that is set back by minutes lets no code be used again`() {
        let present = OneTimeCode.step(at: Self.now)
        #expect(step(ofCodeAt: Self.now, after: present + 10) == nil)
    }

    @Test func `a clock that was hours ahead keeps nobody out`() {
        let present = OneTimeCode.step(at: Self.now)
        #expect(step(ofCodeAt: Self.now, after: present + 11) == present)
        #expect(step(ofCodeAt: Self.now, after: present + 1_000) == present)
        #expect(step(ofCodeAt: Self.now, after: .max) == present)
    }

    @Test(arguments: ["", "1", "00000", "0000000"])
    func `a code of another length fits no step`(code: String) {
        #expect(OneTimeCode.step(of: code, Self.secret, at: Self.now, after: 0) == nil)
    }
}

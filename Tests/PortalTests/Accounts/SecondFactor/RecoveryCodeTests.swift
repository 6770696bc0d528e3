import Testing

@testable import Portal

@Suite struct RecoveryCodeTests {
    private let token = SessionToken { [UInt8](repeating: 7, count: $0) }

    @Test func `there are ten, all of them different`() {
        let codes = RecoveryCode.codes(for: token, named: "a")
        #expect(codes.count == 10)
        #expect(Set(codes.map(\.text)).count == 10)
        #expect(codes == RecoveryCode.codes(for: token, named: "a"))
        #expect(codes != RecoveryCode.codes(for: token, named: "b"))
    }

    @Test func `a code is four groups of four, and is read back`() throws {
        for code in RecoveryCode.codes(for: token, named: "a") {
            #expect(code.text.split(separator: "-").map(\.count) == [4, 4, 4, 4])
            #expect(RecoveryCode(typed: code.text) == code)
        }
    }

    @Test(arguments: [
        "abcd-efgh-ijkl-mnop", "ABCDEFGHIJKLMNOP", " ABCD EFGH IJKL MNOP ",
        "ABCD\u{2013}EFGH\u{2011}IJKL\u{2212}MNOP",
    ])
    func `it is read however it is written`(typed: String) {
        #expect(RecoveryCode(typed: typed)?.text == "ABCD-EFGH-IJKL-MNOP")
    }

    @Test(arguments: [
        "", "ABCD-EFGH-IJKL", "ABCD-EFGH-IJKL-MNO", "ABCD-EFGH-IJKL-MNOPQ", "ABCD-EFGH-IJKL-MNO1",
        "ABCD-EFGH-IJKL-MNO\u{0}", "ＡBCD-EFGH-IJKL-MNOP", "ßABC-DEFG-HIJK-LMN",
    ])
    func `what is no whole code is refused`(typed: String) {
        #expect(RecoveryCode(typed: typed) == nil)
    }
}

import Testing

@testable import Portal

@Suite struct PasswordRulesTests {
    private let rules: PasswordRules
    private let words = ["anna.smith", "anna.smith@harbourside.example.org", "Anna O’Smith"]

    init() throws {
        rules = try PasswordRules(Settings.testing(in: TemporaryFolder()))
    }

    private func fault(_ password: String) -> String? {
        rules.fault(password, knowing: words)
    }

    @Test(arguments: [
        "green lamp over water", "correct horse battery staple", "Orange-Coffee-Thunder",
        "dragon monkey football", "x7Qw1234pL9z", "837465920173", "kTz!9fW$qL2m",
        "we all live by the sea", "property and poverty", "die Brücke über den Fluß",
        "密码很长而且不常见的一句话", "тихая река под мостом", "\u{1F40C}\u{1F333}\u{1F6B2} on the hill",
        "anna likes tall trees", "the council of seven owls", "abcdef is no word I know",
        "   lots   of   room   ",
    ])
    func `a long password that is not guessed first is taken`(_ password: String) {
        #expect(fault(password) == nil)
    }

    @Test func `nothing is asked of its letters`() {
        #expect(fault("nothingbutsmallletters") == nil)
        #expect(fault("NOTHING BUT CAPITALS") == nil)
    }

    @Test(arguments: [
        ("", "Enter a password"),
        ("short", "Password must have 12 characters or more"),
        ("elevenchars", "Password must have 12 characters or more"),
        ("green\0lamp over water", "Password must be made of characters that can be typed"),
    ])
    func `what is too short or cannot be typed is refused`(password: String, words: String) {
        #expect(fault(password) == words)
    }

    @Test func `what is longer than libcrypt takes is refused`() {
        let sentence = String(repeating: "green lamp over water, ", count: 22).prefix(500)
        #expect(fault(String(sentence)) == nil)
        #expect(fault(sentence + ".") == "Password must have 500 characters or fewer")
    }

    @Test(arguments: [
        "administrator", "ADMINISTRATOR", "4dm1n1str4t0r", "qwerty123456",
        "leavemealone", "L3avemeal0ne", "internati0nal",
    ])
    func `one that many people use is refused`(_ password: String) {
        #expect(fault(password) == "Password must not be one that many people use")
    }

    @Test(arguments: [
        "password2026!!", "P4ssw0rd2026!!", "!!2026Password", "football-1234-5678",
        "trustno1!!!!!", "$unshine123456", "wel come 2026 !", "p.a.s.s.w.o.r.d.1",
        "Summer2026!!!", "letmein 20262026",
    ])
    func `one that many people use does not get better by digits and marks`(_ password: String) {
        #expect(
            fault(password)
                == "Password must not be one that many people use with digits or marks added")
    }

    @Test(arguments: [
        "aaaaaaaaaaaa", "abababababab", "trustno1trustno1", "dragon dragon dragon",
        "dragon dragon-7",
        "xyzqxyzqxyzq1!", "!?!?!?!?!?!?", "111222111222", "            ", "k7q2pk7q2pk7q2p",
    ])
    func `the same thing over and over is refused`(_ password: String) {
        #expect(fault(password) == "Password must not be the same few characters over and over")
    }

    @Test(arguments: [
        "123456789012", "890123456789", "210987654321", "qwertyuiop12", "poiuytrewq!!",
        "abcdefghijkl", "zyxwvutsrqpo", "1qaz2wsx3edc4rfv", "asdfghjkl2026", "abcd1234efgh",
        "qwertyuiopdragon",
    ])
    func `keys side by side and characters in order are refused`(_ password: String) {
        let words = fault(password)
        // Some are so common that they are on the list.
        #expect(
            words == "Password must not be keys in a row, or letters or digits in order"
                || words == "Password must not be one that many people use")
    }

    @Test(arguments: [
        "anna.smith1985", "AnnaSmith!2026", "smith-smith-99-anna", "harbourside2026",
        "H4rb0urs1de!!!!", "HarboursideCouncil1", "Childrens performance",
        "Family Partnership", "anna.smith@harbourside.example.org", "my portal 2026",
        "harbourside-winter-26",
    ])
    func `what is made of the person’s and the portal’s own words is refused`(_ password: String) {
        #expect(
            fault(password)
                == "Password must not be made of your name, your email address or the name of "
                + "this website")
    }

    @Test func `another’s words are no own words`() {
        #expect(rules.fault("anna.smith1985", knowing: ["ben"]) == nil)
    }

    @Test func `the list is as it must be to be found in`() throws {
        let text = try Settings.testing(in: TemporaryFolder())
            .folder("Resources/Passwords").text(of: "common.txt")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count > 20_000)
        #expect(text.utf8.count <= 250_000)
        #expect(lines.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 > 32 && $0 < 127 } })
        #expect(!text.utf8.contains { $0 >= 65 && $0 <= 90 })
        #expect(Set(lines).count == lines.count)
    }
}

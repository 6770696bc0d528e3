import Testing

@testable import Portal

@Suite struct PasswordHashTests {
    private let password = "green lamp over water"

    private func hash(_ password: String, cost: Int = 1) throws -> PasswordHash {
        try PasswordHash(password, cost: cost, random: Randomness.bytes)
    }

    @Test func `a password fits its own hash and no other`() throws {
        let hash = try hash(password)
        #expect(hash.isOf(password))
        #expect(!hash.isOf(password + " "))
        #expect(!hash.isOf("Green lamp over water"))
        #expect(!hash.isOf(""))
    }

    @Test func `it is yescrypt, and each has a salt of its own`() throws {
        let (one, other) = (try hash(password), try hash(password))
        #expect(one.text.hasPrefix("$y$"))
        #expect(one != other)
        #expect(!one.text.contains(password))
    }

    @Test(arguments: ["pässwörter im Wald", "密码密码密码密码密码密码", String(repeating: "x", count: 500)])
    func `what people type is hashed, of whatever script and length`(_ password: String) throws {
        let hash = try hash(password)
        #expect(hash.isOf(password))
        #expect(!hash.isOf(String(password.dropLast())))
    }

    @Test func `what comes after a zero is not left out without a word`() throws {
        #expect(throws: PasswordFault.self) { try hash("green lamp\0over water") }
        #expect(try !hash("green lamp").isOf("green lamp\0over water"))
    }

    @Test func `what is too long is refused and not cut`() throws {
        let long = String(repeating: "x", count: 512)
        #expect(throws: PasswordFault.self) { try hash(long) }
        #expect(try !hash(String(long.dropLast(2))).isOf(long))
    }

    @Test func `a hash that was drawn takes as much work as one that was made, and fits nothing`()
        throws
    {
        let drawn = try PasswordHash(drawnWith: Randomness.bytes, cost: 1)
        let made = try hash(password)
        // libcrypt hashes with its parameters and salt, and comes to something of the same form.
        let held = try #require(PasswordHash.hash(password, drawn.text))
        #expect(held.utf8.count == drawn.text.utf8.count)
        #expect(made.text.utf8.count == drawn.text.utf8.count)
        #expect(
            held.split(separator: "$").prefix(3) == drawn.text.split(separator: "$").prefix(3))
        #expect(!drawn.isOf(password))
        #expect(!drawn.isOutdated(cost: 1))
        #expect(throws: PasswordFault.self) {
            try PasswordHash(drawnWith: Randomness.bytes, cost: 12)
        }
    }

    @Test(arguments: [12, .max])
    func `a cost that libcrypt does not know is refused`(_ cost: Int) {
        #expect(throws: PasswordFault.self) { try hash(password, cost: cost) }
    }

    @Test func `a hash of another cost is outdated`() throws {
        let hash = try hash(password, cost: 1)
        #expect(!hash.isOutdated(cost: 1))
        #expect(hash.isOutdated(cost: 2))
        #expect(!hash.isOutdated(cost: 99))
    }

    @Test(arguments: ["", "x", "$6$salt$hash", "$y$", "$y$j75$", "password"])
    func `what is no hash of ours fits nothing`(_ text: String) {
        #expect(!PasswordHash(text: text).isOf(password))
        #expect(!PasswordHash(text: text).isOf(text))
    }
}

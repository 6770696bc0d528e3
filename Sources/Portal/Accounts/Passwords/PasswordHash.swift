import CCrypt

/// A password as it is kept: a yescrypt hash, as crypt(5) writes it.
struct PasswordHash: Equatable, Sendable {
    /// `$y$`, its parameters, its salt and the hash.
    let text: String

    /// Takes what was kept.
    init(text: String) {
        self.text = text
    }

    /// Hashes a password with a new salt, which takes its time on purpose.
    ///
    /// - Parameters:
    ///   - password: Up to 511 bytes, none of them zero: what goes beyond libcrypt refuses.
    ///   - cost: How much work it is, from 1 to 11, each twice the one before.
    ///   - random: Where the salt is from.
    /// - Throws: `PasswordFault` when libcrypt takes neither the password nor the cost.
    init(
        _ password: String, cost: Int, random: @Sendable (Int) -> [UInt8]
    ) throws(PasswordFault) {
        let salt = try Self.salt(cost, random(Self.saltLength))
        guard let text = Self.hash(password, salt) else { throw PasswordFault() }
        self.text = text
    }

    /// Draws a hash in place of making it: of which password it is, if of any, nobody can tell.
    ///
    /// - Parameters:
    ///   - random: Where the salt and the hash are from.
    ///   - cost: How much work it is to hold a password against it.
    /// - Throws: `PasswordFault` when libcrypt does not take the cost.
    init(drawnWith random: @Sendable (Int) -> [UInt8], cost: Int) throws(PasswordFault) {
        let salt = try Self.salt(cost, random(Self.saltLength))
        // The letters of crypt(5): those of RFC 4648, 5, but for two.
        let hash = Base64URL.text(random(Self.hashLength)).map { letter -> Character in
            letter == "-" ? "." : letter == "_" ? "/" : letter
        }
        text = salt + "$" + String(hash)
    }

    /// Whether it is this password's.
    func isOf(_ password: String) -> Bool {
        guard let other = Self.hash(password, text) else { return false }
        return areSame(Array(other.utf8), Array(text.utf8))
    }

    /// Whether it was made with other parameters than new ones are, so that it is time to hash
    /// the password anew.
    func isOutdated(cost: Int) -> Bool {
        guard let salt = try? Self.salt(cost, [UInt8](repeating: 0, count: Self.saltLength)) else {
            // A cost that libcrypt does not take makes no better hash.
            return false
        }
        return Self.parameters(salt) != Self.parameters(text)
    }

    private static let saltLength = 16
    private static let hashLength = 32

    /// `$y$j9T$` of `$y$j9T$salt$hash`.
    private static func parameters(_ text: String) -> [Substring] {
        Array(text.split(separator: "$").prefix(2))
    }

    private static func salt(_ cost: Int, _ random: [UInt8]) throws(PasswordFault) -> String {
        var salt = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
        let bytes = random.map { CChar(bitPattern: $0) }
        let made = unsafe crypt_gensalt_rn(
            "$y$", UInt(clamping: cost), bytes, Int32(bytes.count), &salt, Int32(salt.count))
        guard unsafe made != nil else { throw PasswordFault() }
        return text(salt)
    }

    /// The hash with the parameters and salt of `setting`; `nil` for what cannot be hashed.
    ///
    /// A zero would end the password early without a word, so that one is refused here.
    static func hash(_ password: String, _ setting: String) -> String? {
        guard !password.utf8.contains(0), setting.hasPrefix("$y$") else { return nil }
        let memory = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
        unsafe memory.initialize(to: crypt_data())
        defer { unsafe memory.deallocate() }
        let made = unsafe crypt_rn(
            password, setting, memory, Int32(MemoryLayout<crypt_data>.size))
        guard let made = unsafe made else { return nil }
        return unsafe String(cString: made)
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// That libcrypt does not hash a password.
struct PasswordFault: Error, CustomStringConvertible {
    let description = "libcrypt does not hash this password with this cost"
}

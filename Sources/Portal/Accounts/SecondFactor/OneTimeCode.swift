/// The codes that authenticator apps show (RFC 4226 and RFC 6238), with what all of them can:
/// SHA-1, six digits, thirty seconds.
enum OneTimeCode {
    /// Seconds for which an app shows a code.
    static let period = 30
    /// Steps by which an app's clock may be off, in both directions (RFC 6238, 5.2).
    private static let window = 1
    private static let length = 6

    /// The step of a moment: how many periods have gone by since 1970.
    static func step(at moment: Int) -> Int { moment / period }

    /// The code of a step.
    static func text(_ secret: [UInt8], step: Int, digits: Int = length) -> String {
        let counter = UInt64(bitPattern: Int64(step))
        let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> UInt64(56 - 8 * $0)) }
        let digest = keyedDigest(.sha1, key: secret, message)
        let offset = digest.last.map { Int($0 & 15) } ?? 0
        let number = digest.dropFirst(offset).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let text = "\((number & 0x7fff_ffff) % (0..<digits).reduce(1) { power, _ in power * 10 })"
        return String(repeating: "0", count: max(digits - text.utf8.count, 0)) + text
    }

    /// The code that somebody typed; `nil` for what is none.
    ///
    /// Spaces and hyphens stand where apps show them. Digits of other scripts are taken for what
    /// they say, since an app writes those of its phone's language.
    static func typed(_ text: String) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            if let digit = scalar.decimalDigit {
                digits += "\(digit)"
            } else if !scalar.properties.isWhitespace, !scalar.properties.isDash {
                return nil
            }
            guard digits.utf8.count <= length else { return nil }
        }
        return digits.utf8.count == length ? digits : nil
    }

    /// The step whose code somebody gave; `nil` if it is not one of now, or was used before.
    ///
    /// - Parameters:
    ///   - code: Six digits.
    ///   - secret: What the app and the portal share.
    ///   - now: The moment, in seconds since 1970.
    ///   - last: The last step that was used. One further ahead than clocks are set back now and
    ///     then is of a clock that was wrong, and keeps nobody out.
    /// - Returns: The step, to be used up.
    static func step(of code: String, _ secret: [UInt8], at now: Int, after last: Int) -> Int? {
        let present = step(at: now)
        let isCredible = last <= present + SessionLimits.slack / period
        // All of them are looked at, so that the time taken does not tell which one it was.
        let steps = (present - window...present + window).filter {
            areSame(Array(text(secret, step: $0).utf8), Array(code.utf8))
        }
        return steps.first { !isCredible || $0 > last }
    }
}

extension Unicode.Scalar {
    /// What a digit of any script says.
    fileprivate var decimalDigit: Int? {
        guard properties.numericType == .decimal else { return nil }
        return properties.numericValue.flatMap { Int(exactly: $0) }
    }
}

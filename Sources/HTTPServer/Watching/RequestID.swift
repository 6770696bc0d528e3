/// What one request is called: in its answer (`X-Request-Id`), on pages of errors and in logs.
///
/// Sixteen hexadecimal digits, or what a trusted proxy has called it already.
public struct RequestID: Sendable, Hashable, CustomStringConvertible {
    private let number: UInt64
    private let given: String?

    init(number: UInt64) {
        self.number = number
        given = nil
    }

    /// Takes over a name of 1 to 64 letters, digits, dots, underscores and hyphens; `nil` for
    /// any other text, which could be more than a name where it is shown.
    public init?(_ text: String) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else {
            return nil
        }
        number = 0
        given = text
    }

    /// The name as it is shown.
    public var description: String {
        if let given { return given }
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func append(to bytes: inout [UInt8]) {
        if let given {
            bytes.append(given)
            return
        }
        // Written aside and added at once: adding each digit alone costs ten times as much.
        let digits = InlineArray<16, UInt8> { index in
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * index)) & 15
            return digit < 10 ? 48 + digit : 87 + digit
        }
        digits.span.append(0..<16, to: &bytes)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
    }
}

/// Makes the ids of one loop, without asking the system for each.
struct RequestIDs {
    /// Secret, and different for each loop of each start.
    private let key = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    private var count: UInt64 = 0

    /// An id that cannot be told from those before it: the count under a keyed hash (SipHash).
    mutating func next() -> RequestID {
        count &+= 1
        var hasher = Hasher()
        hasher.combine(key.0)
        hasher.combine(key.1)
        hasher.combine(count)
        return RequestID(number: UInt64(bitPattern: Int64(hasher.finalize())))
    }
}

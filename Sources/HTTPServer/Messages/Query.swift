/// Names and values in their order, decoded: of an address after its `?`, or of a form.
///
/// Read as the URL standard reads `application/x-www-form-urlencoded`: `+` is a space, an
/// escape that is not one stands for itself, and text that is not UTF-8 is repaired. An escape
/// that is none is no error, since people type `?q=100%` into address lines; in a path it is.
public struct Query: Sendable, Equatable {
    /// One name and its value.
    public struct Pair: Sendable, Equatable {
        /// The name, decoded.
        public let name: String
        /// The value, decoded; empty when there is no `=`.
        public let value: String
    }

    /// All pairs in the order sent.
    public let pairs: [Pair]

    /// Takes pairs that were read elsewhere, such as the fields of a form with files.
    public init(_ pairs: [Pair]) {
        self.pairs = pairs
    }

    /// Reads a query or the content of a form.
    public init(formEncoded bytes: some Collection<UInt8>) {
        pairs = bytes.split(separator: UInt8(ascii: "&")).map { Self.pair($0) }
    }

    /// Reads the content of a form, or `nil` if it has more pairs than `limit`.
    init?(formEncoded bytes: [UInt8], limit: Int) {
        // One more split than pairs: what is left then is the rest of them all.
        let parts = bytes.split(separator: UInt8(ascii: "&"), maxSplits: limit)
        guard parts.count <= limit else { return nil }
        pairs = parts.map { Self.pair($0) }
    }

    private static func pair(_ bytes: some Collection<UInt8>) -> Pair {
        let mark = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
        return Pair(
            name: Percent.decodeForm(bytes[..<mark]),
            value: Percent.decodeForm(bytes[mark...].dropFirst()))
    }

    /// The first value of that name.
    public subscript(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// All values of that name.
    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }
}

/// Names and values in their order, decoded: of an address after its `?`, or of a form.
///
/// Read as the URL standard reads `application/x-www-form-urlencoded`: `+` is a space, an
/// escape that is not one stands for itself, and text that is not UTF-8 is repaired.
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

    /// Reads a query or the content of a form.
    public init(formEncoded bytes: some Collection<UInt8>) {
        pairs = bytes.split(separator: UInt8(ascii: "&")).map { pair in
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return Pair(
                name: Percent.decodeForm(halves[0]),
                value: halves.count > 1 ? Percent.decodeForm(halves[1]) : "")
        }
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

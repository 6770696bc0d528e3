/// Why content is not the form it should be, and the status that says so: 400 when it breaks
/// the rules, 413 when it is too much, 415 when it is of another type.
public struct FormError: Error, Equatable, CustomStringConvertible {
    /// The status to answer with.
    public let status: HTTPStatus
    /// What was wrong and where, in one line that may be shown to who sent it.
    ///
    /// Places are counted in bytes from the beginning of the content, which is byte 0. A name
    /// between «» is the client's: escape it.
    public let description: String

    init(_ status: HTTPStatus, _ description: String) {
        self.status = status
        self.description = description
    }

    /// A number with its thousands apart: `1,234`.
    static func grouped(_ number: Int) -> String {
        let rest = String(number % 1000)
        guard number >= 1000 else { return rest }
        return grouped(number / 1000) + "," + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

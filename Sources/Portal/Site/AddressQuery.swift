/// An address with what follows its `?`.
struct AddressQuery: Equatable {
    let path: String
    /// Names and values in order, as they read.
    private(set) var pairs: [(name: String, value: String)]

    /// Values that are empty say nothing and are left out.
    init(path: String, _ pairs: [(name: String, value: String)]) {
        self.path = path
        self.pairs = pairs.filter { !$0.value.isEmpty }
    }

    /// The same with another value for a name, or without it.
    func with(_ name: String, _ value: String?) -> AddressQuery {
        AddressQuery(
            path: path, pairs.filter { $0.name != name } + [(name, value ?? "")])
    }

    /// The whole address, escaped as forms are (URL standard, 5.2).
    var text: String {
        guard !pairs.isEmpty else { return path }
        return path + "?"
            + pairs.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
            .joined(separator: "&")
    }

    static func == (one: AddressQuery, other: AddressQuery) -> Bool { one.text == other.text }

    /// A name or a value as it stands in an address, or in a form that is sent.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 42, 45, 46, 95: bytes.append(byte)
            case 32: bytes.append(43)
            default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

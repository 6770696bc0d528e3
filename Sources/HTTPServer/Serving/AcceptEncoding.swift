/// What an `Accept-Encoding` says of gzip (RFC 9110, 12.5.3).
///
/// Weights are in thousandths. What is not written as the grammar has it is passed over.
struct AcceptEncoding {
    private var gzip: Int?
    private var identity: Int?
    private var star: Int?

    /// Reads all fields of that name.
    init(_ headers: Headers) {
        for field in headers.fields where headers.isNamed(field, "accept-encoding") {
            read(headers.bytes[field.value])
        }
    }

    /// Whether gzip is welcome: named, or meant by `*`, and not less so than content as it is.
    ///
    /// Content as it is is sent also where that is refused and gzip is not taken either: a
    /// server may, and who reads the answer is better served by it than by an error.
    var takesGzip: Bool {
        guard let weight = gzip ?? star, weight > 0 else { return false }
        return weight >= identity ?? 0
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.endIndex
            readOne(rest[rest.startIndex..<end])
            rest = rest[end...].dropFirst()
        }
    }

    private mutating func readOne(_ bytes: ArraySlice<UInt8>) {
        let end = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.endIndex
        let coding = Self.trimmed(bytes[bytes.startIndex..<end])
        guard let weight = Self.weight(Self.trimmed(bytes[end...].dropFirst())) else { return }
        switch coding.count {
        case 1 where coding.first == UInt8(ascii: "*"):
            star = star ?? weight
        case 4 where coding.equalsIgnoringCase("gzip"),
            6 where coding.equalsIgnoringCase("x-gzip"):
            gzip = gzip ?? weight
        case 8 where coding.equalsIgnoringCase("identity"):
            identity = identity ?? weight
        default:
            break
        }
    }

    /// `q=0.5` as 500; 1000 if there is nothing, `nil` for what is no weight.
    private static func weight(_ text: ArraySlice<UInt8>) -> Int? {
        if text.isEmpty { return 1000 }
        let digits = text.dropFirst(2)
        guard text.count <= 7, text.starts(with: [113, 61]) || text.starts(with: [81, 61]),
            let first = digits.first, first == 48 || first == 49
        else { return nil }
        var weight = Int(first - 48) * 1000
        guard let point = digits.dropFirst().first else { return weight }
        guard point == UInt8(ascii: ".") else { return nil }
        var unit = 100
        for digit in digits.dropFirst(2) {
            guard digit.isDigit else { return nil }
            weight += Int(digit - 48) * unit
            unit /= 10
        }
        return weight <= 1000 ? weight : nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes.drop { $0 == .space || $0 == .tab }
        while bytes.last == .space || bytes.last == .tab { bytes.removeLast() }
        return bytes
    }
}

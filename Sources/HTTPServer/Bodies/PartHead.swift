/// What the fields of a part say of it (RFC 7578, 4.2 to 4.8).
///
/// `Content-Disposition` must be there once, be `form-data` and have a name. `filename*` is
/// ignored as RFC 7578, 4.2 wants it, other fields as 4.8 does. A content transfer encoding
/// that would have to be undone, and parts within a part, are refused: no browser sends them.
struct PartHead {
    /// The number of the part, from 1 on.
    let number: Int
    /// The name of the form's field.
    private(set) var name = ""
    /// The file's name as it was sent; `nil` if the part is no file.
    private(set) var fileName: String?
    /// The type as it was sent.
    private(set) var contentType: String?
    /// Whether its text is in a charset that we do not read.
    private(set) var isForeign = false

    private var isNamed = false
    private var encodings = 0

    /// Reads the fields at `position`, up to the blank line and with it.
    init(
        _ bytes: Span<UInt8>, _ position: inout Int, _ number: Int, _ limits: FormLimits
    ) throws(FormError) {
        self.number = number
        let start = position
        while true {
            let found = bytes.lineFeed(from: position)
            guard (found ?? bytes.count) - start < limits.partHead else {
                let limit = FormError.grouped(limits.partHead)
                throw error(.contentTooLarge, "fields of more than \(limit) bytes", at: start)
            }
            guard let end = found else {
                throw error(.badRequest, "no blank line after its fields", at: bytes.count)
            }
            guard end > position, bytes[end - 1] == .carriageReturn else {
                throw error(.badRequest, "a line that ends without CR", at: end)
            }
            let line = position..<(end - 1)
            if !line.isEmpty { try add(bytes, line, limits) }
            position = end + 1
            if line.isEmpty { break }
        }
        guard isNamed else { throw error(.badRequest, "no Content-Disposition", at: start) }
    }

    /// An error that says which part it is about.
    func error(_ status: HTTPStatus, _ problem: String, at place: Int) -> FormError {
        let label = isNamed ? " («\(name.prefix(40))»)" : ""
        return FormError(status, "part \(number)\(label): \(problem)", at: place)
    }

    private mutating func add(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ limits: FormLimits
    ) throws(FormError) {
        let place = line.lowerBound
        if bytes[place].isBlank { throw error(.badRequest, "a folded line", at: place) }
        let field: FieldLine
        do throws(RequestError) {
            field = try FieldLine(bytes, line)
        } catch {
            // The parser's reasons are `field name` and `field value`.
            throw self.error(.badRequest, "a line that is no field (\(error.reason))", at: place)
        }
        if bytes.equals(field.name, "content-disposition") {
            try readDisposition(bytes, field.value, limits)
        } else if bytes.equals(field.name, "content-type") {
            try readType(bytes, field.value)
        } else if bytes.equals(field.name, "content-transfer-encoding") {
            try readEncoding(bytes, field.value)
        }
    }

    private mutating func readDisposition(
        _ bytes: Span<UInt8>, _ value: Range<Int>, _ limits: FormLimits
    ) throws(FormError) {
        let place = value.lowerBound
        guard !isNamed else { throw error(.badRequest, "two Content-Dispositions", at: place) }
        let parameters = try parameters(bytes, value, of: "Content-Disposition")
        guard parameters.value == "form-data" else {
            throw error(.badRequest, "Content-Disposition is not form-data", at: place)
        }
        guard let name = parameters["name"] else { throw error(.badRequest, "no name", at: place) }
        for text in [name, parameters["filename"] ?? []] where text.count > limits.name {
            let limit = FormError.grouped(limits.name)
            throw error(.contentTooLarge, "a name of more than \(limit) bytes", at: place)
        }
        self.name = Self.text(name)
        fileName = parameters["filename"].map(Self.text)
        isNamed = true
    }

    private mutating func readType(
        _ bytes: Span<UInt8>, _ value: Range<Int>
    ) throws(FormError) {
        let place = value.lowerBound
        guard contentType == nil else {
            throw error(.badRequest, "two Content-Types", at: place)
        }
        let parameters = try parameters(bytes, value, of: "Content-Type")
        guard !parameters.value.hasPrefix("multipart/") else {
            throw error(.badRequest, "parts within a part", at: place)
        }
        contentType = bytes.text(value)
        isForeign = parameters["charset"].map { !FormType.isUTF8($0) } ?? false
    }

    private mutating func readEncoding(
        _ bytes: Span<UInt8>, _ value: Range<Int>
    ) throws(FormError) {
        let place = value.lowerBound
        encodings += 1
        let isPlain =
            bytes.equals(value, "7bit") || bytes.equals(value, "8bit")
            || bytes.equals(value, "binary")
        guard encodings == 1, isPlain else {
            throw error(
                .badRequest, "Content-Transfer-Encoding is not 7bit, 8bit or binary", at: place)
        }
    }

    private func parameters(
        _ bytes: Span<UInt8>, _ value: Range<Int>, of field: String
    ) throws(FormError) -> HeaderParameters {
        do throws(HeaderParameters.Fault) {
            return try HeaderParameters(bytes, value)
        } catch {
            let problem = error == .repeated ? "has a parameter twice" : "cannot be understood"
            throw self.error(.badRequest, "\(field) \(problem)", at: value.lowerBound)
        }
    }

    /// A name as it was typed.
    ///
    /// Browsers write `"`, CR and LF as escapes, and nothing else (HTML standard,
    /// "multipart/form-data encoding algorithm"). Line ends and tabs become spaces,
    /// and bytes that are not UTF-8 U+FFFD, which no name of ours has.
    private static func text(_ name: [UInt8]) -> String {
        var text: [UInt8] = []
        var rest = name[...]
        while let byte = rest.popFirst() {
            let escaped = byte == UInt8(ascii: "%") ? Percent.escaped(rest.prefix(2)) : nil
            switch escaped {
            case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
            case .carriageReturn, .lineFeed: text.append(.space)
            default:
                text.append(byte == .tab ? .space : byte)
                continue
            }
            rest = rest.dropFirst(2)
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// A form with files, `multipart/form-data` (RFC 7578).
public struct MultipartForm: Sendable {
    /// The fields without files, in the order sent.
    public private(set) var fields: [Query.Pair] = []
    /// The files, in the order sent; a field left empty gives one without name and bytes.
    public private(set) var files: [UploadedFile] = []

    /// The most parts a form may have.
    public static let partLimit = 2000

    /// Reads the content of a request.
    public init(_ request: Request) throws(FormError) {
        guard let type = request.headers["Content-Type"],
            let boundary = HeaderParameters(type, of: "multipart/form-data")?["boundary"],
            (1...70).contains(boundary.utf8.count)
        else { throw .notMultipart }
        var reader = MultipartReader(request.body, boundary: boundary)
        while let part = try reader.next() {
            guard fields.count + files.count < Self.partLimit else { throw .tooManyParts }
            try add(part)
        }
    }

    /// The first value of a field.
    public subscript(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// The first file of a field.
    public func file(_ field: String) -> UploadedFile? {
        files.first { $0.field == field }
    }

    private mutating func add(_ part: MultipartReader.Part) throws(FormError) {
        guard let disposition = part.headers["Content-Disposition"],
            let parameters = HeaderParameters(disposition, of: "form-data"),
            let name = parameters["name"].map(Self.unescaped)
        else { throw .malformed }
        guard let fileName = parameters["filename"].map(Self.unescaped) else {
            fields.append(
                Query.Pair(name: name, value: String(decoding: part.bytes, as: UTF8.self)))
            return
        }
        let last = fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        files.append(
            UploadedFile(
                field: name, name: String(last),
                contentType: part.headers["Content-Type"] ?? "application/octet-stream",
                bytes: Array(part.bytes)))
    }

    /// Takes back what browsers do to a quote and to line ends in names (HTML standard,
    /// "multipart/form-data encoding algorithm").
    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let first = rest.first {
            if rest.hasPrefix("%22") || rest.hasPrefix("%0D") || rest.hasPrefix("%0A") {
                result += rest.hasPrefix("%22") ? "\"" : " "
                rest = rest.dropFirst(3)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}

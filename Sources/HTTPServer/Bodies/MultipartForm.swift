/// A form with files, `multipart/form-data` (RFC 7578).
///
/// Text is UTF-8; bytes that are not are repaired, as browsers' own decoders do. A field named
/// `_charset_` (RFC 7578, 4.6) is a field like any other, but one that names another charset
/// makes the form one that is not taken, and so does a field whose own type names one.
public struct MultipartForm: Sendable {
    /// The fields without files, in the order sent.
    public private(set) var fields: [Query.Pair] = []
    /// The files, in the order sent; a field left empty gives one that is not `isChosen`.
    public private(set) var files: [UploadedFile] = []

    /// Reads the content of a request.
    ///
    /// Throws a `FormError` of 415 if the content is of another type, 413 if it goes beyond
    /// `limits`, and 400 if it is broken, which says in which part and where.
    public init(_ request: Request, limits: FormLimits = FormLimits()) throws(FormError) {
        let type = try FormType(request.headers, "multipart/form-data")
        var reader = MultipartReader(boundary: try type.boundary, limits: limits)
        let content = request.content
        try content.withBytes { bytes throws(FormError) in
            while let part = try reader.next(bytes) { try add(part, bytes, content) }
        }
    }

    /// Whether a request says that its content is such a form.
    public static func isContent(of request: Request) -> Bool {
        let type = request.headers["Content-Type"] ?? ""
        return Array(type.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 })
            .equalsIgnoringCase("multipart/form-data")
    }

    /// The first value of a field.
    public subscript(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// The first file of a field.
    public func file(_ field: String) -> UploadedFile? {
        files.first { $0.field == field }
    }

    private mutating func add(
        _ part: MultipartReader.Part, _ bytes: Span<UInt8>, _ content: Content
    ) throws(FormError) {
        let head = part.head
        if let fileName = head.fileName {
            // As bytes: a backslash with an accent after it is one character, and none of these.
            let last = fileName.utf8.split {
                $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
            }.last.map { String(Substring($0)) }
            files.append(
                UploadedFile(
                    field: head.name, name: last ?? "",
                    contentType: head.contentType ?? "application/octet-stream",
                    content: content.part(part.content)))
            return
        }
        let value = bytes.text(part.content)
        let isForeign = head.name == "_charset_" && !FormType.isUTF8(Array(value.utf8))
        guard !isForeign, !head.isForeign else {
            throw head.error(
                .unsupportedMediaType, "text that is not in UTF-8", at: part.content.lowerBound)
        }
        fields.append(Query.Pair(name: head.name, value: value))
    }
}

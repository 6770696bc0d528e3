/// What `Content-Type` says of a form.
struct FormType {
    private let parameters: HeaderParameters

    /// Reads the type of a request's content; refuses any other than the expected one, which
    /// is in lower case.
    ///
    /// A compressed form is another type, too, and so is one in another charset than UTF-8,
    /// in which all our pages are: reading it would give wrong letters without a word.
    init(_ headers: Headers, _ expected: String) throws(FormError) {
        let types = headers.all("Content-Type")
        guard let type = types.first, types.count == 1 else {
            throw FormError(
                .unsupportedMediaType,
                types.isEmpty ? "the content has no type" : "the content has two types")
        }
        do throws(HeaderParameters.Fault) {
            parameters = try HeaderParameters(type)
        } catch {
            throw FormError(.badRequest, "Content-Type cannot be understood")
        }
        guard parameters.value == expected else {
            throw FormError(.unsupportedMediaType, "the content is not \(expected)")
        }
        guard headers.all("Content-Encoding").allSatisfy({ $0.utf8.isIdentity }) else {
            throw FormError(.unsupportedMediaType, "a form may not be compressed")
        }
        guard parameters["charset"].map(Self.isUTF8) ?? true else {
            throw FormError(.unsupportedMediaType, "a form must be in UTF-8")
        }
    }

    /// What parts of `multipart/form-data` are divided by (RFC 2046, 5.1.1).
    var boundary: [UInt8] {
        get throws(FormError) {
            guard let boundary = parameters["boundary"] else {
                throw FormError(.badRequest, "Content-Type has no boundary")
            }
            guard (1...70).contains(boundary.count) else {
                throw FormError(.badRequest, "the boundary must have 1 to 70 characters")
            }
            guard boundary.allSatisfy(Self.isBoundary), boundary.last != .space else {
                throw FormError(.badRequest, "the boundary has a character that none may have")
            }
            return boundary
        }
    }

    /// Whether text in that charset is UTF-8, as ASCII is.
    static func isUTF8(_ charset: [UInt8]) -> Bool {
        ["utf-8", "utf8", "us-ascii"].contains { charset.equalsIgnoringCase($0) }
    }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        byte.isDigit || (97...122).contains(byte.lowercased) || "'()+_,-./:=? ".utf8.contains(byte)
    }
}

extension String.UTF8View {
    fileprivate var isIdentity: Bool { equalsIgnoringCase("identity") }
}

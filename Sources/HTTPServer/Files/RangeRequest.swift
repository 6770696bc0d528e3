/// Requests for a part of the content (RFC 9110, 14).
enum RangeRequest: Equatable {
    /// No range that is heeded: the whole is sent.
    case whole
    /// These bytes.
    case part(Range<Int>)
    /// None of the bytes there are.
    case unsatisfiable

    /// Reads a `Range` field for content of some length.
    ///
    /// What is not `bytes` with one range is not heeded, as RFC 9110, 14.2 allows. Several
    /// ranges would be answered in a multipart message, which lets a short request ask for the
    /// same bytes many times over, and hardly anyone has a use for it.
    init(_ field: String, of length: Int) {
        self = .whole
        let halves = field.utf8.split(
            separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, halves[0].equalsIgnoringCase("bytes") else { return }
        let ends = halves[1].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.place(ends[0]), let last = Self.place(ends[1])
        else { return }
        switch (first, last) {
        case (nil, nil): return
        case (nil, let count?):
            guard count > 0 else { self = .unsatisfiable; return }
            // Of nothing, the last bytes are the whole; a part of no bytes cannot be told of.
            if length > 0 { self = .part(max(0, length - count)..<length) }
        case (let first?, let last):
            if let last, last < first { return }
            guard first < length else { self = .unsatisfiable; return }
            self = .part(first..<min(length, (last ?? length - 1).addingOne))
        }
    }

    /// Makes a part of a whole response that allows it with `Accept-Ranges: bytes`, if a GET
    /// asks for one.
    ///
    /// A part is of the content as it is, never of a compressed form.
    static func settle(_ request: Request, _ response: inout Response) {
        let fields = request.headers.all("Range")
        guard request.method == .get, fields.count == 1, response.stream == nil,
            response.headers["Accept-Ranges"] == "bytes",
            isStillMeant(request, response.headers)
        else { return }
        let length = response.length
        switch RangeRequest(fields[0], of: length) {
        case .whole: return
        case .unsatisfiable:
            response = Response(
                .rangeNotSatisfiable,
                headers: ["Content-Range": "bytes */\(length)", "Accept-Ranges": "bytes"])
        case .part(let range):
            response.status = .partialContent
            response.part = range
            response.headers.add(
                "Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(length)")
        }
    }

    /// `If-Range` (RFC 9110, 13.1.5): a part only of the state the client has the rest of, by
    /// its strong tag or by exactly its date.
    private static func isStillMeant(_ request: Request, _ headers: Headers) -> Bool {
        let conditions = request.headers.all("If-Range")
        guard let condition = conditions.first else { return true }
        guard conditions.count == 1 else { return false }
        if condition.hasPrefix("\"") { return condition == headers["ETag"] }
        guard let date = HTTPDate(condition), let modified = headers["Last-Modified"] else {
            return false
        }
        return HTTPDate(modified) == date
    }

    /// The number between dashes; `.some(nil)` if there is none, `nil` if it is no number.
    ///
    /// One too large to be counted is beyond any content.
    private static func place(_ digits: Substring.UTF8View) -> Int?? {
        if digits.isEmpty { return .some(nil) }
        guard digits.allSatisfy(\.isDigit) else { return nil }
        return .some(Int(Substring(digits)) ?? .max)
    }
}

extension Int {
    /// The next number, or the same if there is none.
    fileprivate var addingOne: Int { self == .max ? self : self + 1 }
}

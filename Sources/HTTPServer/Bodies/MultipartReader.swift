/// Takes `multipart/form-data` apart (RFC 7578; RFC 2046, 5.1.1), one part after the other.
///
/// It is given the whole content each time and keeps only places in it, so that a part is a
/// range of the content and no file is copied. What stands before the first delimiter and
/// after the last is ignored. A line that begins with a delimiter is one, whatever follows,
/// and what follows must be the line's end (perhaps after white space); so is the blank line
/// of a part that has no content.
struct MultipartReader {
    /// A field or a file of the form.
    struct Part {
        let head: PartHead
        /// The place of what is in it.
        let content: Range<Int>
    }

    private let limits: FormLimits
    /// The delimiter with the line's end that belongs to it.
    private let delimiter: [UInt8]
    private var position = 0
    /// The number of the part that is read, from 1 on.
    private var number = 0

    /// Reads parts divided by a boundary, of 1 to 70 characters.
    init(boundary: [UInt8], limits: FormLimits = FormLimits()) {
        self.limits = limits
        delimiter = Array("\r\n--".utf8) + boundary
    }

    /// The next part, or `nil` after the last; asked again after that, it says the same.
    mutating func next(_ bytes: Span<UInt8>) throws(FormError) -> Part? {
        if number == 0 { try skipPreamble(bytes) }
        if bytes.holds("--", at: position) {
            try checkEnd(bytes)
            return nil
        }
        number += 1
        guard number <= limits.parts else {
            throw FormError(
                .contentTooLarge, "more than \(FormError.grouped(limits.parts)) parts")
        }
        try skipLineEnd(bytes)
        let head = try PartHead(bytes, &position, number, limits)
        // The line's end of the blank line may be the delimiter's.
        guard let end = find(bytes, from: position - 2) else {
            throw head.error(.badRequest, "cut off: no delimiter follows", at: bytes.count)
        }
        let content = position..<max(position, end)
        let limit = head.fileName == nil ? limits.field : limits.file
        guard content.count <= limit else {
            let kind = head.fileName == nil ? "field" : "file"
            throw head.error(
                .contentTooLarge, "a \(kind) of more than \(FormError.grouped(limit)) bytes",
                at: position)
        }
        position = end + delimiter.count
        return Part(head: head, content: content)
    }

    private mutating func skipPreamble(_ bytes: Span<UInt8>) throws(FormError) {
        if bytes.holds(delimiter[2...], at: 0) {
            position = delimiter.count - 2
        } else if let start = find(bytes, from: 0) {
            position = start + delimiter.count
        } else {
            throw FormError(
                .badRequest, bytes.isEmpty ? "the content is empty" : "no part begins anywhere")
        }
    }

    /// What follows a delimiter: perhaps white space, and the line's end.
    private mutating func skipLineEnd(_ bytes: Span<UInt8>) throws(FormError) {
        let end = afterBlanks(bytes, position)
        guard bytes.holds("\r\n", at: end) else {
            throw FormError(
                .badRequest, "part \(number): no line end after its delimiter", at: end)
        }
        position = end + 2
    }

    /// What follows the last delimiter: nothing, or a line's end and what nobody reads.
    private func checkEnd(_ bytes: Span<UInt8>) throws(FormError) {
        let end = afterBlanks(bytes, position + 2)
        guard end == bytes.count || bytes.holds("\r\n", at: end) else {
            throw FormError(.badRequest, "no line end after the last delimiter", at: end)
        }
    }

    private func afterBlanks(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var place = start
        while place < bytes.count, bytes[place].isBlank { place += 1 }
        return place
    }

    /// The place of the next delimiter, with its line's end.
    private func find(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var place = start + 1
        // It begins with CR LF: only the places before a line feed come in question.
        while let lineFeed = bytes.lineFeed(from: place) {
            if bytes.holds(delimiter[...], at: lineFeed - 1) { return lineFeed - 1 }
            place = lineFeed + 1
        }
        return nil
    }
}

extension Span<UInt8> {
    fileprivate func holds(_ text: String, at place: Int) -> Bool {
        holds(text.utf8, at: place)
    }

    fileprivate func holds(_ wanted: some Collection<UInt8>, at place: Int) -> Bool {
        guard count - place >= wanted.count else { return false }
        var index = place
        for byte in wanted {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }
}

extension FormError {
    init(_ status: HTTPStatus, _ problem: String, at place: Int) {
        self.init(status, "\(problem), at byte \(Self.grouped(place))")
    }
}

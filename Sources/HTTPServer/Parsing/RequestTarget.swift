/// What a request line asks for (RFC 9112, 3.2): origin, absolute or asterisk form.
///
/// Only visible ASCII is taken, and no `#`: a fragment is the client's own.
struct RequestTarget {
    /// The target as it was sent.
    let text: String
    /// The normal path: begins with a slash, has no dot segments; `*` for the asterisk form.
    let path: String
    /// The host and port of an absolute form.
    let authority: String?

    init(_ bytes: Span<UInt8>, _ range: Range<Int>, of method: Method) throws(RequestError) {
        var start = range.lowerBound
        guard start < range.upperBound else { throw RequestError(.badRequest, "empty target") }
        text = bytes.text(range)
        if bytes[start] == UInt8(ascii: "*") {
            guard range.count == 1, method == .options else {
                throw RequestError(.badRequest, "asterisk form")
            }
            path = "*"
            authority = nil
            return
        }
        if bytes[start] != UInt8(ascii: "/") {
            let host = try Self.authority(bytes, range)
            authority = bytes.text(host)
            start = host.upperBound
        } else {
            authority = nil
        }
        // A target that is nothing but a normal path is kept once.
        path = try Self.path(bytes, start..<range.upperBound, ofTarget: range, text)
    }

    /// The place of the authority in `http://authority/path`.
    private static func authority(
        _ bytes: Span<UInt8>, _ range: Range<Int>
    ) throws(RequestError) -> Range<Int> {
        for scheme: StaticString in ["http://", "https://"] {
            let start = range.lowerBound + scheme.utf8CodeUnitCount
            guard start < range.upperBound, bytes.equals(range.lowerBound..<start, scheme) else {
                continue
            }
            var end = start
            while end < range.upperBound, bytes[end] != UInt8(ascii: "/"),
                bytes[end] != UInt8(ascii: "?")
            {
                end += 1
            }
            guard HostField.isValid(bytes, start..<end) else { break }
            return start..<end
        }
        throw RequestError(.badRequest, "target")
    }

    private static func path(
        _ bytes: Span<UInt8>, _ range: Range<Int>, ofTarget target: Range<Int>, _ text: String
    ) throws(RequestError) -> String {
        var end = range.upperBound
        var isPlain = true
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "?") {
                end = index
                break
            }
            if byte == UInt8(ascii: "%") { isPlain = false }
            if byte == UInt8(ascii: "."), bytes[index - 1] == UInt8(ascii: "/") { isPlain = false }
            if byte == UInt8(ascii: "\\") { throw RequestError(.badRequest, "backslash in path") }
            index += 1
        }
        let path = range.lowerBound..<end
        if path.isEmpty { return "/" }
        if isPlain { return path == target ? text : bytes.text(path) }
        return try normalised(bytes.array(path))
    }

    /// Checks every escape and takes out the dot segments (RFC 3986, 5.2.4).
    private static func normalised(_ path: [UInt8]) throws(RequestError) -> String {
        let parts = path.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var kept: [ArraySlice<UInt8>] = []
        for (position, part) in parts.enumerated() {
            let text = try decoded(part)
            let isLast = position == parts.count - 1
            if text == [UInt8(ascii: ".")] {
                if isLast { kept.append([]) }
            } else if text == Array("..".utf8) {
                guard kept.popLast() != nil else {
                    throw RequestError(.badRequest, "path climbs out")
                }
                if isLast { kept.append([]) }
            } else {
                kept.append(part)
            }
        }
        let joined = Array(kept.joined(separator: [UInt8(ascii: "/")]))
        return "/" + String(decoding: joined, as: UTF8.self)
    }

    private static func decoded(_ part: ArraySlice<UInt8>) throws(RequestError) -> [UInt8] {
        var escapes = part.indices.lazy.filter { part[$0] == UInt8(ascii: "%") }.makeIterator()
        while let mark = escapes.next() {
            guard let byte = Percent.escaped(part[(mark + 1)...].prefix(2)) else {
                throw RequestError(.badRequest, "bad escape in path")
            }
            guard byte != 0 else { throw RequestError(.badRequest, "NUL in path") }
        }
        let text = Percent.decoded(part, plusIsSpace: false)
        guard String(validating: text, as: UTF8.self) != nil else {
            throw RequestError(.badRequest, "path is not UTF-8")
        }
        return text
    }
}

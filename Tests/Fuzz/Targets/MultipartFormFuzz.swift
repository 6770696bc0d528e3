@testable import HTTPServer

/// Any bytes as a form with files, its boundary in the first line; and forms written as a browser
/// writes them, which must be read as they were meant.
enum MultipartFormFuzz {
    static func run(_ bytes: [UInt8]) {
        let line = bytes.prefix { $0 != .lineFeed }
        let rest = Array(bytes.dropFirst(line.count + 1))
        let boundary = String(decoding: line.filter(\.isFieldContent), as: UTF8.self)
        read(request(rest, boundary))
        write(rest.split(separator: 0, omittingEmptySubsequences: false))
    }

    /// Reads a form, if it is one, and checks what no form may be.
    @discardableResult static func read(
        _ request: Request, limits: FormLimits = FormLimits()
    ) -> MultipartForm? {
        // Any refusal is right; what may not happen is a trap.
        guard let form = try? MultipartForm(request, limits: limits) else { return nil }
        demand(
            form.fields.count + form.files.count <= limits.parts, "parts are within their limit")
        demand(
            form.files.reduce(0) { $0 + $1.content.count } <= request.content.count,
            "files are no longer than the content")
        for file in form.files {
            demand(!file.name.utf8.contains { $0 == 47 || $0 == 92 }, "no folder: \(file.name)")
        }
        return form
    }

    private static func request(_ body: [UInt8], _ boundary: String) -> Request {
        Request(
            .post, "/",
            headers: ["Content-Type": "multipart/form-data; boundary=\"\(boundary)\""], body: body)
    }

    /// Makes a field of every two parts, and a file of the same, and reads them again.
    private static func write(_ parts: [ArraySlice<UInt8>]) {
        let boundary = "----edge"
        // A field of that name is not only text: it says in what the others are written.
        guard parts.count <= 40,
            !parts.contains(where: { holds($0, boundary) || plain($0) == "_charset_" })
        else { return }
        var body: [UInt8] = []
        var names: [String] = []
        for (index, part) in parts.enumerated() {
            let name = plain(parts[(index + 1) % parts.count])
            names.append(name)
            let written = String(
                decoding: name.utf8.flatMap { $0 == 34 ? Array("%22".utf8) : [$0] }, as: UTF8.self)
            body.append("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(written)\"")
            if index % 2 == 1 { body.append("; filename=\"\(written)\"") }
            body.append("\r\n\r\n")
            body += part
            body.append("\r\n")
        }
        body.append("--\(boundary)--\r\n")
        guard let form = read(request(body, boundary), limits: wide) else {
            demand(false, "a browser's form is read")
            return
        }
        for (index, part) in parts.enumerated() {
            compare(form, index, names[index], Array(part))
        }
    }

    /// Limits that no input reaches, however much longer its bytes become as text.
    private static let wide: FormLimits = {
        var limits = FormLimits()
        limits.partHead = 65_536
        limits.name = 65_536
        return limits
    }()

    private static func holds(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: text.utf8) }
    }

    private static func compare(
        _ form: MultipartForm, _ index: Int, _ name: String, _ value: [UInt8]
    ) {
        if index % 2 == 0 {
            let field = form.fields[index / 2]
            demand(same(field.name, name), "a field's name comes back: \(name)")
            demand(
                same(field.value, String(decoding: value, as: UTF8.self)), "its value, too")
        } else {
            let file = form.files[index / 2]
            demand(same(file.field, name), "a file's field comes back: \(name)")
            demand(same(file.name, name), "a file's name comes back: \(name)")
            demand(file.content.bytes == value, "a file's bytes come back")
        }
    }

    /// Bytes as a name that a browser's form can hold: no control characters, nothing that looks
    /// escaped already, no folder.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        String(
            decoding: bytes.filter { $0 >= 32 && ![127, 37, 47, 92].contains($0) }, as: UTF8.self)
    }

    /// Equal byte for byte: `==` takes different spellings of a letter for one.
    private static func same(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}

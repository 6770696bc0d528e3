/// Makes of a handler's response what this client is to get: as it is, compressed, or the
/// word that what it has is still right.
enum Negotiation {
    static func apply(
        _ request: Request, to response: inout Response, compressesFrom: Int, _ gzip: Gzip
    ) {
        if request.method == .options, response.status == .methodNotAllowed {
            response = Response(.noContent, headers: ["Allow": response.headers["Allow"] ?? ""])
            return
        }
        let varies = isCompressible(response, from: compressesFrom)
        if varies { vary(&response.headers) }
        response = Conditional.answer(request, response)
        guard varies, !response.status.hasNoContent,
            accepts(gzipIn: request.headers["Accept-Encoding"]),
            let compressed = response.gzipped ?? gzip.compress(response.body)
        else { return }
        response.body = compressed
        response.headers.set("Content-Encoding", "gzip")
        if let tag = response.headers["ETag"] {
            response.headers.set("ETag", EntityTag.ofCompressed(tag))
        }
    }

    private static func isCompressible(_ response: Response, from length: Int) -> Bool {
        guard response.stream == nil, !response.headers.contains("Content-Encoding") else {
            return false
        }
        if response.gzipped != nil { return true }
        guard response.isCompressible, response.body.count >= length,
            let type = response.headers["Content-Type"]
        else { return false }
        return MediaType.isText(type)
    }

    /// Says that the answer depends on what encodings are accepted.
    private static func vary(_ headers: inout Headers) {
        guard let vary = headers["Vary"] else {
            headers.add("Vary", "Accept-Encoding")
            return
        }
        let all = headers.all("Vary").joined(separator: ", ")
        let names = all.split(separator: ",").map { $0.utf8.filter { $0 != .space } }
        if names.contains(where: { $0.equalsIgnoringCase("accept-encoding") || $0 == [42] }) {
            return
        }
        headers.set("Vary", vary.isEmpty ? "Accept-Encoding" : all + ", Accept-Encoding")
    }

    /// Whether gzip is welcome (RFC 9110, 12.5.3): named, or under `*`, and not with weight 0.
    static func accepts(gzipIn field: String?) -> Bool {
        guard let field else { return false }
        var star = false
        for part in field.utf8.split(separator: UInt8(ascii: ",")) {
            let pieces = part.split(separator: UInt8(ascii: ";")).map {
                $0.filter { $0 != .space && $0 != .tab }
            }
            guard let coding = pieces.first else { continue }
            let weights = pieces.dropFirst().filter {
                $0.starts(with: "q=".utf8) || $0.starts(with: "Q=".utf8)
            }
            let isRefused = weights.contains { weight in
                weight.dropFirst(2).allSatisfy { $0 == 48 || $0 == UInt8(ascii: ".") }
            }
            if coding.equalsIgnoringCase("gzip") || coding.equalsIgnoringCase("x-gzip") {
                return !isRefused
            }
            if coding == [UInt8(ascii: "*")] { star = !isRefused }
        }
        return star
    }
}

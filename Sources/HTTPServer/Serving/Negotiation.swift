/// Makes of a handler's response what this client is to get: as it is, compressed, in part, or
/// the word that what it has is still right.
enum Negotiation {
    /// Content from this length on gets a tag: below, the tag costs what a 304 would save.
    private static let tagsFrom = 256

    static func apply(
        _ request: Request, to response: inout Response, compressesFrom: Int, _ gzip: Gzip
    ) {
        if request.method == .options, response.status == .methodNotAllowed {
            response = Response(.noContent, headers: ["Allow": response.headers["Allow"] ?? ""])
            return
        }
        let varies = isCompressible(response, from: compressesFrom)
        if varies { vary(&response.headers) }
        if response.status == .ok, !response.isSettled, isReading(request) {
            if response.length >= tagsFrom { tag(&response) }
            Conditional.settle(request, &response)
        }
        // What was put in the place of the content, or a part of it, is not compressed.
        guard varies, isCompressible(response, from: compressesFrom),
            AcceptEncoding(request.headers).takesGzip
        else { return }
        compress(&response, gzip)
    }

    private static func isReading(_ request: Request) -> Bool {
        request.method == .get || request.method == .head
    }

    /// Gives content that has no tag that of its bytes, so that who has them need not get them
    /// again.
    ///
    /// Not what is not to be kept. Nor what comes with a cookie: that is one client's own, at one
    /// moment.
    private static func tag(_ response: inout Response) {
        guard response.stream == nil, response.file == nil,
            !response.headers.contains("ETag"), !response.headers.contains("Set-Cookie"),
            !isNotToBeKept(response.headers)
        else { return }
        response.headers.add(token: "ETag", EntityTag.text(of: response.body))
    }

    private static func isNotToBeKept(_ headers: Headers) -> Bool {
        headers.contains("Cache-Control")
            && headers.all("Cache-Control").contains { field in
                field.split(separator: ",").contains { directive in
                    directive.utf8.filter { $0 != .space }.equalsIgnoringCase("no-store")
                }
            }
    }

    private static func isCompressible(_ response: Response, from length: Int) -> Bool {
        guard response.part == nil, response.file == nil else { return false }
        if response.gzipped == nil {
            guard response.isCompressible, response.stream != nil || response.body.count >= length,
                let type = response.headers["Content-Type"], MediaType.isText(type)
            else { return false }
        }
        return !response.headers.contains("Content-Encoding")
    }

    private static func compress(_ response: inout Response, _ gzip: Gzip) {
        if response.stream != nil {
            response.compressesStream = true
        } else if let compressed = response.gzipped ?? gzip.compress(response.body) {
            response.body = compressed
        } else {
            return
        }
        response.headers.set("Content-Encoding", "gzip")
        if let tag = response.headers["ETag"] {
            response.headers.set("ETag", EntityTag.ofCompressed(tag))
        }
        response.headers.remove("Accept-Ranges")
    }

    /// Says that the answer depends on what encodings are accepted.
    private static func vary(_ headers: inout Headers) {
        guard let vary = headers["Vary"] else {
            headers.add("Vary", "Accept-Encoding")
            return
        }
        // What files say, and most else that says anything.
        if vary == "Accept-Encoding" { return }
        let all = headers.all("Vary").joined(separator: ", ")
        let names = all.split(separator: ",").map { $0.utf8.filter { $0 != .space } }
        if names.contains(where: { $0.equalsIgnoringCase("accept-encoding") || $0 == [42] }) {
            return
        }
        headers.set("Vary", vary.isEmpty ? "Accept-Encoding" : all + ", Accept-Encoding")
    }
}

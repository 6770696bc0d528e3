extension Response {
    /// The response as it should be kept: with the tag of its content, compressed once, at the
    /// highest level, and with the plain content beside it for who cannot read that.
    ///
    /// For pages that are sent many times; the server compresses others on their way, at level 1.
    public func precompressed() -> Response {
        var response = self
        if status == .ok, !headers.contains("ETag") {
            response.headers.add("ETag", EntityTag.of(body))
        }
        if let type = headers["Content-Type"], MediaType.isText(type) {
            response.gzipped = Gzip(level: 9).compress(body)?.fitted
        }
        return response
    }

    /// The response as a file to keep under a name, in any script (RFC 6266).
    public func attached(as fileName: String) -> Response {
        var response = self
        let plain = fileName.unicodeScalars.map { scalar in
            let isPlain =
                scalar.isASCII && scalar.value >= 32
                && !"\"\\/%\u{7f}".unicodeScalars.contains(scalar)
            return isPlain ? String(scalar) : "_"
        }.joined()
        var field = "attachment; filename=\"\(plain)\""
        if plain != fileName { field += "; filename*=UTF-8''" + Percent.encode(fileName) }
        response.headers.set("Content-Disposition", field)
        return response
    }
}

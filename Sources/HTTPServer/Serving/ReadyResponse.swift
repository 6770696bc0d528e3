/// A response that is sent again and again, as those get it who take gzip or as those who do not:
/// its fields in lines and its content compressed once, so that sending it is copying.
///
/// What goes out is the same, byte for byte but for the level of the compression, as if it had
/// been answered anew: it is made by the same steps, and a condition is looked at each time.
public final class ReadyResponse: Sendable {
    /// The fields as they are sent, besides those that the server adds to all.
    public let headers: Headers
    /// The content as it is sent.
    public let body: [UInt8]
    /// The fields with the length of the content, each with its line's end.
    let lines: [UInt8]
    /// The response as conditions are to see it, without its content.
    let unsettled: Response

    /// Makes a response ready, whose content may be compressed where the client `takesGzip`.
    ///
    /// `former` is what was ready before for the same clients: where it has the same content, it
    /// is not compressed again. `nil` for what is not a page or file of known bytes for
    /// everybody: another status than 200, a stream, a cookie, something that is sent in parts.
    public init?(_ response: Response, takesGzip: Bool, former: ReadyResponse? = nil) {
        guard response.status == .ok, response.stream == nil, response.file == nil,
            !response.isConfidential, !response.headers.mayHaveFraming,
            !response.headers.contains("Accept-Ranges"), !response.headers.contains("Set-Cookie")
        else { return nil }
        let gzip = Gzip(level: Self.level)
        var unsettled = response
        Self.negotiate(&unsettled, Request(.get, "/"), gzip)
        var sent = unsettled
        if takesGzip {
            sent = response
            sent.gzipped = former?.compressed(unsettled) ?? response.gzipped
            Self.negotiate(&sent, Request(.get, "/", headers: ["Accept-Encoding": "gzip"]), gzip)
        }
        headers = sent.headers
        body = sent.body.fitted
        lines = headers.bytes + "Content-Length: \(sent.body.count)\r\n".utf8
        unsettled.body = []
        unsettled.gzipped = nil
        unsettled.isSettled = false
        self.unsettled = unsettled
    }

    /// Almost as small as at the highest level, for two thirds of the time.
    private static let level: Int32 = 6

    private static func negotiate(_ response: inout Response, _ request: Request, _ gzip: Gzip) {
        Negotiation.apply(
            request, to: &response, compressesFrom: ServerOptions.usuallyCompressesFrom, gzip)
    }

    /// The compressed form of another response, if this is it.
    private func compressed(_ other: Response) -> [UInt8]? {
        guard let tag = other.headers["ETag"], tag == unsettled.headers["ETag"],
            headers.contains("Content-Encoding")
        else { return nil }
        return body
    }

    /// The bytes that it takes, or nearly so.
    public var size: Int { body.count + 3 * lines.count + 1024 }

    /// What is to be sent in its place, if a request says under what condition it wants it.
    func settled(_ request: Request) -> Response? {
        guard Conditional.isConditional(request.headers) else { return nil }
        var response = unsettled
        Conditional.settle(request, &response)
        return response.status == .ok ? nil : response
    }
}

extension Response {
    /// The answer that is ready; what is changed of it afterwards is not sent.
    public init(_ ready: ReadyResponse) {
        self.init(.ok, headers: ready.headers, body: ready.body)
        route = ready.unsettled.route
        self.ready = ready
    }
}

extension Request {
    /// Whether the client takes content compressed with gzip, and likes it no less than content
    /// as it is.
    public var takesGzip: Bool { AcceptEncoding(headers).takesGzip }
}

/// Conditional requests (RFC 9110, 13): 304 when the client has the newest state already, 412
/// when the state is not the one it speaks of.
enum Conditional {
    /// Puts 304, 412, a part or the word that there is no such part in the place of a 200, if
    /// the request says so, in the order of RFC 9110, 13.2.2; once for a response.
    static func settle(_ request: Request, _ response: inout Response) {
        guard !response.isSettled, response.status == .ok else { return }
        response.isSettled = true
        guard isConditional(request.headers) else { return }
        let tag = response.headers["ETag"]
        let modified = response.headers["Last-Modified"].flatMap(HTTPDate.init)
        switch request.failedCondition(tag: tag, modified: modified) {
        case nil: RangeRequest.settle(request, &response)
        case .notModified: response = notModified(response, request, tag)
        case let status?: response = Response(status)
        }
    }

    /// Whether there is a field of a condition or a range: `If-…`, `Range`.
    static func isConditional(_ headers: Headers) -> Bool {
        headers.fields.contains { field in
            let first = headers.bytes[field.name.lowerBound].lowercased
            return first == UInt8(ascii: "i")
                || (first == UInt8(ascii: "r") && headers.isNamed(field, "range"))
        }
    }

    /// The 304, with the fields it must or may repeat (RFC 9110, 15.4.5), and a cookie that was
    /// to be set.
    ///
    /// It bears the tag of the form the client has, plain or compressed: that is the stored
    /// answer which it makes fresh (RFC 9111, 4.3.4).
    private static func notModified(
        _ response: Response, _ request: Request, _ tag: String?
    ) -> Response {
        var result = Response(.notModified)
        result.isSettled = true
        let headers = response.headers
        for field in headers.fields {
            guard let name = kept.first(where: { headers.isNamed(field, $0) }) else { continue }
            result.headers.add(token: name, headers.bytes[field.value])
        }
        if let tag, request.noneMatch(tag) == .compressed {
            result.headers.set("ETag", EntityTag.ofCompressed(tag))
        }
        return result
    }

    private static let kept = [
        "ETag", "Last-Modified", "Cache-Control", "Expires", "Vary", "Content-Location",
        "Set-Cookie",
    ]
}

extension Request {
    /// What the request's conditions forbid of a thing in this state: `preconditionFailed`
    /// (412), `notModified` (304) for GET and HEAD, or `nil` to go on.
    ///
    /// For handlers that change things: to be asked before the change, with the tag and the time
    /// of what is there, and `exists` false if nothing is. What GET answers the server looks at
    /// itself. The order is that of RFC 9110, 13.2.2. A date that is none, that comes twice
    /// or that is still to come is no condition; and `If-Modified-Since` counts only
    /// without `If-None-Match`.
    public func failedCondition(
        tag: String?, modified: HTTPDate?, exists: Bool = true
    ) -> HTTPStatus? {
        let isReading = method == .get || method == .head
        if headers.contains("If-Match") {
            let isMatched = headers.all("If-Match").contains {
                EntityTag.match(tag, in: $0, strongly: true) != .none
            }
            if !exists || !isMatched { return .preconditionFailed }
        } else if let modified, let since = date("If-Unmodified-Since"), modified > since {
            return .preconditionFailed
        }
        if headers.contains("If-None-Match") {
            guard exists, noneMatch(tag) != .none else { return nil }
            return isReading ? .notModified : .preconditionFailed
        }
        guard isReading, let modified, let since = date("If-Modified-Since"),
            since.seconds <= Clock.seconds(), modified <= since
        else { return nil }
        return .notModified
    }

    /// How `If-None-Match` meets a tag.
    fileprivate func noneMatch(_ tag: String?) -> EntityTag.Match {
        for list in headers.all("If-None-Match") {
            let match = EntityTag.match(tag, in: list, strongly: false)
            if match != .none { return match }
        }
        return .none
    }

    private func date(_ name: String) -> HTTPDate? {
        let values = headers.all(name)
        return values.count == 1 ? HTTPDate(values[0]) : nil
    }
}

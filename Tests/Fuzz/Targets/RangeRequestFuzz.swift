@testable import HTTPServer

/// Any text as a `Range` and as conditions, for contents of any length.
enum RangeRequestFuzz {
    static func run(_ bytes: [UInt8]) {
        var material = Material(bytes)
        let length = material.choice(of: [0, 1, 2, 10, 255, 65_536, .max])
        let content = [UInt8](repeating: 97, count: material.number(below: 12))
        let field = String(decoding: material.rest.filter(\.isFieldContent), as: UTF8.self)
        check(field, length)
        check(field, content.count)
        settle(field, content)
    }

    private static func check(_ field: String, _ length: Int) {
        for field in [field, "bytes=" + field, "bytes=" + field + "-", "bytes=-" + field] {
            switch RangeRequest(field, of: length) {
            case .whole, .unsatisfiable: break
            case .part(let range):
                demand(!range.isEmpty, "a part holds something: \(field)")
                demand(
                    range.lowerBound >= 0 && range.upperBound <= length,
                    "a part lies in the content: \(field)")
            }
        }
    }

    /// Whatever is asked, an answer is whole or says which part it is.
    private static func settle(_ field: String, _ content: [UInt8]) {
        let tag = EntityTag.of(content)
        let halves = field.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
            .map(String.init)
        for method in [Method.get, .head] {
            for condition: HeaderName in [
                "If-None-Match", "If-Match", "If-Modified-Since", "If-Range",
            ] {
                let request = Request(
                    method, "/", headers: ["Range": halves[0], condition: halves.last ?? ""])
                var response = Response(
                    headers: [
                        "ETag": tag, "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT",
                        "Accept-Ranges": "bytes",
                    ], body: content)
                Conditional.settle(request, &response)
                demand(
                    [.ok, .partialContent, .notModified, .preconditionFailed, .rangeNotSatisfiable]
                        .contains(response.status), "an answer is one of five: \(response.status)")
                guard response.status == .partialContent else { continue }
                demand(method == .get, "only GET has parts")
                let part = response.part ?? 0..<0
                demand(
                    response.headers["Content-Range"]
                        == "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(content.count)",
                    "a part says which it is: \(field)")
            }
        }
    }
}

@testable import HTTPServer

/// Any path among routes of every kind, found as a slow and plain search finds it.
enum RoutingFuzz {
    static func run(_ bytes: [UInt8]) {
        let target = Array(("/" + String(decoding: bytes, as: UTF8.self)).utf8)
        for method in Method.allCases {
            // What is refused here never comes to a router.
            guard let parsed = try? RequestTarget(target.span, 0..<target.count, of: method),
                parsed.path.hasPrefix("/")
            else { continue }
            check(method, parsed.path)
        }
    }

    private static let patterns = [
        "/", "/a", "/a/", "/a/b", "/a/:x", "/a/:x/c", "/a/:x/:y", "/b/*rest", "/b/c", "/:x",
        "/:x/b/:y", "/:x/b/c", "/a b", "/c/:x/*rest",
    ]

    private static let router = {
        var router = Router<Int>()
        for (number, pattern) in patterns.enumerated() {
            router.add(.get, pattern, number)
            if number.isMultiple(of: 3) { router.add(.post, pattern, number) }
        }
        return router
    }()

    private static func check(_ method: Method, _ path: String) {
        let segments = path.dropFirst().utf8
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let all = patterns.indices.compactMap { number in
            values(segments, patterns[number]).map { (number, $0) }
        }
        let isPlain = method == .get || method == .head
        let fitting = all.filter { isPlain || (method == .post && $0.0.isMultiple(of: 3)) }
        switch router.match(method, path) {
        case .found(let number, let parameters):
            guard let found = fitting.first(where: { $0.0 == number }) else {
                demand(false, "a route fits: \(method) \(path)")
                return
            }
            let names = Pattern(patterns[number]).names
            demand(
                zip(names, found.1).allSatisfy { areSame(parameters[$0] ?? "-", $1) },
                "parameters are as they stand in the path: \(path)")
            demand(
                fitting.allSatisfy { rank($0.0) >= rank(number) },
                "what is literal goes first: \(path)")
        case .methodNotAllowed(let allowed):
            demand(fitting.isEmpty, "a route that is there is found: \(method) \(path)")
            demand(
                !all.isEmpty && (method == .options || !allowed.contains(method)),
                "only other methods: \(path)")
        case .notFound: demand(all.isEmpty, "a path that is there is found: \(method) \(path)")
        }
    }

    /// What the parameters of a pattern are, if it fits.
    private static func values(_ segments: [String], _ pattern: String) -> [String]? {
        var values: [String] = []
        let parts = pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            guard place < segments.count else { return nil }
            if part.hasPrefix("*") {
                guard !segments[place].isEmpty else { return nil }
                return values + [Percent.decode(segments[place...].joined(separator: "/").utf8)]
            }
            let segment = Percent.decode(segments[place].utf8)
            if part.hasPrefix(":") {
                guard !segments[place].isEmpty else { return nil }
                values.append(segment)
            } else if !areSame(segment, String(part)) {
                return nil
            }
        }
        return parts.count == segments.count ? values : nil
    }

    /// Literals before parameters before the rest, from the left.
    private static func rank(_ number: Int) -> String {
        patterns[number].split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("*") ? "3" : $0.hasPrefix(":") ? "2" : "1" }.joined()
    }
}

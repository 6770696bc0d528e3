/// The paths there are, segment by segment, and at their ends the methods that each takes.
///
/// It knows a route by its number, so that nothing here depends on what a handler is, and reads
/// a path where it lies: only what matches a parameter becomes a string.
@usableFromInline
struct RouteTree: Sendable {
    private struct Node {
        /// A few at each place, so that to compare them is quicker than to hash a segment.
        var literals: [(text: [UInt8], node: Int)] = []
        var parameter: Int?
        var rest: Int?
        var routes: [(method: Method, number: Int)] = []
    }

    /// What is at a path.
    @usableFromInline
    enum Match {
        case found(Int, [String])
        case methodNotAllowed([Method])
        case notFound
    }

    private var nodes = [Node()]

    @usableFromInline
    init() {}

    /// Adds a route; false if it is there already.
    mutating func add(_ method: Method, _ segments: [Pattern.Segment], _ number: Int) -> Bool {
        var place = 0
        for segment in segments { place = step(from: place, segment) }
        guard !nodes[place].routes.contains(where: { $0.method == method }) else { return false }
        nodes[place].routes.append((method, number))
        return true
    }

    @usableFromInline
    func match(_ method: Method, _ path: String) -> Match {
        var search = Search(method: method)
        // A path begins with a slash, or is empty, and then it is as if it were the slash.
        if let found = find(0, path.utf8.span, from: 1, &search) {
            return .found(found, search.values)
        }
        guard !search.allowed.isEmpty else { return .notFound }
        return .methodNotAllowed(Method.allCases.filter(search.allowed.contains))
    }

    private struct Search {
        let method: Method
        var values: [String] = []
        var allowed: Set<Method> = []
    }

    /// The route for what is left of a path, which is nothing when `start` is beyond its end.
    private func find(
        _ place: Int, _ path: Span<UInt8>, from start: Int, _ search: inout Search
    ) -> Int? {
        guard start <= max(path.count, 1) else { return choose(place, &search) }
        let (segment, isEncoded) = Self.segment(path, from: start)
        let next = segment.upperBound + 1
        let literals = nodes[place].literals
        if !literals.isEmpty {
            let decoded =
                isEncoded ? Percent.decoded(path.array(segment), plusIsSpace: false) : nil
            for index in literals.indices
            where decoded.map({ $0 == literals[index].text })
                ?? path.isEqual(segment, to: literals[index].text)
            {
                if let found = find(literals[index].node, path, from: next, &search) {
                    return found
                }
            }
        }
        guard !segment.isEmpty else { return nil }
        if let parameter = nodes[place].parameter {
            search.values.append(Percent.decode(path.array(segment)))
            if let found = find(parameter, path, from: next, &search) { return found }
            search.values.removeLast()
        }
        if let rest = nodes[place].rest {
            search.values.append(Percent.decode(path.array(start..<path.count)))
            if let found = choose(rest, &search) { return found }
            search.values.removeLast()
        }
        return nil
    }

    /// The segment that begins at a place, and whether it has escapes.
    private static func segment(
        _ path: Span<UInt8>, from start: Int
    ) -> (Range<Int>, isEncoded: Bool) {
        guard start < path.count else { return (start..<start, false) }
        var end = start
        var isEncoded = false
        while end < path.count, path[end] != UInt8(ascii: "/") {
            if path[end] == UInt8(ascii: "%") { isEncoded = true }
            end += 1
        }
        return (start..<end, isEncoded)
    }

    /// The route of a place for the method, or a note of the methods it has.
    private func choose(_ place: Int, _ search: inout Search) -> Int? {
        let routes = nodes[place].routes
        for route in routes where route.method == search.method { return route.number }
        if search.method == .head {
            for route in routes where route.method == .get { return route.number }
        }
        for route in routes { search.allowed.insert(route.method) }
        if search.allowed.contains(.get) { search.allowed.insert(.head) }
        if !routes.isEmpty { search.allowed.insert(.options) }
        return nil
    }

    private mutating func step(from place: Int, _ segment: Pattern.Segment) -> Int {
        let known =
            switch segment {
            case .literal(let text):
                nodes[place].literals.first { $0.text.elementsEqual(text.utf8) }?.node
            case .parameter: nodes[place].parameter
            case .rest: nodes[place].rest
            }
        if let known { return known }
        nodes.append(Node())
        switch segment {
        case .literal(let text):
            nodes[place].literals.append((Array(text.utf8), nodes.count - 1))
        case .parameter: nodes[place].parameter = nodes.count - 1
        case .rest: nodes[place].rest = nodes.count - 1
        }
        return nodes.count - 1
    }
}

extension Span<UInt8> {
    /// Whether the bytes in a range are these.
    fileprivate func isEqual(_ range: Range<Int>, to other: [UInt8]) -> Bool {
        guard range.count == other.count else { return false }
        for index in other.indices where self[range.lowerBound + index] != other[index] {
            return false
        }
        return true
    }
}

/// A route's path: segments that are literal, a parameter (`:name`), or the rest (`*name`).
struct Pattern {
    enum Segment: Equatable {
        case literal(String)
        case parameter
        case rest
    }

    let segments: [Segment]
    let names: [String]

    /// Reads a pattern, which is our own and must be right.
    init(_ text: String) {
        precondition(text.hasPrefix("/"), "\(text) does not begin with /")
        var segments: [Segment] = []
        var names: [String] = []
        for part in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            precondition(segments.last != .rest, "\(text) goes on after the rest")
            switch part.first {
            case ":":
                segments.append(.parameter)
                names.append(String(part.dropFirst()))
            case "*":
                segments.append(.rest)
                names.append(String(part.dropFirst()))
            default:
                segments.append(.literal(String(part)))
            }
        }
        precondition(Set(names).count == names.count, "\(text) names a parameter twice")
        self.segments = segments
        self.names = names
    }
}

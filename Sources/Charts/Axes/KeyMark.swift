/// The marks of a key, as they are drawn in the charts.
enum KeyMark: Equatable {
    case line(LineMark)
    case point(PointMark)

    /// The class of the words beside the mark, if they stand out.
    var look: String {
        switch self {
        case .line(let mark): mark.isOwn ? "t-brand" : ""
        case .point(let mark): mark == .local ? "t-brand" : ""
        }
    }

    /// Draws the mark from `start`, as wide as lines need.
    func append(to page: inout [UInt8], at start: Place) {
        switch self {
        case .line(let mark): mark.append(to: &page, from: start)
        case .point(let mark):
            mark.append(to: &page, at: Place(x: start.x + 7, y: start.y))
        }
    }
}

/// The lines that charts over time are made of.
enum LineMark {
    case local
    case comparator
    case target
    case run
    case mean
    case limit
    case projection
    case forecast

    /// Whether the line is the partnership's own.
    var isOwn: Bool {
        switch self {
        case .local, .run: true
        case .comparator, .target, .mean, .limit, .projection, .forecast: false
        }
    }

    fileprivate func append(to page: inout [UInt8], from start: Place) {
        let end = Place(x: start.x + 22, y: start.y)
        let middle = Place(x: start.x + 11, y: start.y)
        switch self {
        case .local:
            page.line("g-local", from: start, to: end)
            page.circle("g-local-dot", at: middle, radius: 4.5)
        case .comparator:
            page.line("g-comp", from: start, to: end)
            page.diamond("g-comp-dot", at: middle, radius: 4.5)
        case .target: page.line("g-target", from: start, to: end)
        case .run:
            page.line("g-run", from: start, to: end)
            page.circle("p-common", at: middle, radius: 4.5)
        case .mean: page.line("g-mean", from: start, to: end)
        case .limit: page.line("g-limit", from: start, to: end)
        case .projection:
            page.line("g-ahead", from: start, to: end)
            page.cross("g-projected", at: middle, radius: 4)
        case .forecast:
            page.line("g-ahead", from: start, to: end)
            page.circle("g-forecast", at: middle, radius: 4.5)
        }
    }
}

/// The marks that stand for one figure each.
enum PointMark {
    case local
    case country
    case region
    case neighbour
    case target

    fileprivate func append(to page: inout [UInt8], at place: Place) {
        switch self {
        case .local: page.circle("g-local-dot", at: place, radius: 6.5)
        case .country: page.diamond("g-comp-dot", at: place, radius: 6)
        case .region: page.square("g-comp-dot", at: place, radius: 5)
        case .neighbour: page.circle("g-nb", at: place, radius: 4.5)
        case .target:
            page.line(
                "g-target", from: Place(x: place.x, y: place.y - 8),
                to: Place(x: place.x, y: place.y + 8))
        }
    }
}

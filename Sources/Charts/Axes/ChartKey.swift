/// A mark and its words, for the narrow drawings that have no room beside the data.
struct KeyEntry {
    let mark: KeyMark
    let words: String
}

/// The marks of a key, as they are drawn in the charts.
enum KeyMark {
    case localLine
    case comparatorLine
    case targetLine
    case local
    case country
    case region
    case neighbour
    case target

    var look: String {
        switch self {
        case .localLine, .local: "t-brand"
        case .comparatorLine, .targetLine, .country, .region, .neighbour, .target: ""
        }
    }

    /// Draws the mark from `start`, as wide as lines need.
    func append(to page: inout [UInt8], at start: Place) {
        let end = Place(x: start.x + 22, y: start.y)
        let middle = Place(x: start.x + 11, y: start.y)
        let dot = Place(x: start.x + 7, y: start.y)
        switch self {
        case .localLine:
            page.line("g-local", from: start, to: end)
            page.circle("g-local-dot", at: middle, radius: 4.5)
        case .comparatorLine:
            page.line("g-comp", from: start, to: end)
            page.diamond("g-comp-dot", at: middle, radius: 4.5)
        case .targetLine:
            page.line("g-target", from: start, to: end)
        case .local: page.circle("g-local-dot", at: dot, radius: 6.5)
        case .country: page.diamond("g-comp-dot", at: dot, radius: 6)
        case .region: page.square("g-comp-dot", at: dot, radius: 5)
        case .neighbour: page.circle("g-nb", at: dot, radius: 4.5)
        case .target:
            page.line(
                "g-target", from: Place(x: dot.x, y: dot.y - 8), to: Place(x: dot.x, y: dot.y + 8))
        }
    }
}

/// A key in two columns, in which an entry that is too long has a row to itself.
struct ChartKey {
    private static let right = 338.0

    let columns: (first: Double, second: Double)
    let textOffset: Double
    let firstRow: Double
    let rowHeight: Double
    let entries: [KeyEntry]

    /// How far down the last row reaches below the first.
    var extraHeight: Double {
        (places.last.map { $0.y } ?? firstRow) - firstRow
    }

    private var places: [Place] {
        var places: [Place] = []
        var row = 0.0
        var isSecond = false
        for entry in entries {
            let width = textOffset + entry.words.estimatedWidth(bold: !entry.mark.look.isEmpty)
            if isSecond, columns.second + width > Self.right {
                row += 1
                isSecond = false
            }
            let x = isSecond ? columns.second : columns.first
            places.append(Place(x: x, y: firstRow + row * rowHeight))
            let isFull = isSecond || x + width + 3 > columns.second
            if isFull { row += 1 }
            isSecond = !isFull
        }
        return places
    }

    func append(to page: inout [UInt8]) {
        for (entry, place) in zip(entries, places) {
            entry.mark.append(to: &page, at: place)
            page.text(
                entry.words, entry.mark.look, at: Place(x: place.x + textOffset, y: place.y + 4.5))
        }
    }
}

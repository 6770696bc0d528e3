/// A mark and its words, for the narrow drawings that have no room beside the data.
struct KeyEntry {
    let mark: KeyMark
    let words: String
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
            let isFull = isSecond || x + width + 12 > columns.second
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

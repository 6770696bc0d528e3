// What the rows of one file may not say together.

extension LoadFile {
    /// Refuses a row that has an earlier row's key, which these columns make together.
    ///
    /// The last column is the one that is named; a row in which it is empty has no such key.
    func refuseRepeats(of columns: [String]) throws(LoadError) {
        guard let last = columns.last else { return }
        var lines: [String: Int] = [:]
        for row in rows {
            guard let text = row.optional(last) else { continue }
            let key = columns.map { row.optional($0) ?? "" }.joined(separator: "\u{1F}")
            if let line = lines.updateValue(row.line, forKey: key) {
                throw row.error(last, "«\(text)» is already on line \(line)")
            }
        }
    }

    /// Refuses a row that leads back to itself, from each row to the one named in `column`.
    func refuseCircles(through column: String, by key: String) throws(LoadError) {
        var next: [String: String] = [:]
        for row in rows {
            if let own = row.optional(key) { next[own] = row.optional(column) }
        }
        for row in rows {
            guard let own = row.optional(key), let first = next[own] else { continue }
            if first == own { throw row.error(column, "«\(own)» is this row itself") }
            var place = first
            var seen: Set<String> = []
            while place != own, seen.insert(place).inserted, let other = next[place] {
                place = other
            }
            if place == own { throw row.error(column, "«\(first)» leads back to this row") }
        }
    }
}

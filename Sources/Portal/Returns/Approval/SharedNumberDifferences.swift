import Scorecard

extension SharedNumbers {
    /// Where a number that measures share does not stand alike at all of them, as sentences for
    /// each entry that it concerns.
    ///
    /// It is typed once, but what was sent in keeps the number that it was sent in with, whatever
    /// is typed at the other measure from then on.
    ///
    /// - Parameters:
    ///   - entries: All entries of the returns.
    ///   - isShown: Whether the numbers of an entry are for who is told.
    /// - Returns: The sentences, by the entry.
    func differences(
        among entries: [ReturnEntry], isShown: (ReturnEntry) -> Bool
    ) -> [Int64: String] {
        let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var sentences: [Int64: [String]] = [:]
        for (place, source) in sources {
            guard let copy = byID[place.entry], let origin = byID[source.place.entry] else {
                continue
            }
            let here = copy.content[place.field]
            let there = origin.content[source.place.field]
            // What is not typed yet is no other number.
            guard !here.isBlank, !there.isBlank, !areSameNumber(here, there) else { continue }
            func tell(
                _ entry: ReturnEntry, _ field: EntryField, _ other: ReturnEntry, _ text: String
            ) {
                let number = isShown(other) ? text : "another number"
                sentences[entry.id, default: []].append(
                    "\(field.label(in: entry)) is \(entry.content[field]), and \(number) at "
                        + "\(other.measure.facts.title).")
            }
            tell(copy, place.field, origin, there)
            tell(origin, source.place.field, copy, here)
        }
        return sentences.mapValues { $0.sorted().joined(separator: " ") }
    }
}

import Scorecard

/// Numbers that several measures of a return are worked out from, each typed once.
///
/// Two numbers are the same where the catalogue describes them in the same words, for the same
/// period and the same group. The measure that comes first in the return asks for it. Where all
/// that a measure is worked out from is described as another's is, such as sessions attended out
/// of possible sessions, they count other children, and share nothing.
struct SharedNumbers {
    /// Where a number is typed.
    struct Place: Hashable {
        let entry: Int64
        let field: EntryField
    }

    /// Where the number of a place that does not ask for it is typed, with its measure's title.
    private(set) var sources: [Place: (place: Place, title: String)] = [:]

    init(_ entries: [ReturnEntry]) {
        let common = Self.wordsInCommon(entries)
        var first: [Key: (place: Place, title: String)] = [:]
        var counts: [Int64: Int] = [:]
        for entry in entries where common.contains(entry.measure.facts.id) {
            let places = entry.sharable
            counts[entry.id] = places.count
            let found = places.map { first[$0.key]?.place.entry }
            let other = found.first ?? nil
            let isTwin =
                found.allSatisfy { $0 == other } && other.flatMap { counts[$0] } == places.count
            for (key, place) in places {
                if let earlier = first[key] {
                    if !isTwin { sources[place] = earlier }
                } else {
                    first[key] = (place, entry.measure.facts.title)
                }
            }
        }
    }

    /// The measures of which a box is described in the same words as another box.
    ///
    /// Most boxes have words of their own, and files bring entries by the ten thousand.
    private static func wordsInCommon(_ entries: [ReturnEntry]) -> Set<Int64> {
        var described: [Int64: [String]] = [:]
        var counts: [String: Int] = [:]
        for entry in entries where described[entry.measure.facts.id] == nil {
            let words = entry.boxes.compactMap(entry.words)
            for words in words { counts[words, default: 0] += 1 }
            described[entry.measure.facts.id] = words
        }
        let common = described.filter { $0.value.contains { counts[$0, default: 0] > 1 } }
        return Set(common.keys)
    }

    /// Where else a number goes that is typed at a place.
    func copies(of place: Place) -> [Place] {
        sources.filter { $0.value.place == place }.map(\.key)
    }

    fileprivate struct Key: Hashable {
        let returnID: Int64
        let period: Period
        let words: String
        let group: String?
    }
}

extension ReturnEntry {
    /// The numbers that another measure may share, by what tells that it is the same.
    fileprivate var sharable: [(key: SharedNumbers.Key, place: SharedNumbers.Place)] {
        ([nil] + groups.map(Optional.some)).flatMap { group in
            boxes.compactMap { box in
                words(of: box).map { words in
                    let key = SharedNumbers.Key(
                        returnID: returnID, period: period, words: words, group: group?.code)
                    return (key, SharedNumbers.Place(entry: id, field: .number(box, group)))
                }
            }
        }
    }

    /// How the catalogue describes what is typed into a box, in lower case; `nil` for what is
    /// nobody else's, as what an average is of.
    fileprivate func words(of box: EntryBox) -> String? {
        switch (box, measure.shape) {
        case (.numerator, .ratio): measure.numerator?.lowercased()
        case (.denominator, .ratio): measure.denominator?.lowercased()
        case (.value, .count): measure.numerator?.lowercased()
        case (.numerator, _), (.denominator, _), (.value, _): nil
        }
    }
}

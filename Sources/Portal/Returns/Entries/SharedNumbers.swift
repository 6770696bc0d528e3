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
        var first: [Key: (place: Place, title: String)] = [:]
        for entry in entries {
            let places = entry.sharable
            let found = places.map { first[$0.key]?.place.entry }
            let other = found.first ?? nil
            let isTwin =
                other != nil && found.allSatisfy { $0 == other }
                && entries.first { $0.id == other }?.sharable.count == places.count
            for (key, place) in places {
                if let earlier = first[key] {
                    if !isTwin { sources[place] = earlier }
                } else {
                    first[key] = (place, entry.measure.facts.title)
                }
            }
        }
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
    private func words(of box: EntryBox) -> String? {
        switch (box, measure.shape) {
        case (.numerator, .ratio): measure.numerator?.lowercased()
        case (.denominator, .ratio): measure.denominator?.lowercased()
        case (.value, .count): measure.numerator?.lowercased()
        case (.numerator, _), (.denominator, _), (.value, _): nil
        }
    }
}

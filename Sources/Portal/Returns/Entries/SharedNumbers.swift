import Scorecard

/// Numbers that several measures of a return are worked out from, each typed once.
///
/// Two numbers are the same where the catalogue describes them in the same words, for the same
/// period and the same group. The measure that comes first in the return asks for it.
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
            for group in [nil] + entry.groups.map(Optional.some) {
                for box in entry.boxes {
                    guard let words = entry.words(of: box) else { continue }
                    let key = Key(
                        returnID: entry.returnID, period: entry.period, words: words,
                        group: group?.code)
                    let place = Place(entry: entry.id, field: .number(box, group))
                    if let earlier = first[key] {
                        sources[place] = earlier
                    } else {
                        first[key] = (place, entry.measure.facts.title)
                    }
                }
            }
        }
    }

    /// Where else a number goes that is typed at a place.
    func copies(of place: Place) -> [Place] {
        sources.filter { $0.value.place == place }.map(\.key)
    }

    private struct Key: Hashable {
        let returnID: Int64
        let period: Period
        let words: String
        let group: String?
    }
}

extension ReturnEntry {
    /// How the catalogue describes what is typed into a box, in lower case; `nil` for what is
    /// nobody else's.
    fileprivate func words(of box: EntryBox) -> String? {
        switch box {
        case .numerator: measure.numerator?.lowercased()
        case .denominator: measure.denominator?.lowercased()
        case .value: measure.shape == .count ? measure.numerator?.lowercased() : nil
        }
    }
}

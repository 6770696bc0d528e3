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
        let words = Self.wordsInCommon(entries)
        var first: [Key: (place: Place, title: String)] = [:]
        for entry in entries {
            guard let boxes = words[entry.measure.facts.id] else { continue }
            for group in [nil] + entry.groups.map(Optional.some) {
                for (box, words) in boxes {
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

    /// The words by which boxes are described that another box has, too, by the measure's id.
    ///
    /// Most boxes have words of their own, and files bring entries by the ten thousand.
    private static func wordsInCommon(
        _ entries: [ReturnEntry]
    ) -> [Int64: [(box: EntryBox, words: String)]] {
        var described: [Int64: [(box: EntryBox, words: String)]] = [:]
        var counts: [String: Int] = [:]
        for entry in entries where described[entry.measure.facts.id] == nil {
            let boxes = entry.boxes.compactMap { box in entry.words(of: box).map { (box, $0) } }
            for (_, words) in boxes { counts[words, default: 0] += 1 }
            described[entry.measure.facts.id] = boxes
        }
        return described.compactMapValues { boxes in
            let common = boxes.filter { counts[$0.words, default: 0] > 1 }
            return common.isEmpty ? nil : common
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

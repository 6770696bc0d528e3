import Scorecard

/// Words that several pages share.
enum Wording {
    /// What explains `[c]`.
    static let confidential =
        "[c] confidential: not shown, because so few children are counted that one of them might "
        + "be recognised, or because such a number could be worked out from it."
}

extension Wording {
    /// The words as a list in a sentence: `one, two or three`.
    static func list(_ words: [String], _ conjunction: String) -> String {
        guard let last = words.last, words.count > 1 else { return words.last ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }
}

extension Int {
    /// The number with its noun: `1 measure`, `4 measures`.
    func counted(_ noun: String) -> String {
        self == 1 ? "1 \(noun)" : "\(self) \(noun)s"
    }
}

extension String {
    /// The text with a capital letter at its start.
    var capitalisedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }

    /// The text with a small letter at its start, to go on with a sentence.
    var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }

    /// The lines of a text that was written one item a line.
    var items: [String] {
        split(separator: "\n").map(String.init).filter { !$0.isEmpty }
    }
}

extension Wording {
    /// What the letters in square brackets mean, in the order in which they are explained.
    static func shorthand(of markers: Set<QualityMarker>) -> [String] {
        var known: Set<String> = []
        return QualityMarker.allCases.filter(markers.contains).compactMap { marker in
            guard known.insert(marker.shorthand).inserted else { return nil }
            return marker == .confidential
                ? confidential : "\(marker.shorthand) \(marker.words)."
        }
    }
}

/// How far two spellings lie apart.
enum EditDistance {
    /// How many letters must be put in, left out, changed or swapped with their neighbour to make
    /// one word of the other; `nil` for more than `limit`.
    ///
    /// F. J. Damerau, "A technique for computer detection and correction of spelling errors",
    /// 1964, in the form that changes no part of a word twice.
    static func between(_ first: String, _ second: String, atMost limit: Int) -> Int? {
        let (one, other) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        guard abs(one.count - other.count) <= limit else { return nil }
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let isSame = one[row] == other[column]
                var least = min(
                    last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1],
                    one[row - 1] == other[column]
                {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            if (current.min() ?? 0) > limit { return nil }
            (before, last) = (last, current)
        }
        let distance = last[other.count]
        return distance <= limit ? distance : nil
    }
}

/// A word that is indexed, and how often.
struct IndexedWord: Equatable {
    let text: String
    let titleUses: Int
    let uses: Int
}

extension EditDistance {
    /// How many slips are forgiven in a word: none in the shortest, since nearly all short words
    /// are near to each other.
    static func slipsForgiven(in word: String) -> Int {
        switch word.unicodeScalars.count {
        case ..<4: 0
        case ..<6: 1
        case ..<10: 2
        default: 3
        }
    }

    /// The indexed word nearest to one that is not: of two as near, one that begins alike, then
    /// one that titles use, then the more frequent, then the first in the alphabet.
    static func nearest(to word: String, among indexed: [IndexedWord]) -> String? {
        let limit = slipsForgiven(in: word)
        guard limit > 0, !word.allSatisfy(\.isNumber) else { return nil }
        var best: (rank: (Int, Int, Int, Int), text: String)?
        for candidate in indexed where candidate.text.unicodeScalars.count > 2 {
            guard let distance = between(word, candidate.text, atMost: limit) else { continue }
            let rank = (
                distance, candidate.text.first == word.first ? 0 : 1,
                candidate.titleUses > 0 ? 0 : 1, -candidate.uses
            )
            if let best, (best.rank, best.text) <= (rank, candidate.text) { continue }
            best = (rank, candidate.text)
        }
        return best?.text
    }
}

/// Orders by the first that differs.
private func <= (
    one: ((Int, Int, Int, Int), String), other: ((Int, Int, Int, Int), String)
) -> Bool {
    one.0 == other.0 ? one.1 <= other.1 : one.0 < other.0
}

/// A text in pieces, those marked that a search found.
///
/// The pieces are plain text: what marks them is the template's, so that no text of ours or of a
/// reader's is ever markup.
struct MarkedText: Equatable {
    /// A piece of the text.
    struct Piece: Equatable {
        let text: String
        let isMarked: Bool
    }

    let pieces: [Piece]

    /// Marks what `terms` find in a text.
    init(_ text: String, _ terms: [SearchReading.Term]) {
        pieces = Self.pieces(of: text, at: Self.places(in: SearchWords(text), terms))
    }

    /// Marks what `terms` find in about `length` words around the first of it; a text in which
    /// they find nothing is shown from its beginning.
    init(excerptOf text: String, _ terms: [SearchReading.Term], length: Int = 32) {
        let words = SearchWords(text)
        let places = Self.places(in: words, terms)
        let first =
            places.first.flatMap { place in
                words.words.firstIndex { $0.place.lowerBound >= place.lowerBound }
            } ?? 0
        let start = words.words.count <= length ? 0 : max(0, first - length / 4)
        let end = min(words.words.count, start + length)
        let from = start == 0 ? text.startIndex : words.words[start].place.lowerBound
        let to = end == words.words.count ? text.endIndex : words.words[end - 1].place.upperBound
        let shown = String(text[from..<to]).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let cut = (start == 0 ? "" : "… ") + shown + (to == text.endIndex ? "" : " …")
        self.init(cut, terms)
    }

    /// Whether anything is marked.
    var hasMarks: Bool { pieces.contains(where: \.isMarked) }

    private static func pieces(
        of text: String, at places: [Range<String.Index>]
    ) -> [Piece] {
        var pieces: [Piece] = []
        var at = text.startIndex
        for place in places {
            if at < place.lowerBound {
                pieces.append(Piece(text: String(text[at..<place.lowerBound]), isMarked: false))
            }
            pieces.append(Piece(text: String(text[place]), isMarked: true))
            at = place.upperBound
        }
        if at < text.endIndex {
            pieces.append(Piece(text: String(text[at...]), isMarked: false))
        }
        return pieces
    }

    private static func places(
        in words: SearchWords, _ terms: [SearchReading.Term]
    ) -> [Range<String.Index>] {
        let texts = words.texts
        var places: [Range<String.Index>] = []
        var at = 0
        while at < texts.count {
            var found = 0
            for term in terms { found = max(found, term.wordsFound(in: texts[at...])) }
            if found > 0 {
                let (first, last) = (words.words[at], words.words[at + found - 1])
                places.append(first.place.lowerBound..<last.place.upperBound)
            }
            at += max(found, 1)
        }
        return places
    }
}

extension SearchReading.Term {
    /// How many words at the start of some are a way of saying the term.
    func wordsFound(in words: ArraySlice<String>) -> Int {
        var most = 0
        for (index, phrase) in phrases.enumerated() {
            let mayGoOn = isBeginning && index == phrases.count - 1
            if words.count >= phrase.count, words.prefix(phrase.count) == phrase[...] {
                most = max(most, phrase.count)
            } else if mayGoOn, let start = phrase.first, words.first?.hasPrefix(start) == true {
                most = max(most, 1)
            }
        }
        return most
    }

    /// Whether the term is said anywhere in some words.
    func isSaid(in words: [String]) -> Bool {
        words.indices.contains { wordsFound(in: words[$0...]) > 0 }
    }
}

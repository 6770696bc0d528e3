/// What a search is understood as: for each thing that was meant, every way of saying it.
struct SearchReading: Equatable {
    /// One thing that was meant.
    struct Term: Equatable {
        /// Ways of saying it, each one or more words.
        var phrases: [[String]]
        /// Whether the last way is the beginning of a word and may go on.
        var isBeginning = false
    }

    var terms: [Term]
    /// The words that were looked for in place of those typed, if some were misspelt.
    let corrected: String?

    /// Nothing that could be looked for.
    var isEmpty: Bool { terms.isEmpty }
}

/// What was typed, before it is known which of its words there are.
struct SearchQuestion: Equatable {
    /// What was typed, without the spaces around it, and cut where it is very long.
    let typed: String
    let words: [String]

    /// More words than anyone types, and longer ones; a question of any length costs no more.
    private static let (mostWords, mostLetters, mostTyped) = (32, 40, 200)
    /// The longest synonym has so many words.
    private static let longestPhrase = 6

    init(_ text: String) {
        let trimmed = text.withoutControls.trimmed
        typed = trimmed.count > Self.mostTyped ? trimmed.prefix(Self.mostTyped) + "…" : trimmed
        // Of a text without end only the beginning is taken apart.
        let read = SearchWords(String(trimmed.unicodeScalars.prefix(2_000))).texts
        words = read.prefix(Self.mostWords).map {
            String($0.unicodeScalars.prefix(Self.mostLetters))
        }
    }

    /// Every run of words, any of which may have a synonym.
    var runs: [String] {
        words.indices.flatMap { start in
            (start..<min(words.count, start + Self.longestPhrase)).map { end in
                words[start...end].joined(separator: " ")
            }
        }
    }

    /// The words in all their forms.
    var forms: [String] { words + words.flatMap(WordForms.others) }

    /// The last word as the beginning of a longer one, if it is long enough to say something.
    var beginning: String? {
        guard let last = words.last, last.unicodeScalars.count > 2 else { return nil }
        return last
    }
}

/// What stands in place of a misspelt word: the nearest that is indexed, and what can be said
/// instead of that.
struct SearchCorrections: Equatable {
    var words: [IndexedWord] = []
    var synonyms: [String: [String]] = [:]

    /// Every way of saying the nearest word, that word first; `nil` if none is near.
    func phrases(for word: String) -> [[String]]? {
        guard let near = EditDistance.nearest(to: word, among: words) else { return nil }
        let others = synonyms[near] ?? WordForms.others(of: near)
        return ([near] + others).map { $0.split(separator: " ").map(String.init) }
    }
}

/// What the index knows of the words of a question.
struct SearchVocabulary: Equatable {
    /// What can be said instead of a run of words.
    var synonyms: [String: [String]] = [:]
    /// The words that are indexed.
    var known: Set<String> = []
    /// Whether a word begins as the last one does.
    var hasBeginning = false
}

extension SearchReading {
    /// Reads a question; `nearest` gives the ways of saying an indexed word for one that is not.
    init(
        _ question: SearchQuestion, _ vocabulary: SearchVocabulary,
        nearest: (String) -> [[String]]?
    ) {
        var terms: [Term] = []
        var said: [String] = []
        var isCorrected = false
        let isEmptyWord = { (word: String) in WordForms.empty.contains(word) }
        let keepsAll = question.words.allSatisfy(isEmptyWord)
        var at = 0
        while at < question.words.count {
            let word = question.words[at]
            if let (phrase, others) = Self.synonym(at: at, question.words, vocabulary) {
                terms.append(Term(phrases: [phrase] + others))
                said += phrase
                at += phrase.count
                continue
            }
            at += 1
            if !keepsAll, isEmptyWord(word) {
                said.append(word)
                continue
            }
            let isLast = at == question.words.count
            let found = Self.term(word, isLast: isLast, question, vocabulary)
            if let found {
                terms.append(found)
                said.append(word)
            } else {
                isCorrected = true
                guard let phrases = nearest(word) else { continue }
                terms.append(Term(phrases: phrases))
                said += phrases.first ?? []
            }
        }
        self.terms = terms
        corrected = isCorrected && !terms.isEmpty ? said.joined(separator: " ") : nil
    }

    /// Reads what is typed to search within a list, where a word need not be whole and none is
    /// taken for another.
    init(within question: SearchQuestion, _ vocabulary: SearchVocabulary) {
        var whole = SearchReading(question, vocabulary) { [[$0]] }
        for index in whole.terms.indices where whole.terms[index].phrases.count > 0 {
            guard let word = whole.terms[index].phrases.first, word.count == 1,
                vocabulary.synonyms[word[0]] == nil, word[0].unicodeScalars.count > 2
            else { continue }
            whole.terms[index].phrases.removeAll { $0 == word }
            whole.terms[index].phrases.append(word)
            whole.terms[index].isBeginning = true
        }
        terms = whole.terms
        corrected = nil
    }

    /// The words that the index does not know, for which the nearest must be found.
    static func unknown(
        in question: SearchQuestion, _ vocabulary: SearchVocabulary
    ) -> [String] {
        var unknown: [String] = []
        _ = SearchReading(question, vocabulary) { word in
            unknown.append(word)
            return nil
        }
        return unknown
    }

    /// The longest run of words from a place on that has synonyms, and these.
    private static func synonym(
        at start: Int, _ words: [String], _ vocabulary: SearchVocabulary
    ) -> (phrase: [String], others: [[String]])? {
        for end in (start..<words.count).reversed() {
            let phrase = Array(words[start...end])
            guard let others = vocabulary.synonyms[phrase.joined(separator: " ")] else { continue }
            return (phrase, others.map { $0.split(separator: " ").map(String.init) })
        }
        return nil
    }

    /// A word in its forms, or `nil` if none of them is indexed.
    private static func term(
        _ word: String, isLast: Bool, _ question: SearchQuestion, _ vocabulary: SearchVocabulary
    ) -> Term? {
        let forms = ([word] + WordForms.others(of: word)).filter(vocabulary.known.contains)
        let isBeginning = isLast && vocabulary.hasBeginning && question.beginning == word
        guard !forms.isEmpty || isBeginning else { return nil }
        var phrases = forms.map { [$0] }
        if isBeginning {
            phrases.removeAll { $0 == [word] }
            phrases.append([word])
        }
        return Term(phrases: phrases, isBeginning: isBeginning)
    }
}

extension SearchReading {
    /// The question as the index takes it, every part of it quoted; all of its terms must be
    /// found, or any.
    func expression(needingAll: Bool) -> String {
        terms.map(\.expression).joined(separator: needingAll ? " AND " : " OR ")
    }

    /// The titles that are asked for as a whole: what was typed, and of a single thing all other
    /// ways of saying it.
    func titles(_ question: SearchQuestion) -> [String] {
        let typed = corrected ?? question.words.joined(separator: " ")
        guard terms.count == 1, let term = terms.first else { return [typed] }
        return [typed] + term.phrases.map { $0.joined(separator: " ") }
    }
}

extension SearchReading.Term {
    fileprivate var expression: String {
        let parts = phrases.map { "\"\($0.joined(separator: " "))\"" }
        return "(" + parts.joined(separator: " OR ") + (isBeginning ? " *" : "") + ")"
    }
}

extension String {
    /// The text with a space for each character that steers devices and has no shape.
    fileprivate var withoutControls: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return String(scalars)
    }

    /// The text without the spaces around it.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

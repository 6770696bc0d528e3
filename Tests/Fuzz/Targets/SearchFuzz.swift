@testable import Portal

/// Any text as what is searched for, and as what is found.
enum SearchFuzz {
    static func run(_ bytes: [UInt8]) {
        let halves = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let (typed, text) = (halves[0], halves.last ?? "")
        let question = SearchQuestion(typed)
        demand(question.words.count <= 32, "words have a limit")
        demand(question.typed.count <= 201, "what is shown of a question has a limit")
        demand(question.runs.count <= 32 * 6, "runs have a limit")
        demand(
            !question.typed.unicodeScalars.contains { $0.properties.generalCategory == .control },
            "a question steers nothing: \(typed)")
        for word in question.words {
            demand(word.unicodeScalars.count <= 40 && !word.isEmpty, "a word has a limit")
            demand(
                !word.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == 0 },
                "a word holds no quote: \(word)")
        }
        for vocabulary in [
            SearchVocabulary(),
            SearchVocabulary(
                synonyms: ["fsm": ["free school meals"], "free school meals": ["fsm"]],
                known: Set(question.forms), hasBeginning: true),
        ] {
            check(SearchReading(question, vocabulary) { [[$0], ["a", "b"]] }, question, text)
            check(SearchReading(within: question, vocabulary), question, text)
        }
    }

    private static func check(
        _ reading: SearchReading, _ question: SearchQuestion, _ text: String
    ) {
        for needsAll in [false, true] {
            let expression = reading.expression(needingAll: needsAll)
            // What the index takes as commands stands outside quotes.
            let parts = expression.utf8.split(
                separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            let outside = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }
            demand(
                outside.allSatisfy { $0.element.allSatisfy("( )*ANDOR".utf8.contains) },
                "words are quoted: \(expression)")
            demand(!parts.count.isMultiple(of: 2), "quotes end: \(expression)")
        }
        _ = reading.titles(question)
        let marked = MarkedText(text, reading.terms)
        demand(
            areSame(marked.pieces.map(\.text).joined(), text), "pieces are the whole: \(text)")
        demand(marked.pieces.allSatisfy { !$0.text.isEmpty }, "no piece is empty")
        let excerpt = MarkedText(excerptOf: text, reading.terms, length: 4)
        demand(
            SearchWords(excerpt.pieces.map(\.text).joined()).words.count <= 6,
            "an excerpt is short: \(text)")
    }
}

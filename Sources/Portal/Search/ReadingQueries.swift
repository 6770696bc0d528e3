import SQLite

extension Database {
    /// A question as the index can answer it, with the nearest words in place of misspelt ones.
    func reading(of question: SearchQuestion) throws(SQLError) -> SearchReading {
        guard !question.words.isEmpty else {
            return SearchReading(question, SearchVocabulary()) { _ in nil }
        }
        let vocabulary = try vocabulary(of: question)
        let unknown = SearchReading.unknown(in: question, vocabulary)
        guard !unknown.isEmpty else {
            return SearchReading(question, vocabulary) { _ in nil }
        }
        let corrections = try corrections(of: unknown)
        return SearchReading(question, vocabulary, nearest: corrections.phrases)
    }
}

extension Database {
    /// A question as it is asked within a list: with what can be said instead of its words, each
    /// of which may also be the beginning of a longer one.
    func reading(within question: SearchQuestion) throws(SQLError) -> SearchReading {
        guard !question.words.isEmpty else {
            return SearchReading(question, SearchVocabulary()) { _ in nil }
        }
        let vocabulary = try vocabulary(of: question)
        return SearchReading(within: question, vocabulary)
    }
}

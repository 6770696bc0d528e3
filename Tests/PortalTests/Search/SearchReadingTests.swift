import Testing

@testable import Portal

@Suite struct SearchReadingTests {
    private let vocabulary = SearchVocabulary(
        synonyms: ["lac": ["in care"], "in care": ["lac"]],
        known: ["school", "attendance", "care", "in"], hasBeginning: true)

    private func read(
        _ text: String, _ corrections: SearchCorrections = SearchCorrections()
    ) -> SearchReading {
        SearchReading(SearchQuestion(text), vocabulary, nearest: corrections.phrases)
    }

    @Test func `each word must be found, the last of them perhaps as a beginning`() {
        #expect(
            read("School atten").expression(needingAll: true)
                == "(\"school\") AND (\"atten\" *)")
        #expect(
            read("School atten").expression(needingAll: false)
                == "(\"school\") OR (\"atten\" *)")
    }

    @Test func `a term with synonyms is looked for in every way of saying it`() {
        #expect(
            read("LAC school").terms == [
                .init(phrases: [["lac"], ["in", "care"]]),
                .init(phrases: [["school"]], isBeginning: true),
            ])
        #expect(read("in care").terms == [.init(phrases: [["in", "care"], ["lac"]])])
    }

    @Test func `words that are everywhere are left out, unless there are no others`() {
        #expect(read("the school of care").terms.count == 2)
        #expect(read("of the in").terms.last?.isBeginning == false)
        #expect(read("in the").terms.count == 2)
    }

    @Test func `a word that is nowhere gives way to the nearest, and the reader is told`() {
        var corrections = SearchCorrections()
        corrections.words = [IndexedWord(text: "attendance", titleUses: 1, uses: 1)]
        corrections.synonyms = ["attendance": ["absence"]]
        let reading = read("atendence school", corrections)
        #expect(reading.terms.first?.phrases == [["attendance"], ["absence"]])
        #expect(reading.corrected == "attendance school")
        #expect(read("school").corrected == nil)
    }

    @Test func `a word near to none is left out, and with no other nothing is looked for`() {
        #expect(read("zzzzzz school").corrected == "school")
        let none = SearchVocabulary()
        let reading = SearchReading(SearchQuestion("zzzzzz"), none) { _ in nil }
        #expect(reading.isEmpty)
        #expect(reading.corrected == nil)
    }

    @Test func `what is asked for is cut where it has no end`() {
        let question = SearchQuestion(String(repeating: "ab ", count: 4_000))
        #expect(question.typed.count == 201)
        #expect(question.words.count == 32)
        #expect(SearchQuestion(String(repeating: "a", count: 10_000)).words.map(\.count) == [40])
    }

    @Test func `characters without a shape are spaces`() {
        #expect(SearchQuestion(" a\u{0}b\u{7}\n ").typed == "a b")
        #expect(SearchQuestion("\u{0}\t ").typed.isEmpty)
    }

    @Test func `within a list a word may be unfinished wherever it stands`() {
        let reading = SearchReading(within: SearchQuestion("att sch"), vocabulary)
        #expect(reading.terms.map(\.isBeginning) == [true, true])
        #expect(reading.terms.allSatisfy { $0.isSaid(in: ["school", "attendance"]) })
        #expect(!reading.terms.allSatisfy { $0.isSaid(in: ["school", "meals"]) })
        let synonym = SearchReading(within: SearchQuestion("lac"), vocabulary)
        #expect(synonym.terms.first?.isSaid(in: ["moves", "in", "care"]) == true)
        #expect(synonym.terms.first?.isSaid(in: ["lacking"]) == false)
    }
}

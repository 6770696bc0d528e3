import Testing

@testable import Portal

@Suite struct SearchWordsTests {
    @Test(arguments: [
        ("School attendance", ["school", "attendance"]),
        ("#BeeWell: self-reported", ["beewell", "self", "reported"]),
        ("Children's and children’s", ["children", "and", "children"]),
        ("Key stage 4, grades 9–5", ["key", "stage", "4", "grades", "9", "5"]),
        ("A&E", ["a", "e"]),
        ("CYP-A4-01", ["cyp", "a4", "01"]),
        ("café ÉCOLE", ["café", "école"]),
        ("s 's", ["s", "s"]),
        ("", []), ("…?!\u{0}\t🙂", []),
    ])
    func `a text is taken apart into its words`(text: String, words: [String]) {
        #expect(SearchWords(text).texts == words)
    }

    @Test func `a word says where it stands, with what shows whose it is`() throws {
        let text = "Other authorities and children’s care"
        let words = SearchWords(text).words
        #expect(String(text[try #require(words.dropFirst(3).first).place]) == "children’s")
        #expect(String(text[try #require(words.last).place]) == "care")
    }

    @Test(arguments: [
        ("exclusions", ["exclusion"]), ("exclusion", ["exclusions"]),
        ("families", ["family"]), ("family", ["families", "familys"]),
        ("boxes", ["box"]), ("churches", ["church"]), ("illness", ["illnesses"]),
        ("census", ["censuses"]), ("gap", []), ("2024", []),
    ])
    func `a word is known for one thing and for several`(word: String, others: [String]) {
        #expect(WordForms.others(of: word) == others)
    }
}

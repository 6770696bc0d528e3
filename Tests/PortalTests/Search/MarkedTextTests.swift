import Testing

@testable import Portal

@Suite struct MarkedTextTests {
    private let care = SearchReading.Term(phrases: [["lac"], ["in", "care"]])
    private let school = SearchReading.Term(phrases: [["school"], ["sch"]], isBeginning: true)

    /// The text with stars around what is marked.
    private func starred(_ text: MarkedText) -> String {
        text.pieces.map { $0.isMarked ? "*\($0.text)*" : $0.text }.joined()
    }

    @Test(arguments: [
        ("Children in care", "Children *in care*"), ("In  Care, LAC", "*In  Care*, *LAC*"),
        ("caring in", "caring in"), ("Schools’ scheme", "*Schools*’ *scheme*"),
        ("<b>school</b>", "<b>*school*</b>"), ("", ""), ("…", "…"),
    ])
    func `what was found is marked and all else stays as it is`(text: String, marked: String) {
        #expect(starred(MarkedText(text, [care, school])) == marked)
    }

    @Test func `an excerpt is about what was found, and says where it was cut`() {
        let filler = Array(repeating: "word", count: 60).joined(separator: " ")
        let text = MarkedText(excerptOf: "\(filler) school \(filler)", [school], length: 8)
        #expect(starred(text) == "… word word *school* word word word word word …")
    }

    @Test func `an excerpt in which nothing was found is the beginning`() {
        let text = MarkedText(excerptOf: "One two\nthree. Four", [care], length: 3)
        #expect(starred(text) == "One two three …")
        #expect(!text.hasMarks)
    }

    @Test func `a short text is its own excerpt`() {
        #expect(starred(MarkedText(excerptOf: "(At school.)", [school])) == "(At *school*.)")
    }
}

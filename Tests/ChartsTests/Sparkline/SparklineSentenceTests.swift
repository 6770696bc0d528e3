import Charts
import Testing

struct SparklineSentenceTests {
    @Test(
        arguments: [
            (
                [(95.8, "95.8%"), (97.2, "97.2%"), (7.8, "7.8%")],
                "3 figures: from 95.8% to 7.8%, lowest 7.8%, highest 97.2%"
            ),
            ([(5, "5"), (5, "5")], "2 figures: from 5 to 5, lowest 5, highest 5"),
            ([(12, "12 [p]")], "1 figure: 12 [p]"),
            ([], "No figures"),
            ([(.nan, "x"), (12, "12")], "1 figure: 12"),
        ] as [([(Double, String)], String)])
    func `the sentence says what the line shows`(figures: [(Double, String)], words: String) {
        let sentence = SparklineSentence(figures.map { PlottedFigure($0.0, $0.1) })
        #expect(sentence.description == words)
    }
}

import Testing

@testable import Charts

struct TextWidthTests {
    @Test func `lines are as full as fits and keep their words whole`() {
        let text = "Children and Families Scrutiny Committee"
        for width in [90.0, 120, 200, 400] {
            let lines = text.lines(within: width, bold: true)
            #expect(lines.joined(separator: " ") == text)
            for (line, next) in zip(lines, lines.dropFirst()) {
                #expect(line.estimatedWidth(bold: true) <= width)
                let word = next.prefix { $0 != " " }
                #expect((line + " " + word).estimatedWidth(bold: true) > width)
            }
        }
    }

    @Test func `a word that is too wide is broken, and no line is empty`() {
        #expect("aaaa bb".lines(within: 15) == ["aa", "aa", "bb"])
        #expect("ab".lines(within: 0) == ["a", "b"])
        #expect("".lines(within: 50).isEmpty)
    }
}

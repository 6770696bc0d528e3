import Testing

@testable import Portal

@Suite struct InternedTextsTests {
    @Test func `each text has one number, whatever came between`() {
        var texts = InternedTexts()
        let words = (0..<300).map { "text \($0 % 100)" }
        let numbers = words.map { word in
            let bytes = Array(word.utf8)
            return texts.number(bytes, bytes.indices)
        }
        #expect(numbers == (0..<300).map { $0 % 100 })
        #expect((texts.count, texts.text(42)) == (100, "text 42"))
    }

    @Test func `what is no text has a number and no text`() {
        var texts = InternedTexts()
        for bytes in [[0xE9], [0x61, 0]] as [[UInt8]] {
            let number = texts.number(bytes, bytes.indices)
            #expect(texts.text(number) == nil)
        }
    }
}

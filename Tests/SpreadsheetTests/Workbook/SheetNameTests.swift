import Testing

@testable import Spreadsheet

@Suite struct SheetNameTests {
    @Test(arguments: [
        ("Return", "Return"), ("a/b\\c?d*e[f]g:h", "a b c d e f g h"), ("", "Sheet"),
        ("'quoted'", "quoted"), ("It's", "It's"), ("History", "History 1"), (" \n ", "Sheet"),
        ("A name that is longer than Excel allows it", "A name that is longer than Exce"),
        ("Thirty characters and an emoji😀", "Thirty characters and an emoji"),
        ("[c]", "c"), ("Café 中", "Café 中"), ("\u{1}x\u{FFFF}", "x"),
    ])
    func `a name is made such as every program accepts`(name: String, legal: String) {
        var used: Set<String> = []
        #expect(SheetName.legal(name, besides: &used) == legal)
    }

    @Test func `names that differ only in case are told apart`() {
        var used: Set<String> = []
        let long = String(repeating: "x", count: 40)
        let names = ["Data", "DATA", "data", long, long].map { SheetName.legal($0, besides: &used) }
        #expect(
            names == [
                "Data", "DATA (2)", "data (3)", String(repeating: "x", count: 31),
                String(repeating: "x", count: 27) + " (2)",
            ])
    }
}

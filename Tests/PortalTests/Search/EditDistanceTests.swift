import Testing

@testable import Portal

@Suite struct EditDistanceTests {
    // Counted by hand: letters put in, left out, changed, or swapped with their neighbour.
    @Test(arguments: [
        ("", "", 0), ("care", "care", 0), ("car", "care", 1), ("caree", "care", 1),
        ("cire", "care", 1), ("acre", "care", 1), ("saftey", "safety", 1),
        ("attendence", "attendance", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
        ("", "abc", 3),
    ])
    func `the distance is the number of slips`(one: String, other: String, distance: Int) {
        #expect(EditDistance.between(one, other, atMost: 3) == distance)
        #expect(EditDistance.between(other, one, atMost: 3) == distance)
        #expect(EditDistance.between(one, other, atMost: distance) == distance)
        if distance > 0 {
            #expect(EditDistance.between(one, other, atMost: distance - 1) == nil)
        }
    }

    @Test(arguments: [
        ("abc", 0), ("abcd", 1), ("abcde", 1), ("abcdef", 2), ("abcdefghi", 2),
        ("abcdefghij", 3),
    ])
    func `longer words are forgiven more`(word: String, slips: Int) {
        #expect(EditDistance.slipsForgiven(in: word) == slips)
    }

    @Test func `the nearest is near, begins alike, is in titles, is frequent, is first`() {
        let words = [
            IndexedWord(text: "xare", titleUses: 9, uses: 9),
            IndexedWord(text: "cafe", titleUses: 0, uses: 9),
            IndexedWord(text: "cake", titleUses: 1, uses: 1),
            IndexedWord(text: "cave", titleUses: 1, uses: 2),
            IndexedWord(text: "care", titleUses: 1, uses: 2),
            IndexedWord(text: "cart", titleUses: 9, uses: 99),
        ]
        #expect(EditDistance.nearest(to: "cade", among: words) == "care")
        #expect(EditDistance.nearest(to: "cade", among: [words[3], words[2]]) == "cave")
        #expect(EditDistance.nearest(to: "cade", among: [words[1], words[2]]) == "cake")
        #expect(EditDistance.nearest(to: "care", among: [words[0], words[1]]) == "cafe")
        #expect(EditDistance.nearest(to: "cade", among: [words[5]]) == nil)
    }

    @Test(arguments: ["", "lac", "2024", "xylophones"])
    func `what is near to nothing stays as it is`(_ word: String) {
        let words = [
            IndexedWord(text: "lad", titleUses: 1, uses: 1),
            IndexedWord(text: "2025", titleUses: 1, uses: 1),
        ]
        #expect(EditDistance.nearest(to: word, among: words) == nil)
    }
}

extension Day {
    /// Reads a date as people type it: `31 March 2025`, `31 mar 2025`, or `2025-03-31`.
    ///
    /// A month is named by its whole name or its first three letters, and a year has four digits:
    /// 3/4/2025 is another day in other countries. It is `nil` for anything else.
    public init?(typed text: String) {
        // Longer than any date can be typed; what is longer is not looked through.
        guard text.utf8.count <= 40 else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        if words.count == 1, let day = Day(words[0]) {
            self = day
            return
        }
        guard words.count == 3, let day = Self.number(words[0], digits: 1...2),
            let month = (1...12).first(where: { Self.names($0, words[1]) }),
            let year = Self.number(words[2], digits: 4...4)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func names(_ month: Int, _ word: String) -> Bool {
        let name = name(ofMonth: month).lowercased()
        return word == name || word == name.prefix(3)
    }

    private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}

/// A password as who guesses passwords looks at it: without capitals, and without what people add
/// to make it longer.
struct GuessedPassword {
    /// In small letters.
    private let characters: [Character]
    /// From its first letter to its last: digits and marks at the ends are added soon.
    private let core: Range<Int>

    init(_ password: String) {
        characters = Array(password.lowercased())
        let first = characters.firstIndex(where: \.isLetter) ?? 0
        core = first..<((characters.lastIndex(where: \.isLetter) ?? first - 1) + 1)
    }

    /// Whether it is one of those that many people use.
    func isCommon(_ common: CommonPasswords) -> Bool { common.contains(characters) }

    /// Whether it is one of those with digits and marks around it, or between its letters.
    func isPadded(_ common: CommonPasswords) -> Bool {
        guard !core.isEmpty else { return false }
        if common.contains(characters[core].filter(\.isLetterOrDigit)) { return true }
        // Those next to it may stand for letters.
        return (max(0, core.lowerBound - 2)...core.lowerBound).contains { start in
            (core.upperBound...min(characters.count, core.upperBound + 2)).contains { end in
                common.contains(characters[start..<end])
            }
        }
    }

    /// Whether it is one short thing over and over.
    var isRepeated: Bool {
        let words = characters.filter(\.isLetterOrDigit)
        return Set(characters).count <= Self.fewCharacters || Self.isRepeated(characters)
            || Self.isRepeated(words)
            || (core.count * 2 >= characters.count
                && Self.isRepeated(characters[core].filter(\.isLetterOrDigit)))
    }

    private static let fewCharacters = 4

    private static func isRepeated(_ characters: [Character]) -> Bool {
        guard characters.count >= 2 else { return false }
        return (1...characters.count / 2).contains { length in
            length < PasswordRules.length
                && zip(characters, characters.dropFirst(length)).allSatisfy { $0 == $1 }
        }
    }

    /// Whether most of it is keys side by side, or letters or digits in their order, and the rest
    /// is nothing much.
    func isRun(_ common: CommonPasswords) -> Bool {
        var (place, inRuns, rest) = (0, 0, [Character]())
        while place < characters.count {
            let length = run(at: place)
            if length >= Self.shortestRun {
                inRuns += length
                place += length
            } else {
                rest.append(characters[place])
                place += 1
            }
        }
        return inRuns * 2 >= characters.count && Self.isLittle(rest, common)
    }

    /// Short enough to be found, long enough to be none of those that words have in them.
    private static let shortestRun = 4

    private static let lines: [[Character]] = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop[]", "asdfghjkl;'#",
        "zxcvbnm,./", "!\"£$%^&*()_+", "!@#$%^&*()_+", "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0", "qwertzuiop", "azertyuiop",
    ].flatMap { [Array($0), $0.reversed()] }

    /// How many characters from here on follow each other on a line.
    private func run(at place: Int) -> Int {
        var longest = 0
        for line in Self.lines {
            for start in line.indices where line[start] == characters[place] {
                let length = zip(line[start...], characters[place...]).prefix { $0 == $1 }.count
                longest = max(longest, length)
            }
        }
        return longest
    }

    /// Whether it is made of these words, and the rest is nothing much.
    ///
    /// - Parameters:
    ///   - words: In small letters.
    ///   - common: What the rest may not be.
    /// - Returns: `false` where none of the words is in it.
    func isMade(of words: [[Character]], _ common: CommonPasswords) -> Bool {
        LetterSwaps.all.contains { swaps in
            let words = words.map { $0.map(swaps.letter) }
            let read = characters.map(swaps.letter)
            var (place, found, rest) = (0, false, [Character]())
            while place < characters.count {
                if let word = words.first(where: { read[place...].starts(with: $0) }) {
                    found = true
                    place += word.count
                } else {
                    rest.append(characters[place])
                    place += 1
                }
            }
            return found && Self.isLittle(rest, common)
        }
    }

    /// Whether what is left has hardly a letter, or is itself one of those that many people use.
    private static func isLittle(_ rest: [Character], _ common: CommonPasswords) -> Bool {
        let letters = rest.filter(\.isLetter)
        return letters.count < 4 || common.contains(letters)
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}

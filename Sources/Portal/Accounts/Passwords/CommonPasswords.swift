/// Passwords that many people use, which are the first to be guessed.
///
/// They are kept as the bytes of their file, which is in the order of its bytes: to read it costs
/// nothing, and a password is looked up among the lines by halves.
struct CommonPasswords: Sendable {
    private let lines: [UInt8]

    /// Reads the list in a folder: one a line, in small letters, in the order of their bytes.
    ///
    /// - Throws: `FolderError` when it cannot be read.
    init(_ folder: Folder) throws(FolderError) {
        self.init(lines: Array(try folder.text(of: Self.file).utf8))
        guard !lines.isEmpty else {
            throw FolderError(path: "\(folder.path)/\(Self.file)", reason: "no password in it")
        }
        if let number = unorderedLine {
            throw FolderError(
                path: "\(folder.path)/\(Self.file):\(number)",
                reason: "this line belongs before the one above it; sort the file by its bytes, "
                    + "as LC_ALL=C sort does")
        }
    }

    /// Takes the list itself.
    init(lines: [UInt8]) {
        self.lines = lines
    }

    private static let file = "common.txt"

    /// Whether a text is one of them as it is, or with digits and marks for letters.
    func contains(_ text: some Sequence<Character>) -> Bool {
        let text = Array(text)
        return has(String(text))
            || LetterSwaps.all.contains { has(String(text.map($0.letter))) }
    }

    /// The number of the first line that is not behind the one before it, counting none that
    /// are empty.
    private var unorderedLine: Int? {
        let bytes = lines.span
        var (before, start, number) = (0..<0, 0, 0)
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != Self.newline { end += 1 }
            if start < end {
                number += 1
                if Self.isEarlier(start..<end, than: before, in: bytes) { return number }
                before = start..<end
            }
            start = end + 1
        }
        return nil
    }

    /// Whether the bytes of a range come before those of another.
    private static func isEarlier(
        _ range: Range<Int>, than other: Range<Int>, in bytes: Span<UInt8>
    ) -> Bool {
        let shared = min(range.count, other.count)
        for place in 0..<shared
        where bytes[range.lowerBound + place] != bytes[other.lowerBound + place] {
            return bytes[range.lowerBound + place] < bytes[other.lowerBound + place]
        }
        return range.count < other.count
    }

    private func has(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        var (low, high) = (0, lines.count)
        while low < high {
            let start = lineStart((low + high) / 2)
            let end = lines[start...].firstIndex(of: Self.newline) ?? lines.count
            let line = lines[start..<end]
            if line.elementsEqual(wanted) { return true }
            if line.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
        }
        return false
    }

    /// Where the line begins that a place is in.
    private func lineStart(_ place: Int) -> Int {
        lines[..<place].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
    }

    private static let newline = UInt8(ascii: "\n")
}

/// Digits and marks that stand for the letters they look like, which guessing takes into account.
struct LetterSwaps {
    private let letters: [Character: Character]

    /// Two, since a 1 can be an `i` or an `l`.
    static let all = [
        LetterSwaps(letters: common.merging(["1": "i", "!": "i"]) { $1 }),
        LetterSwaps(letters: common.merging(["1": "l", "!": "l"]) { $1 }),
    ]

    private static let common: [Character: Character] = [
        "0": "o", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "8": "b",
        "9": "g", "|": "l", "£": "l", "€": "e",
    ]

    /// The letter that a character stands for; itself, if for none.
    func letter(_ character: Character) -> Character { letters[character] ?? character }
}

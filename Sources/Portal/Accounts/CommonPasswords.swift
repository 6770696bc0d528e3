/// Passwords that many people use, which are the first to be guessed.
struct CommonPasswords: Sendable {
    private let all: Set<String>

    /// Reads the list in a folder: one a line, in small letters.
    ///
    /// - Throws: `FolderError` when it cannot be read.
    init(_ folder: Folder) throws(FolderError) {
        let text = try folder.text(of: Self.file)
        all = Set(text.split(separator: "\n").map(String.init))
        guard !all.isEmpty else {
            throw FolderError(path: "\(folder.path)/\(Self.file)", reason: "no password in it")
        }
    }

    private static let file = "common.txt"

    /// Whether a text is one of them as it is, or with digits and marks for letters.
    func contains(_ text: some Sequence<Character>) -> Bool {
        let text = Array(text)
        return all.contains(String(text))
            || LetterSwaps.all.contains { all.contains(String(text.map($0.letter))) }
    }
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

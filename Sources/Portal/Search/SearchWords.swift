/// The words of a text, in small letters, and where each stands in it.
///
/// What is indexed, what is looked for and what is marked are all taken apart here, so that they
/// agree on what a word is: letters, digits and the marks above them. All else parts words.
struct SearchWords: Equatable {
    /// One word.
    struct Word: Equatable {
        let text: String
        let place: Range<String.Index>
    }

    private(set) var words: [Word] = []

    /// Takes a text apart, byte by byte where letters are ASCII: a scalar takes several times as
    /// long to read, and a page of results has thousands.
    init(_ text: String) {
        let bytes = text.utf8
        var start: String.Index?
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let isInWord: Bool
            let next: String.Index
            if let isInASCIIWord = bytes[at].isInASCIIWord {
                isInWord = isInASCIIWord
                next = bytes.index(after: at)
            } else {
                isInWord = text.unicodeScalars[at].isLetterOrNumber
                next = text.unicodeScalars.index(after: at)
            }
            if isInWord {
                start = start ?? at
            } else if let first = start {
                add(text, first..<at)
                start = nil
            }
            at = next
        }
        if let start { add(text, start..<at) }
    }

    /// The words alone.
    var texts: [String] { words.map(\.text) }

    /// The words with a space between them.
    var joined: String { texts.joined(separator: " ") }

    private mutating func add(_ text: String, _ place: Range<String.Index>) {
        let word = text[place].lowercased()
        // Whose something is, is no word of its own: "children's" is found as "children".
        if word == "s", let last = words.last,
            Self.isApostrophe(text.unicodeScalars[last.place.upperBound..<place.lowerBound])
        {
            words[words.count - 1] = Word(
                text: last.text, place: last.place.lowerBound..<place.upperBound)
            return
        }
        words.append(Word(text: word, place: place))
    }

    private static func isApostrophe(_ between: Substring.UnicodeScalarView) -> Bool {
        between.count == 1 && (between.first == "'" || between.first == "\u{2019}")
    }
}

extension UInt8 {
    /// Whether it is an ASCII letter or digit; `nil` where it is a part of another scalar.
    fileprivate var isInASCIIWord: Bool? {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case 0x80...: nil
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isLetterOrNumber: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            true
        case .enclosingMark, .connectorPunctuation, .dashPunctuation, .openPunctuation,
            .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .spaceSeparator,
            .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse,
            .unassigned:
            false
        @unknown default:
            false
        }
    }
}

/// The forms in which an English word may stand for one thing and for several.
enum WordForms {
    /// The other forms of a word: `exclusion` of `exclusions`, and the other way.
    static func others(of word: String) -> [String] {
        guard word.count > 3, word.allSatisfy(\.isLetter) else { return [] }
        if word.hasSuffix("ies") { return [word.dropLast(3) + "y"] }
        if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") {
            return [word + "es"]
        }
        if ["ches", "shes", "sses", "xes"].contains(where: word.hasSuffix) {
            return [String(word.dropLast(2))]
        }
        if word.hasSuffix("s") { return [String(word.dropLast())] }
        if word.hasSuffix("y") { return [word.dropLast() + "ies", word + "s"] }
        return [word + "s"]
    }

    /// Words that are in most texts and so find nothing.
    static let empty: Set<String> = [
        "a", "an", "and", "are", "at", "be", "by", "do", "for", "from", "has", "have", "how",
        "in", "is", "it", "many", "of", "on", "or", "our", "that", "the", "their", "to", "we",
        "what", "which", "with", "who",
    ]
}

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

    init(_ text: String) {
        let scalars = text.unicodeScalars
        var at = scalars.startIndex
        while at < scalars.endIndex {
            guard scalars[at].isInWord else {
                at = scalars.index(after: at)
                continue
            }
            let end = scalars[at...].firstIndex { !$0.isInWord } ?? scalars.endIndex
            add(text, at..<end)
            at = end
        }
    }

    /// The words alone.
    var texts: [String] { words.map(\.text) }

    /// The words with a space between them.
    var joined: String { texts.joined(separator: " ") }

    private mutating func add(_ text: String, _ place: Range<String.Index>) {
        let word = String(String.UnicodeScalarView(text.unicodeScalars[place])).lowercased()
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

extension Unicode.Scalar {
    fileprivate var isInWord: Bool {
        // Nearly all of them; what is asked of the others costs a search in tables.
        if isASCII { return isASCIILetterOrDigit }
        return isLetterOrNumber
    }

    private var isASCIILetterOrDigit: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }

    private var isLetterOrNumber: Bool {
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

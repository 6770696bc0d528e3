/// The names by which what was promised in one edition is found again in the next.
///
/// They are made of what is promised and of nothing else, so that they stay the same when its
/// state, its date or whoever answers for it changes; other words are another promise. Where two
/// would have the same name, the second has a number behind it.
struct CommitmentKeys {
    private var known: Set<String> = []

    /// That of an action on a measure or an objective: `action/ATT-01/3f2a90c1d4e5`.
    ///
    /// Of its words not the capitals, the spaces or a full stop at the end.
    mutating func action(_ code: String, _ what: String) -> String {
        unique("action/\(code)/\(Self.digest(what))")
    }

    /// That of a project: `project/family-hubs-in-each-neighbourhood`.
    mutating func project(_ what: String) -> String { unique("project/\(Self.slug(what))") }

    /// That of a risk: `risk/too-few-foster-carers`.
    mutating func risk(_ what: String) -> String { unique("risk/\(Self.slug(what))") }

    private mutating func unique(_ key: String) -> String {
        var own = key
        var number = 1
        while !known.insert(own).inserted {
            number += 1
            own = "\(key)-\(number)"
        }
        return own
    }

    private static func digest(_ what: String) -> String {
        let words = what.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let text = words.hasSuffix(".") ? String(words.dropLast()) : words
        return String(sha256(Array(text.utf8)).prefix(digestLength))
    }

    /// The words in small letters with hyphens between them, as many as there is room for.
    private static func slug(_ what: String) -> String {
        let words = what.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var slug = ""
        for word in words {
            guard slug.count + word.count < mostOfSlug else { break }
            slug += slug.isEmpty ? String(word) : "-\(word)"
        }
        return slug.isEmpty ? digest(what) : slug
    }

    private static let digestLength = 12
    private static let mostOfSlug = 60
}

import Scorecard

/// A place in which words may tell a number that readers see withheld.
struct WithheldMention: Equatable {
    let field: EditionField
    let measure: Link
}

/// The numbers of a measure that readers see withheld, as they would be written.
struct WithheldNumbers {
    let measure: String
    let numbers: Set<String>
}

/// What is written of each measure of a report, to be held against its withheld numbers.
struct MeasureMentions {
    /// The texts in which a measure is named, by its code.
    private var texts: [String: [(field: EditionField, text: String)]] = [:]
    private var links: [String: Link] = [:]

    /// The measures that something is written of, by their codes.
    private(set) var measures: [String: MeasureFacts] = [:]

    init(_ source: EditionSource) {
        let fields = source.content.typed.fields
        // A text at length is about a measure where a line of it names that.
        let lines = fields.filter { Self.isProse($0.key) }.flatMap { name, text in
            text.items.map { (EditionField(name: name), $0, $0.lowercased()) }
        }
        for standing in source.measures.all {
            let measure = standing.measure
            let own = source.content[.exception(measure.code)]
            let title = measure.title.lowercased()
            var found = lines.filter { $0.2.contains(title) }.map { ($0.0, $0.1) }
            if !own.isBlank { found.append((.exception(measure.code), own)) }
            guard !found.isEmpty else { continue }
            texts[measure.code] = found.map { (field: $0.0, text: $0.1) }
            measures[measure.code] = measure
            links[measure.code] = Link(
                href: Links.withheld(ofMeasure: measure.slug), label: measure.title)
        }
    }

    private static func isProse(_ name: String) -> Bool {
        let prose: [EditionField] = [
            .overview, .headlines, .goodPractice, .forCabinet, .finance,
        ]
        // Of projects and risks everything is typed, too.
        let beginnings = ["delivery/", "outcome/", "project-", "risk-"]
        return prose.contains { $0.name == name } || beginnings.contains(where: name.hasPrefix)
    }

    /// Where a withheld number of the same measure is written, in figures or in words.
    func found(_ withheld: [WithheldNumbers]) -> [WithheldMention] {
        withheld.flatMap { own -> [WithheldMention] in
            var known: Set<EditionField> = []
            return (texts[own.measure] ?? []).compactMap { field, text in
                guard let link = links[own.measure],
                    !Self.numbers(in: text).isDisjoint(with: own.numbers),
                    known.insert(field).inserted
                else { return nil }
                return WithheldMention(field: field, measure: link)
            }
        }.sorted { ($0.field.name, $0.measure.label) < ($1.field.name, $1.measure.label) }
    }

    /// The numbers that a text tells, as they would be written without commas.
    static func numbers(in text: String) -> Set<String> {
        var numbers: Set<String> = []
        var word = ""
        for character in text + " " {
            if character.isLetter || character.isNumber || character == "." || character == ","
                || character == "/"
            {
                word.append(character)
                continue
            }
            var plain = word.filter { $0 != "," }
            while plain.last == "." { plain.removeLast() }
            let isNumber = plain.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
            if isNumber, !plain.isEmpty { numbers.insert(plain) }
            if let place = words.firstIndex(of: plain.lowercased()) {
                numbers.insert("\(place + 1)")
            }
            word = ""
        }
        return numbers
    }

    private static let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
}

import Scorecard

/// Which entries of the trail are asked for, as the address says it.
struct TrailFilter: Equatable, Sendable {
    /// A day as it was typed, and the day if it can be understood.
    struct TypedDay: Equatable, Sendable {
        var text = ""
        var day: Day?
    }

    /// The name of who acted, as it was then.
    var person = ""
    var action: TrailAction?
    var kind: TrailEntry.Subject.Kind?
    /// The name of what it was done to; of a measure's code all its figures, too.
    var subject = ""
    var address = ""
    var from = TypedDay()
    var to = TypedDay()
    /// Words of the reason.
    var words = ""

    /// Which of the newest entries come first on the page.
    var cursor = TrailCursor.newest
}

/// Where a page of the trail begins.
enum TrailCursor: Equatable, Sendable {
    case newest
    /// With the oldest, and goes on to newer ones.
    case oldest
    /// With the next older than this one.
    case before(Int)
    /// With the next newer than this one, and goes on to newer ones.
    case after(Int)

    /// Whether entries come in the order in which they were written.
    var isUpwards: Bool {
        switch self {
        case .oldest, .after: true
        case .newest, .before: false
        }
    }
}

extension TrailFilter {
    /// Longer than anything that can be looked for.
    private static let longest = 200

    /// Reads the filter by the names of fields.
    ///
    /// - Throws: `Refusal.notFound` for an action or a kind that there is not, or a place in the
    ///   trail that is no number.
    init(_ field: (String) -> String?) throws {
        func text(_ name: String) -> String {
            let words = (field(name) ?? "").split(whereSeparator: \.isWhitespace)
            return String(words.joined(separator: " ").unicodeScalars.prefix(Self.longest))
        }
        person = text("person")
        subject = text("subject")
        address = text("address")
        words = text("words")
        from = TypedDay(text: text("from"), day: Day(typed: text("from")))
        to = TypedDay(text: text("to"), day: Day(typed: text("to")))
        action = try Self.choice("action", text("action"))
        kind = try Self.choice("kind", text("kind"))
        if let number = field("before") { cursor = .before(try place(number)) }
        if let number = field("after") { cursor = .after(try place(number)) }
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ text: String
    ) throws -> Choice? where Choice.RawValue == String {
        guard !text.isEmpty else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw Refusal.notFound(
                NotFound(
                    what: "The audit trail cannot be chosen by \(name) “\(text)”.",
                    choicesHeading: "What it can be chosen by",
                    choices: Choice.allCases.map {
                        Link(
                            href: AddressQuery(path: TrailLinks.trail, [(name, $0.rawValue)]).text,
                            label: $0.rawValue.capitalisedFirst)
                    }))
        }
        return choice
    }

    private func place(_ text: String) throws -> Int {
        guard let number = Int(text), number > 0, "\(number)" == text else {
            throw Refusal.notFound(
                NotFound(
                    what: "The audit trail has no entry “\(text)”.",
                    choicesHeading: "What there is",
                    choices: [Link(href: query.text, label: "The newest entries")]))
        }
        return number
    }

    /// Whether nothing is left out.
    var isEverything: Bool { pairs.allSatisfy(\.value.isEmpty) }

    /// The names and values of the fields that were filled in.
    var pairs: [(name: String, value: String)] {
        [
            ("person", person), ("action", action?.rawValue ?? ""),
            ("kind", kind?.rawValue ?? ""), ("subject", subject), ("address", address),
            ("from", from.day?.description ?? from.text), ("to", to.day?.description ?? to.text),
            ("words", words),
        ].filter { !$0.1.isEmpty }
    }

    /// The address of the first page.
    var query: AddressQuery { AddressQuery(path: TrailLinks.trail, pairs) }

    /// What is wrong with the days, by field.
    var errors: [(field: String, words: String)] {
        var errors: [(field: String, words: String)] = []
        for (name, label, typed) in [("from", "First day", from), ("to", "Last day", to)]
        where !typed.text.isEmpty && typed.day == nil {
            errors.append((name, "\(label) must be a real date, like 31 March 2026"))
        }
        if let first = from.day, let last = to.day, last < first {
            errors.append(("to", "Last day must be the same as or after the first day"))
        }
        return errors
    }

    /// What is asked for, as the trail keeps it of an export.
    var object: JSONObject { JSONObject(pairs.map { ($0.name, $0.value) }) }
}

/// Where the trail's pages are.
enum TrailLinks {
    static let trail = "/audit"
    static let export = "/audit/export"

    static func entry(_ number: Int) -> String { "/audit/\(number)" }

    /// All entries about one thing.
    static func entries(_ kind: TrailEntry.Subject.Kind?, _ subject: String) -> String {
        AddressQuery(path: trail, [("kind", kind?.rawValue ?? ""), ("subject", subject)]).text
    }

    /// All that one person did.
    static func entries(by person: String) -> String {
        AddressQuery(path: trail, [("person", person)]).text
    }
}

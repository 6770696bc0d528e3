/// What one box holds.
public enum BoxReading: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A number of the kind that is asked for.
    case number(FixedDecimal)
    /// Something else, and the words for it.
    case fault(String)

    /// Reads what was typed in a box.
    public init(_ typed: String, in box: EntryBox, _ terms: EntryTerms) {
        let isCount = box != .value || terms.shape == .count
        let words: String?
        do {
            let input = try DecimalInput(typed)
            words = isCount ? input.wordsAsCount : input.words(as: terms.kind)
            if words == nil {
                self = .number(input.value)
                return
            }
        } catch .empty {
            self = .empty
            return
        } catch {
            words = isCount ? error.wordsForCount : error.words
        }
        self = .fault("\(terms.name(of: box).capitalisedFirst) \(words ?? "")")
    }

    /// Whether nothing was typed.
    public var isEmpty: Bool {
        if case .empty = self { true } else { false }
    }

    /// The number, if it is one.
    public var number: FixedDecimal? {
        if case .number(let number) = self { number } else { nil }
    }

    /// What is wrong with it, if anything is.
    public var fault: String? {
        if case .fault(let words) = self { words } else { nil }
    }
}

extension DecimalInput {
    /// Why this is no count, as the end of a sentence; `nil` if it is one.
    var wordsAsCount: String? {
        if let mark { return "must be a whole number, like 38, without a \(mark.name)" }
        if value < .zero { return "must be 0 or more" }
        return value.decimals == 0 ? nil : "must be a whole number, like 38"
    }

    /// Why this is no figure of a kind, as the end of a sentence; `nil` if it is one.
    ///
    /// A percent sign goes with percentages and with the points that they differ by. No figure is
    /// a sum of money.
    func words(as kind: ValueKind) -> String? {
        guard let mark else { return nil }
        let isExpected =
            switch kind {
            case .percentage, .composition, .points: mark == .percent
            case .rate, .count, .score, .narrative: false
            }
        return isExpected ? nil : "must be a number, like 14.3, without a \(mark.name)"
    }
}

extension DecimalInput.Mark {
    fileprivate var name: String {
        switch self {
        case .percent: "percent sign"
        case .pounds: "pound sign"
        }
    }
}

extension DecimalRefusal {
    /// The end of a sentence about a count, whose example is a whole number.
    var wordsForCount: String {
        switch self {
        case .empty, .shortened: words
        case .notANumber, .fraction, .brackets, .tooManyPlaces: "must be a whole number, like 38"
        case .misplacedComma: "must have commas only between thousands, like 1,234"
        case .tooLarge: "must be between 0 and 92 billion"
        }
    }
}

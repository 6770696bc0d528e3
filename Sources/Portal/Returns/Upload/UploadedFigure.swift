import Scorecard

/// A cell that holds a number of a figure, as an entry keeps it.
struct UploadedFigure {
    /// What the entry is to hold; empty to take away what is there.
    let text: String
    /// Why it cannot be taken.
    let fault: String?

    init(_ cell: UploadedCell, _ box: EntryBox, _ terms: EntryTerms) {
        switch cell {
        case .blank: (text, fault) = ("", nil)
        case .fault(let words): (text, fault) = ("", words)
        case .day(let day):
            (text, fault) = ("", "'\(day.label)' is a date, and not a number")
        case .number(let number, let isPercentage):
            let isExpected = box == .value && terms.shape != .count && terms.kind.isOfPercent
            text = isPercentage && !isExpected ? number + "%" : number
            fault = Self.fault(text, box, terms)
        case .text(UploadedCell.clearing): (text, fault) = ("", nil)
        case .text(let typed):
            text = typed
            fault = Self.fault(typed, box, terms)
        }
    }

    /// The text with a count as the portal writes it in its boxes: `65,000` for `65000`.
    var written: String {
        guard text.utf8.count > 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return text
        }
        return Int(text).flatMap(FixedDecimal.init(exactly:))?.formatted(decimals: 0) ?? text
    }

    private static func fault(_ text: String, _ box: EntryBox, _ terms: EntryTerms) -> String? {
        // Most are plain counts.
        if text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return nil
        }
        guard let words = BoxReading(text, in: box, terms).fault else { return nil }
        do throws(DecimalRefusal) {
            _ = try DecimalInput(text)
        } catch .notANumber {
            return "'\(text.prefix(60))' is not a number"
        } catch {}
        return words
    }
}

/// A cell that holds words, as an entry keeps them.
struct UploadedWords {
    /// What the entry is to hold; empty to take away what is there.
    let text: String
    /// Why it cannot be taken.
    let fault: String?

    init(_ cell: UploadedCell, _ field: EntryField) {
        let typed: String
        switch cell {
        case .blank, .text(UploadedCell.clearing):
            (text, fault) = ("", nil)
            return
        case .fault(let words):
            (text, fault) = ("", words)
            return
        case .text(let words): typed = words
        case .number(let number, let isPercentage): typed = isPercentage ? number + "%" : number
        case .day(let day): typed = day.label
        }
        switch field {
        case .figure: (text, fault) = Self.flag(typed)
        case .progress: (text, fault) = Self.progress(typed)
        case .by:
            text = typed
            fault =
                Day(typedOrMonth: typed) == nil
                ? "'\(typed.prefix(60))' is not a date, like 31 March 2027" : nil
        case .forecast: (text, fault) = Self.forecast(cell, typed)
        default:
            text = typed
            let isLong = typed.utf8.count > EntryWordsCheck.longest
            fault =
                isLong && typed.count > EntryWordsCheck.longest
                ? "it must be \(EntryWordsCheck.longest) characters or fewer. It has \(typed.count)"
                : nil
        }
    }

    private static func flag(_ typed: String) -> (String, String?) {
        let folded = typed.lowercased()
        let flag = EntryFlag.allCases.first {
            folded == $0.rawValue || folded == $0.words.lowercased()
        }
        if let flag { return (flag.rawValue, nil) }
        let choices = EntryFlag.allCases.map(\.words)
        return (typed, "'\(typed.prefix(60))' is none of \(Wording.list(choices, "and"))")
    }

    private static func progress(_ typed: String) -> (String, String?) {
        let folded = typed.lowercased()
        let state = ActionState.allCases.first {
            folded == $0.rawValue || folded == $0.words.lowercased()
        }
        if let state { return (state.rawValue, nil) }
        let choices = ActionState.allCases.map(\.words)
        return (typed, "'\(typed.prefix(60))' is none of \(Wording.list(choices, "and"))")
    }

    private static func forecast(_ cell: UploadedCell, _ typed: String) -> (String, String?) {
        var text = typed
        // The forecast is in the measure's own unit, as its value is.
        if case .number(let number, _) = cell { text = number }
        do throws(DecimalRefusal) {
            _ = try DecimalInput(text)
            return (text, nil)
        } catch {
            return (text, "'\(text.prefix(60))' is not a number")
        }
    }
}

extension ValueKind {
    /// Whether its figures are hundredths, so that a cell shown as a percentage is one.
    fileprivate var isOfPercent: Bool {
        switch self {
        case .percentage, .composition, .points: true
        case .rate, .count, .score, .narrative: false
        }
    }
}

import Scorecard

/// What is wrong with what was typed besides the numbers.
struct EntryWordsCheck {
    /// The most characters that a comment may have.
    static let longest = 600

    /// The most years after a period's end in which something may still be done about it.
    static let mostYears = 10

    private(set) var faults: [EntryCheck.Fault] = []
    private let entry: ReturnEntry
    private var content: EntryContent { entry.content }
    private var title: String { entry.measure.facts.title }

    /// Looks through the words; `status` is what the figure would be judged, if there is one.
    init(_ entry: ReturnEntry, flag: EntryFlag?, status: TargetStatus?) {
        self.entry = entry
        switch flag {
        case nil: addFlag()
        case .nothing: need(.reason, "Enter why there is nothing to report")
        case .final, .provisional, .estimated: addNeeds(status)
        }
        addLengths()
        addAction()
        addForecast()
    }

    private mutating func add(_ field: EntryField, _ words: String, isMissing: Bool = false) {
        faults.append(EntryCheck.Fault(field: field, words: words, isMissing: isMissing))
    }

    private mutating func need(_ field: EntryField, _ words: String) {
        if content[field].isBlank { add(field, words, isMissing: true) }
    }

    /// What no list offers is no answer, and is not kept back quietly with a draft.
    private mutating func addFlag() {
        add(
            .figure,
            "Choose whether \(title) is final, provisional, estimated or nothing to report",
            isMissing: content[.figure].isBlank)
    }

    /// What a figure must come with.
    private mutating func addNeeds(_ status: TargetStatus?) {
        if entry.typed().isBlank {
            for fault in entry.measure.terms?.missing ?? [] {
                add(.number(fault.box), fault.words, isMissing: true)
            }
        }
        let isTold = entry.measure.shape != nil
        if status == .offTarget || status == .close || !isTold {
            need(.comment, "Enter a comment about \(title)")
        }
        guard status == .offTarget else { return }
        need(.action, "Enter what will be done about \(title)")
        need(.who, "Enter who is responsible for \(title)")
        need(.by, "Enter when the action on \(title) will be done")
    }

    private mutating func addLengths() {
        for (field, name) in Self.texts {
            let count = content[field].count
            guard count > Self.longest else { continue }
            add(field, "\(name) must be \(Self.longest) characters or fewer. It has \(count)")
        }
    }

    private mutating func addAction() {
        if let words = dayWords { add(.by, "When the action will be done \(words)") }
        if !content[.progress].isEmpty, ActionState(rawValue: content[.progress]) == nil {
            add(.progress, "Choose how far the action is")
        }
    }

    /// What is wrong with the day by which something will be done.
    ///
    /// An action answers a figure, so that it ends no earlier than the time the figure is for.
    private var dayWords: String? {
        let typed = content[.by]
        guard !typed.isBlank else { return nil }
        guard let day = Day(typedOrMonth: typed) else {
            return Day(typedOrMonth: typed + " 2028") == nil
                ? "must be a real date, like 31 March 2027" : "must include a year"
        }
        let end = entry.period.end
        if day < end { return "must be \(end.label) or later, after the period of the figure" }
        return day.year > end.year + Self.mostYears
            ? "must be within \(Self.mostYears) years of \(end.label)" : nil
    }

    private mutating func addForecast() {
        let typed = content[.forecast]
        guard !typed.isBlank else { return }
        guard let terms = entry.measure.terms, entry.forecastPeriod != nil else {
            add(.forecast, "Clear the forecast, which is not needed")
            return
        }
        if let words = terms.fault(ofForecast: typed) {
            add(.forecast, "Forecast for the year \(words)")
        }
    }

    private static let texts: [(EntryField, String)] = [
        (.reason, "Why there is nothing to report"), (.comment, "Comment"), (.why, "Why it is so"),
        (.doing, "What we are doing"), (.action, "What will be done"),
        (.who, "Who is responsible"), (.rightBecause, "Why the figure is right"),
    ]
}

extension TypedFigure {
    var isBlank: Bool { numerator.isBlank && denominator.isBlank && value.isBlank }
}

extension String {
    /// Whether it holds nothing but spaces.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Day {
    /// Reads a date as people type it, or a month and year, which mean the last day of that.
    init?(typedOrMonth text: String) {
        if let day = Day(typed: text) {
            self = day
            return
        }
        guard text.utf8.count <= 40, let first = Day(typed: "1 " + text),
            let month = Period(.month, containing: first)
        else { return nil }
        self = month.end
    }
}

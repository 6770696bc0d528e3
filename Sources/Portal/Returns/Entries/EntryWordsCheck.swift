import Scorecard

/// What is wrong with what was typed besides the numbers.
struct EntryWordsCheck {
    /// The most characters that a comment may have.
    static let longest = 600

    let faults: [EntryCheck.Fault]

    /// Looks through the words; `status` is what the figure would be judged, if there is one.
    init(_ entry: ReturnEntry, flag: EntryFlag?, status: TargetStatus?) {
        let title = entry.measure.facts.title
        var faults: [EntryCheck.Fault] = []
        func add(_ field: EntryField, _ words: String, isMissing: Bool = true) {
            faults.append(EntryCheck.Fault(field: field, words: words, isMissing: isMissing))
        }
        let content = entry.content
        let isTold = entry.measure.shape != nil
        switch flag {
        case nil:
            add(
                .figure,
                "Choose whether \(title) is final, provisional, estimated or nothing to report")
        case .nothing:
            if content[.reason].isBlank { add(.reason, "Enter why there is nothing to report") }
        case .final, .provisional, .estimated:
            if entry.typed().isBlank {
                for fault in entry.measure.terms?.missing ?? [] {
                    add(.number(fault.box), fault.words)
                }
            }
            let isJudged = status == .offTarget || status == .close || !isTold
            if isJudged, content[.comment].isBlank {
                add(.comment, "Enter a comment about \(title)")
            }
            if status == .offTarget {
                if content[.action].isBlank {
                    add(.action, "Enter what will be done about \(title)")
                }
                if content[.who].isBlank { add(.who, "Enter who is responsible for \(title)") }
                if content[.by].isBlank {
                    add(.by, "Enter when the action on \(title) will be done")
                }
            }
        }
        for (field, name) in Self.texts {
            let count = content[field].count
            guard count > Self.longest else { continue }
            add(
                field,
                "\(name) must be \(Self.longest) characters or fewer. It has \(count)",
                isMissing: false)
        }
        if !content[.by].isBlank, Day(typedOrMonth: content[.by]) == nil {
            add(.by, "When it will be done must be a date, like 31 March 2027", isMissing: false)
        }
        if !content[.forecast].isBlank {
            do throws(DecimalRefusal) {
                _ = try DecimalInput(content[.forecast])
            } catch {
                add(.forecast, "Forecast for the year \(error.words)", isMissing: false)
            }
        }
        if !content[.progress].isEmpty, ActionState(rawValue: content[.progress]) == nil {
            add(.progress, "Choose how far the action is", isMissing: false)
        }
        self.faults = faults
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

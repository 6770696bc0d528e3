import HTTPServer
import Scorecard

/// The dates and the note of a round.
struct RoundTerms: Equatable {
    let dates: RoundDates
    let note: String?
}

/// What is typed and ticked of a round.
struct RoundForm {
    /// The quarter whose figures are collected.
    let quarter: String
    let opens: String
    let closes: String
    let note: String
    /// The names of the figures that are ticked.
    let ticked: Set<String>
    /// That of the round from which the form was drawn.
    let revision: Int?

    private static let mark = "ask/"
    static let longestNote = 600
    /// A closing date more days after its quarter than this is a slip.
    static let longest = 400

    init(_ fields: Query) {
        func line(_ name: String) -> String { (fields[name] ?? "").readable.stripped }
        quarter = line("quarter")
        opens = line("opens")
        closes = line("closes")
        note = line("note")
        ticked = Set(
            fields.pairs.filter { $0.name.hasPrefix(Self.mark) && $0.value == "yes" }
                .map { String($0.name.dropFirst(Self.mark.count)) })
        revision = fields["revision"].flatMap { Int($0) }
    }

    /// The form of a new round as it is first drawn.
    init(_ quarter: FinancialQuarter, _ dates: RoundDates, ticked: [DueFigure]) {
        self.quarter = quarter.description
        opens = dates.opensOn.label
        closes = dates.closesOn.label
        note = ""
        self.ticked = Set(ticked.map(\.name))
        revision = nil
    }

    /// The form of a round that there is.
    init(_ round: CollectionRound) {
        quarter = round.period.description
        opens = round.opensOn.label
        closes = round.closesOn.label
        note = round.note ?? ""
        ticked = []
        revision = round.revision
    }

    /// The control of a figure.
    static func name(of figure: DueFigure) -> String { mark + figure.name }

    /// The dates and the note, or what is wrong with them.
    ///
    /// - Parameters:
    ///   - period: The quarter that is asked for.
    ///   - today: The day it is, where the closing date must not lie before it.
    /// - Returns: Them, or faults.
    func terms(of period: Period, on today: Day?) -> Result<RoundTerms, FieldFaults> {
        var faults: [FieldFault] = []
        let opensOn = day(opens, "opens", "Opening date", &faults)
        let closesOn = day(closes, "closes", "Closing date", &faults)
        if let opensOn, opensOn <= period.end {
            faults.append(
                FieldFault(
                    field: "opens",
                    words: "Opening date must be after \(period.end.label), the last day that is "
                        + "asked about"))
        }
        if let words = closesOn.flatMap({ closingFault($0, opensOn, period, today) }) {
            faults.append(FieldFault(field: "closes", words: words))
        }
        if note.count > Self.longestNote {
            faults.append(
                FieldFault(
                    field: "note",
                    words: "Note must be \(Self.longestNote) characters or fewer. It has "
                        + "\(note.count)"))
        }
        guard faults.isEmpty, let opensOn, let closesOn else {
            return .failure(FieldFaults(all: faults))
        }
        return .success(
            RoundTerms(
                dates: RoundDates(opensOn: opensOn, closesOn: closesOn),
                note: note.isEmpty ? nil : note))
    }

    private func closingFault(
        _ day: Day, _ opensOn: Day?, _ period: Period, _ today: Day?
    ) -> String? {
        if let opensOn, day < opensOn { return "Closing date must not be before the opening date" }
        if let today, day < today { return "Closing date must be today or later" }
        let last = period.end.adding(days: Self.longest)
        guard day > last else { return nil }
        return "Closing date must be \(last.label) or earlier"
    }

    private func day(
        _ text: String, _ field: String, _ label: String, _ faults: inout [FieldFault]
    ) -> Day? {
        if let day = Day(typed: text) { return day }
        let words =
            text.isEmpty
            ? "Enter the \(label.lowercasedFirst)" : "\(label) must be a date, like 14 August 2026"
        faults.append(FieldFault(field: field, words: words))
        return nil
    }
}

extension String {
    /// The text with one kind of line end and nothing that cannot be written on a page.
    fileprivate var readable: String {
        var clean = String.UnicodeScalarView()
        for scalar in replacingLineEnds.unicodeScalars
        where scalar == "\n" || scalar.properties.generalCategory != .control {
            clean.append(scalar)
        }
        return String(clean)
    }

    private var replacingLineEnds: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .joined(separator: "\n")
    }
}

/// The boxes of a figure, each read by itself, and what they say together.
struct TypedBoxes {
    private let typed: TypedFigure
    private let terms: EntryTerms
    private let numerator: BoxReading
    private let denominator: BoxReading
    private let value: BoxReading

    /// Reads every box.
    init(_ typed: TypedFigure, _ terms: EntryTerms) {
        self.typed = typed
        self.terms = terms
        numerator = BoxReading(typed.numerator, in: .numerator, terms)
        denominator = BoxReading(typed.denominator, in: .denominator, terms)
        value = BoxReading(typed.value, in: .value, terms)
    }

    /// Whether nothing was typed.
    var isBlank: Bool { filled.isEmpty }

    /// The boxes that something was typed in, in the order of the page.
    var filled: [EntryBox] { EntryBox.allCases.filter { !self[$0].isEmpty } }

    /// What is wrong, at most one thing for each box.
    var faults: [EntryFault] {
        EntryBox.allCases.compactMap { box in
            words(about: box).map {
                EntryFault(box: box, words: $0, isMissing: isMissing(box))
            }
        }
    }

    /// What to show in the boxes.
    var normalised: TypedFigure {
        var shown = TypedFigure()
        for box in EntryBox.allCases {
            let number = terms.shape.boxes.contains(box) ? self[box].number : nil
            shown[box] =
                number.map { $0.formatted(decimals: $0.decimals) }
                ?? (self[box].isEmpty ? "" : typed[box])
        }
        return shown
    }

    /// The figure of boxes that have no faults; `nil` where it is out of range.
    func figure(for period: Period, _ status: FigureStatus) -> Figure? {
        switch terms.shape {
        case .ratio(let per):
            guard let top = numerator.number, let bottom = denominator.number,
                // Numbers that are in range can make a ratio that is not.
                let ratio = try? Ratio(of: top, in: bottom, per: per)
            else { return nil }
            return Figure(period: period, ratio: ratio, status: status)
        case .count, .value:
            guard let value = value.number else { return nil }
            return Figure(
                period: period, value: value, denominator: denominator.number, status: status)
        }
    }

    private subscript(box: EntryBox) -> BoxReading {
        switch box {
        case .numerator: numerator
        case .denominator: denominator
        case .value: value
        }
    }

    /// Whether nothing was typed where something is needed.
    private func isMissing(_ box: EntryBox) -> Bool {
        terms.shape.boxes.contains(box) && self[box].isEmpty
    }

    private func words(about box: EntryBox) -> String? {
        guard terms.shape.boxes.contains(box) else {
            return self[box].isEmpty ? nil : "Clear \(terms.name(of: box)), which is not needed"
        }
        if let fault = self[box].fault { return fault }
        if self[box].isEmpty { return wordsAboutEmpty(box) }
        guard box == .denominator, self[box].number == .zero else { return nil }
        return "\(terms.name(of: box).capitalisedFirst) must be more than 0. "
            + "If there were none, choose 'Nothing to report'"
    }

    /// What is said of a box that was left empty though the one beside it was not.
    ///
    /// A figure that was published without its denominator may be typed without one.
    private func wordsAboutEmpty(_ box: EntryBox) -> String? {
        let other: EntryBox
        switch (terms.shape, box) {
        case (.ratio, .numerator), (.value, .value): other = .denominator
        case (.ratio, .denominator): other = .numerator
        case (.ratio, .value), (.count, _), (.value, _): return nil
        }
        guard !self[other].isEmpty else { return nil }
        return "Enter \(terms.name(of: box)), or clear \(terms.name(of: other))"
    }
}

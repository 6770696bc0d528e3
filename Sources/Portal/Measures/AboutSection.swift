import Mustache
import Scorecard

/// What a measure is and where its figures come from.
struct AboutSection {
    private let page: MeasurePage

    init(_ page: MeasurePage) {
        self.page = page
    }

    var entries: [TemplateValue] {
        var entries: [(String, String?)] = [
            ("Printed in the strategy as", page.measure.wording),
            ("Top number", page.measure.numerator?.capitalisedFirst),
            ("Bottom number", page.measure.denominator?.capitalisedFirst),
            ("Unit", page.measure.facts.unit.isEmpty ? nil : page.measure.facts.unit),
            ("Good performance is", page.measure.facts.polarity.words),
            ("Rating rule", rule),
        ]
        entries += page.targets.map { target in ("Target", words(target)) }
        entries += [
            ("How often", page.measure.facts.frequency.words),
            ("Next figure", page.nextFigure),
            ("What a figure covers", page.measure.facts.timeBasis.words),
            ("Owner", owner),
            ("Figures published by", published),
            ("Source named in the definition", page.measure.source),
            ("How well the figures fit", fit),
            ("Note on the figures", caution),
            ("Small numbers", smallNumbers),
            ("Definition", page.measure.definitionBasis?.capitalisedFirst),
            ("Compared with", page.measure.benchmarks),
            ("Note", page.measure.note),
            ("Code", page.measure.code),
        ]
        return entries.compactMap { term, words in
            words.map { ["term": .text(term), "words": .text($0)] }
        }
    }

    private var rule: String? {
        switch page.measure.facts.polarity {
        case .context: return "Not rated: the measure sets the scene."
        case .highIsGood, .lowIsGood, .betweenIsGood, .unconfirmed: break
        }
        guard let target = page.standing.target else {
            return "None yet. When a target is set: on target when it is reached, close to target "
                + "when the shortfall is within the tolerance, off target beyond that."
        }
        return page.rule(of: target.target)
    }

    private func words(_ detail: TargetDetail) -> String {
        let entry = detail.entry
        var words = entry.target.words(
            in: page.standing.format, on: page.standing.targetDay)
        if let ends = entry.target.ends { words += " until \(ends.untilWords)" }
        words += detail.scope == .national ? ", national" : ", local"
        if let baseline = entry.baseline {
            words += ", from a baseline of \(page.standing.format.exactText(baseline))"
            if let period = detail.baselinePeriod { words += " (\(period))" }
        }
        return detail.note.map { "\(words). \($0)" } ?? words
    }

    private var published: String? {
        let sources = Set(page.series.flatMap(\.sources)).sorted()
        return sources.isEmpty ? nil : sources.joined(separator: "; ")
    }

    private var owner: String {
        let named = [page.measure.ownerRole, page.measure.service].compactMap(\.self)
        return named.isEmpty ? "No owner has been named yet." : named.joined(separator: ", ")
    }

    private var fit: String? {
        guard let line = page.headlineSeries else { return nil }
        let words =
            switch line.match {
            case .exact: "Exactly what the measure asks for"
            case .close: "Close to what the measure asks for"
            case .related: "Near it, not the measure itself"
            }
        return line.note.map { "\(words). \($0)" } ?? words
    }

    private var smallNumbers: String {
        let facts = page.measure.facts
        // The rule is held against what is published, such as the two ends of a gap.
        let published = page.headlineSeries ?? page.series.first { $0.role == .part }
        return page.measure.smallNumbers.sentence(as: published?.valueKind ?? facts.valueKind)
    }

    private var caution: String? {
        page.headlineSeries?.caution
    }
}

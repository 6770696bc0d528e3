import Scorecard

/// Every measure of a report with what it means and which version of its figure was used.
struct ReportMeasureRows {
    let source: EditionSource
    let smallNumbers: ReportSmallNumbers

    init(_ source: EditionSource) {
        self.source = source
        smallNumbers = ReportSmallNumbers(source)
    }

    /// The groups of the report, without those that have no measure.
    var groups: [ReportedGroup] { source.measures.groups }

    /// What a measure means, in a paragraph.
    func definition(of standing: Standing) -> String {
        let measure = standing.measure
        let definition = source.measures.definitions[measure.id]
        var sentences: [String?] = [
            definition?.parts.map { "\($0.capitalisedFirst)." },
            definition?.basis.map { $0.capitalisedFirst.asSentence },
            measure.unit.isEmpty || measure.unit == "%"
                ? nil : measure.unit.capitalisedFirst.asSentence,
            measure.polarity.words.asSentence,
        ]
        if let target = standing.target?.target {
            sentences.append(
                Explanation(of: target, in: standing.format).sentence(on: standing.targetDay))
        }
        let times = [measure.frequency.words, measure.timeBasis.words?.lowercasedFirst]
        sentences.append(times.compactMap(\.self).joined(separator: ": ").asSentence)
        sentences.append(definition?.source.map { "Source: \($0)".asSentence })
        sentences.append(smallNumbers.letter(of: measure).map { "Small numbers: rule \($0)." })
        return sentences.compactMap(\.self).joined(separator: " ")
    }

    /// Which version of its latest figure a measure is shown with.
    func version(of standing: Standing) -> String? {
        guard let latest = standing.latest else { return nil }
        let status = latest.status.rawValue.capitalisedFirst
        let day = source.knownDays[standing.measure.id]?[latest.period]
        return day.map { "\(status), \($0.label)" } ?? status
    }

    /// What is shown, value by value; how a measure stands only where no section before says it.
    func facts(besides told: Set<String>) -> [ReportFact] {
        source.measures.all.flatMap { standing in
            let measure = standing.measure
            var texts: [(String, String?)] = [
                (ReportComparison.period, standing.latest?.period.description),
                ("figure-version", version(of: standing)),
                ("definition", definition(of: standing)),
            ]
            if !told.contains(measure.code) {
                texts += [
                    ("latest", standing.latestText), ("period", standing.latestPeriod),
                    ("counted", standing.countText), ("status", standing.judgement.status.words),
                ]
            }
            return texts.compactMap { name, text in
                text.map {
                    ReportFact(
                        section: ReportSection.appendices.rawValue, subject: measure.code,
                        subjectTitle: measure.title, name: name, text: $0)
                }
            }
        }
    }
}

/// The rules on small numbers that measures of a report have, each with a letter.
struct ReportSmallNumbers {
    /// The rules in words, in the order of their letters.
    let rules: [String]
    private let places: [Int64: Int]

    init(_ source: EditionSource) {
        var (rules, places) = ([String](), [Int64: Int]())
        for measure in source.measures.groups.flatMap(\.measures) {
            guard let definition = source.measures.definitions[measure.id] else { continue }
            let kind = definition.publishedKind ?? measure.valueKind
            let rule = definition.smallNumbers.sentence(as: kind)
            let place = rules.firstIndex(of: rule) ?? rules.count
            if place == rules.count { rules.append(rule) }
            places[measure.id] = place
        }
        self.rules = rules
        self.places = places
    }

    func letter(of measure: MeasureFacts) -> String? { places[measure.id].map(Self.letter) }

    /// `A`, `B`, up to `Z`, and then numbers.
    static func letter(at place: Int) -> String {
        place < 26
            ? String(Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(place)))) : "\(place + 1)"
    }
}

extension ReportedDefinition {
    /// What is counted over what it is counted out of.
    fileprivate var parts: String? {
        guard let numerator else { return nil }
        return denominator.map { "\(numerator) over \($0)" } ?? numerator
    }
}

extension String {
    /// The text with a full stop at its end.
    fileprivate var asSentence: String {
        last.map { ".?!".contains($0) } ?? true ? self : self + "."
    }
}

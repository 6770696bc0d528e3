import Scorecard

/// What the block of a measure that needs attention says, term by term.
struct ReportMeasuresBlock {
    /// A term with its paragraphs, and what the same is called among the report’s facts.
    struct Line {
        let term: String
        let name: String
        let paragraphs: [String]
        /// Whether something that should be there is not.
        var isMissing = false
    }

    let entry: ReportMeasuresEntry
    let ground: ReportMeasuresAttention.Ground
    let trend: ReportMeasuresTrendSection
    /// What the lead says of it besides.
    let added: [String]

    private var standing: Standing { entry.standing }
    private var format: FigureFormat { entry.format }

    /// What stands before the picture.
    var figures: [Line] {
        [Line(term: "Figure", name: "figure", paragraphs: figure), rule, comparison]
            .compactMap(\.self) + past + ahead
    }

    /// What stands after it.
    var words: [Line] { said + adding + doing + answerable + missing }

    private var figure: [String] {
        guard let latest = standing.latest, let text = standing.latestText else {
            return ["There is no figure yet."]
        }
        let flag = latest.value == nil ? nil : latest.flag
        let marked = flag.map { " \($0.shorthand), \($0.words)" } ?? ""
        let counted = standing.countText.map { " (\($0))" } ?? ""
        let polarity = standing.measure.polarity.words.lowercasedFirst
        var words = ["\(text)\(marked)\(counted) \(latest.period.inSentence); \(polarity)."]
        words += [standing.change, standing.changeSincePeriodBefore].compactMap {
            $0?.explanation(in: format)
        }
        words += [
            entry.dates.map { "\($0)." },
            standing.isCurrent ? nil : "No newer figure has been published.",
        ]
        .compactMap(\.self)
        return [words.joined(separator: " ")]
    }

    private var rule: Line {
        let judgement = standing.judgement
        guard judgement.verdict != nil, let target = entry.target else {
            return Line(term: "Rule", name: "explanation", paragraphs: [entry.rule])
        }
        let kind = entry.scope.map { "\($0.rawValue.capitalisedFirst) target" } ?? "Target"
        return Line(
            term: "Rule", name: "explanation",
            paragraphs: [
                "\(kind) \(target). \(entry.rule) \(judgement.explanation(in: format))"
            ])
    }

    /// The country, the region and the neighbours, each with its period, method and set.
    private var comparison: Line? {
        guard standing.measure.valueKind.isComparableBetweenAreas else { return nil }
        var words: [String] = []
        if let country = standing.countryLatest, country.value != nil {
            words.append(
                Benchmark(publishedFor: entry.country, country).sentence(in: format))
        }
        if let region = entry.regionFigure, region.value != nil {
            words.append(Benchmark(publishedFor: entry.region, region).sentence(in: format))
        }
        if let neighbours = entry.neighbours {
            words.append(neighbours.sentence(in: format))
            if let rank = entry.rank { words.append("\(entry.area): \(rank.lowercasedFirst).") }
        }
        guard !words.isEmpty else { return nil }
        return Line(
            term: "Compared", name: "comparison", paragraphs: [words.joined(separator: " ")])
    }

    private var past: [Line] {
        guard trend.isDrawn, let figures = trend.figures else { return [] }
        let breaks = trend.breakWords
        return [
            Line(term: "Last figures", name: "figures", paragraphs: [figures]),
            breaks.isEmpty
                ? nil : Line(term: "Break in series", name: "breaks", paragraphs: breaks),
        ].compactMap(\.self)
    }

    private var said: [Line] {
        guard let said = entry.comment else {
            guard let older = entry.olderComment else { return [] }
            let who = "\(older.authorRole), \(older.published.label)"
            return [
                Line(
                    term: "Said before", name: "said-before",
                    paragraphs: [
                        "\(older.period.label.capitalisedFirst): \(older.whatHappened) (\(who))"
                    ])
            ]
        }
        let who = "\(said.authorRole), \(said.published.label)"
        var lines = [
            Line(
                term: "What happened", name: "happened",
                paragraphs: ["\(said.whatHappened) (\(who))"])
        ]
        if let why = said.why { lines.append(Line(term: "Why", name: "why", paragraphs: [why])) }
        if let doing = said.whatWeAreDoing {
            lines.append(Line(term: "What we are doing", name: "doing", paragraphs: [doing]))
        }
        return lines
    }

    private var adding: [Line] {
        added.isEmpty ? [] : [Line(term: "Added", name: "exception", paragraphs: added)]
    }

    private var doing: [Line] {
        guard !entry.actions.isEmpty else { return [] }
        let paragraphs = entry.actions.map { action in
            "\(action.words(on: entry.day))." + (action.progress.map { " \($0)" } ?? "")
        }
        return [Line(term: "Corrective action", name: "actions", paragraphs: paragraphs)]
    }

    private var answerable: [Line] {
        guard let owner = entry.definition?.owner else { return [] }
        return [Line(term: "Answerable", name: "answerable", paragraphs: [owner])]
    }

    /// What a reader would ask for and nobody has given, in one place.
    private var missing: [Line] {
        let said = entry.comment
        let isDone = said?.whatWeAreDoing != nil || !entry.actions.isEmpty
        let sentences = [
            said?.why == nil ? "Nobody has said why." : nil,
            said != nil && !isDone ? "Nobody has said what is being done." : nil,
            entry.actions.isEmpty ? "No corrective action is recorded." : nil,
            entry.definition?.owner == nil ? "Nobody is named who answers for this measure." : nil,
        ].compactMap(\.self)
        guard !sentences.isEmpty else { return [] }
        return [
            Line(
                term: "Missing", name: "missing", paragraphs: [sentences.joined(separator: " ")],
                isMissing: true)
        ]
    }

    private var ahead: [Line] {
        var lines: [Line] = []
        if let forecast = entry.forecast {
            let words = forecast.forecast.sentence(in: format)
            lines.append(
                Line(
                    term: "Forecast", name: "forecast-words",
                    paragraphs: ["\(words) (\(forecast.role), \(forecast.made.label))"]))
        }
        if let next = entry.next {
            lines.append(Line(term: "Next figure", name: "next", paragraphs: [next]))
        }
        return lines
    }
}

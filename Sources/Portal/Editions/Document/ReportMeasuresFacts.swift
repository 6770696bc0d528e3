import Scorecard

/// What a report shows of one measure, value by value.
struct ReportMeasuresFacts {
    private let entry: ReportMeasuresEntry
    private(set) var facts: [ReportFact] = []
    private var known: Set<String> = []
    private var standing: Standing { entry.standing }

    /// Begins with what every report tells of a measure, in its tables or its appendix.
    init(_ entry: ReportMeasuresEntry) {
        self.entry = entry
        add("latest", standing.latestText ?? "No figure yet")
        add("counted", standing.countText)
        add("period", standing.latestPeriod)
        add("flag", standing.latest?.flag?.words)
        add("target", entry.target ?? "None set")
        add("target-kind", entry.targetKind)
        add("rule", entry.rule)
        add("status", standing.judgement.status.words)
        add("change", entry.change)
        add("change-since", entry.changeSince)
    }

    /// Adds a value under a name, once.
    mutating func add(_ name: String, _ text: String?) {
        guard let text, !text.isEmpty, known.insert(name).inserted else { return }
        facts.append(
            ReportFact(
                section: ReportSection.measures.rawValue, subject: entry.code,
                subjectTitle: entry.title, name: name, text: text))
    }

    /// Adds what the columns of the tables tell.
    mutating func add(_ columns: [ReportColumn]) {
        for column in columns { add(column) }
    }

    private mutating func add(_ column: ReportColumn) {
        switch column {
        case .quarters:
            for (quarter, figure) in entry.quartersOfYear { add(quarter, entry.text(figure)) }
        case .country: addCountry()
        case .region: add("region", entry.text(entry.regionFigure))
        case .neighbours: addNeighbours()
        case .trend: add("series", standing.trend?.words)
        case .comment, .goodIs, .unit, .twoYearsBefore, .yearBefore, .samePeriodLastYear, .dates:
            let words = entry.words(column)
            add(column.rawValue, words.text)
            if column == .dates { add("next", entry.next) }
        case .action: addActions()
        case .forecast:
            let words = entry.words(.forecast)
            add("forecast", words.text)
            add("forecast-for", words.notes.first)
        // The code is the subject, the definition a link, and the rest is told of every measure.
        case .code, .latest, .flag, .target, .status, .change, .definition: break
        }
    }

    /// Adds a quarter’s figure.
    mutating func add(_ quarter: FinancialQuarter, _ text: String?) {
        add("quarter-\(quarter.description.lowercased())", text)
    }

    /// Adds what stands beside our own figure.
    mutating func addComparison(_ row: CompareRow? = nil) {
        addCountry()
        add("region", entry.text(entry.regionFigure))
        addNeighbours()
        add("rank", entry.rank)
        add("verdict", row?.verdict?.words ?? row?.difference)
    }

    /// Adds what a block says.
    mutating func add(_ block: ReportMeasuresBlock) {
        add("ground", block.ground.words)
        addComparison()
        addActions()
        for line in block.figures + block.words {
            add(line.name, line.paragraphs.joined(separator: "\n"))
        }
        if block.trend.isDrawn { add("trend", block.trend.finding) }
        if let forecast = entry.forecast {
            add("forecast", entry.format.text(forecast.forecast.value))
        }
    }

    private mutating func addCountry() {
        guard let figure = standing.countryLatest else { return }
        add("country", entry.text(figure))
        add("country-period", figure.period.shortLabel)
    }

    private mutating func addNeighbours() {
        add("neighbours", entry.neighbours?.value.map { entry.format.text($0) })
        add("neighbour-method", entry.neighbourMethod)
    }

    private mutating func addActions() {
        if entry.actions.isEmpty { add("action", "No corrective action is recorded.") }
        for (index, action) in entry.actions.enumerated() {
            let ending = index == 0 ? "" : "-\(index + 1)"
            add("action\(ending)", action.what)
            add("owner\(ending)", action.ownerRole)
            add("due\(ending)", action.due?.label ?? "No date set")
            add("state\(ending)", action.state.words)
            add("progress\(ending)", action.progress)
        }
    }
}

import Mustache
import Scorecard

/// Every measure from A to Z.
struct MeasureListPage: Page {
    static let template = "measures/index"
    let section: Section? = .measures
    let address: String? = Links.measures.href
    let summary = "Every measure that the strategies name, with its rating and latest figure."
    let standings: [Standing]

    var values: TemplateRecord {
        let sorted = standings.sorted {
            ($0.measure.title.lowercased(), $0.measure.id)
                < ($1.measure.title.lowercased(), $1.measure.id)
        }
        var letters: [(letter: String, standings: [Standing])] = []
        for standing in sorted {
            let letter = standing.measure.title.prefix(1).uppercased()
            if letters.last?.letter != letter { letters.append((letter, [])) }
            letters[letters.count - 1].standings.append(standing)
        }
        return [
            "crumbs": [Links.home].template,
            "count": .text(standings.count.counted("measure")),
            "letters": .list(
                letters.enumerated().map { index, entry in
                    [
                        "id": .text("letter-\(index + 1)"), "letter": .text(entry.letter),
                        "measures": .list(entry.standings.map(\.entry)),
                    ]
                }),
        ]
    }
}

extension Standing {
    fileprivate var entry: TemplateValue {
        var values: TemplateRecord = [
            "href": .text(Links.measure(measure.slug)),
            "title": .text(measure.title),
            "detail": .text(detail),
        ]
        values.append(contentsOf: statusValues)
        return .record(values)
    }

    private var detail: String {
        guard let latest, let text = latestText else { return "No figure yet" }
        return "\(text), \(latest.period.label)"
    }
}

import Mustache
import Scorecard

/// What a search found, by kind.
struct SearchPage: Page {
    static let template = "search/show"
    let section: Section? = nil
    let address: String? = Links.search.href
    let question: SearchQuestion
    let reading: SearchReading
    let found: SearchResults
    let pages: Pagination
    let standings: [Int64: Standing]

    var summary: String { heading + "." }

    var values: TemplateRecord {
        let groups = self.groups
        var values: TemplateRecord = [
            "title": .text(heading + pages.titleWords),
            "heading": .text(heading),
            "crumbs": [Links.home].template,
            "typed": .text(question.typed),
            "told": told.template,
            "isEmpty": .flag(found.results.isEmpty),
            "hasGroups": .flag(groups.count > 1),
            "groups": .list(groups.map(values)),
        ]
        values.append(
            contentsOf: pages.values(
                AddressQuery(path: Links.search.href, [("q", question.typed)]),
                label: "Pages of results"))
        return values
    }

    /// The words that were looked for, as the reader is told.
    private var shown: String { reading.corrected ?? question.typed }

    private var heading: String {
        found.results.isEmpty
            ? "No results for “\(question.typed)”"
            : "\(found.count.counted("result")) for “\(shown)”"
    }

    /// What was done with the words that were typed, if it was not just what they say.
    private var told: String? {
        guard !found.results.isEmpty else { return nil }
        var sentences: [String] = []
        if let corrected = reading.corrected {
            sentences.append("Showing results for “\(corrected)”.")
            sentences.append("Nothing was found for “\(question.typed)”.")
        }
        if found.isPartial {
            sentences.append("No page has all of these words. These have some of them.")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// The results with others of their kind, in the order in which they come.
    private var groups: [[SearchResult]] {
        var groups: [[SearchResult]] = []
        for result in found.results {
            if groups.last?.first?.kind == result.kind {
                groups[groups.count - 1].append(result)
            } else {
                groups.append([result])
            }
        }
        return groups
    }

    private func values(_ group: [SearchResult]) -> TemplateValue {
        guard let first = group.first else { return .absent }
        return [
            "id": .text("found-\(first.kind.rawValue)"),
            "name": .text("\(first.kind.heading) (\(first.countOfKind))"),
            "results": .list(group.map(values)),
        ]
    }

    private func values(_ result: SearchResult) -> TemplateValue {
        let standing = result.measure.flatMap { standings[$0.id] }
        return [
            "href": .text(result.href),
            "titlePieces": MarkedText(result.title, reading.terms).template,
            "status": standing.map { .record($0.statusValues) } ?? .absent,
            "figure": figure(standing).template,
            "place": place(result).template,
            "excerpt": excerpt(result),
        ]
    }

    private func figure(_ standing: Standing?) -> String? {
        guard let standing else { return nil }
        guard let text = standing.latestText, let period = standing.latest?.period else {
            return "No figure yet"
        }
        return "\(text), \(period.label)"
    }

    private func place(_ result: SearchResult) -> String? {
        guard let place = result.place else { return nil }
        switch result.kind {
        case .measure: return "In \(place)"
        case .scorecard, .strategy, .objective, .board, .statement, .pledge, .report, .help:
            return place
        }
    }

    /// What is said of a result around the words found; of a measure only if they are there, since
    /// its figure already tells what it is.
    private func excerpt(_ result: SearchResult) -> TemplateValue {
        guard let body = result.body, !body.trimmed.isEmpty else { return .absent }
        let excerpt = MarkedText(excerptOf: body, reading.terms)
        return result.measure == nil || excerpt.hasMarks ? excerpt.template : .absent
    }
}

extension MarkedText {
    /// The value of `partials/marked`.
    fileprivate var template: TemplateValue {
        [
            "pieces": .list(
                pieces.map { ["words": .text($0.text), "isMarked": .flag($0.isMarked)] })
        ]
    }
}

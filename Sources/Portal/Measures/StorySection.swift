import Mustache
import Scorecard

/// What a measure's figures say, in sentences made from the figures and from nothing else.
struct StorySection {
    private let page: MeasurePage
    private var standing: Standing { page.standing }

    private let findings: MeasureFindings

    init(_ page: MeasurePage, _ findings: MeasureFindings) {
        self.page = page
        self.findings = findings
    }

    var values: TemplateRecord {
        [
            "says": .text(says),
            "why": (page.uses.places.lazy.compactMap(\.why).first).template,
            "printed": page.measure.printedFigures.template,
            "storySource": .text(source),
        ]
    }

    private var source: String {
        let polarity = page.measure.facts.polarity.words
        return page.measure.sourceDocument.map { "From the \($0). \(polarity)." } ?? "\(polarity)."
    }

    /// The latest figure, where it stands, how it moved, where it goes, and how the country does.
    var says: String {
        guard let latest = standing.latest else {
            if !page.parts.isEmpty { return page.noFigure }
            return page.measure.facts.status == .archived
                ? "No figures have been published for \(page.area)."
                : "There is no figure for \(page.area) yet."
        }
        guard let value = latest.value else {
            let why =
                latest.isSuppressed
                ? "so few children are counted that one of them might be recognised"
                : (latest.marker ?? .notAvailable).words
            return "The figure \(latest.period.inSentenceInFull) is not shown: \(why)."
        }
        let format = standing.format
        let number = format.text(value, judged: standing.judgement)
        let unit = format.kind == .points ? " points" : ""
        let count = standing.countText.map { " (\($0))" } ?? ""
        var sentences = [
            "\(page.area)’s figure \(latest.period.inSentenceInFull) is \(number)\(unit)\(count)."
        ]
        if let gap = GapStory(page) { sentences += gap.sentences(in: format) }
        if standing.judgement.verdict != nil {
            sentences.append(standing.judgement.explanation(in: format))
        }
        sentences += [standing.change, standing.changeSincePeriodBefore].compactMap {
            $0?.explanation(in: format)
        }
        sentences += findings.trendSentences
        if let country { sentences.append(country) }
        return sentences.joined(separator: " ")
    }

    private var country: String? {
        if let finding = findings.country {
            return finding.sentence(naming: "England", in: standing.format)
        }
        return difference?
            .sentence(naming: "England", beside: page.area, in: standing.format)
    }

    /// `38.6 points higher than Stockport`; `nil` where there is nothing to compare.
    var comparedWithCountry: String? {
        difference?.roundedWords(beside: page.area, in: standing.format)
    }

    private var difference: BenchmarkDifference? {
        guard let own = standing.latest, let country = standing.countryLatest else { return nil }
        return BenchmarkDifference(of: own, with: country)
    }
}

import Mustache
import Scorecard

/// What a measure's figures say, in sentences made from the figures and from nothing else.
struct StorySection {
    private let page: MeasurePage
    private var standing: Standing { page.standing }

    init(_ page: MeasurePage) {
        self.page = page
    }

    var values: TemplateRecord {
        [
            "says": .text(says),
            "why": (page.places.lazy.compactMap(\.why).first).template,
            "printed": page.measure.printedFigures.template,
            "storySource": .text(source),
        ]
    }

    private var source: String {
        let polarity = page.measure.facts.polarity.words
        return page.measure.sourceDocument.map { "From the \($0). \(polarity)." } ?? "\(polarity)."
    }

    /// The latest figure, how it moved, and how the country is doing.
    var says: String {
        guard let latest = standing.latest else {
            return "There is no figure for \(page.area) yet."
        }
        guard let value = latest.shownValue else {
            let marker = latest.marker ?? .notAvailable
            return "The figure for \(latest.period.label) is not shown: \(marker.words)."
        }
        var sentences = [
            "\(page.area)’s figure for \(latest.period.label) is "
                + "\(standing.format.text(value, judged: standing.judgement))"
                + (standing.countText.map { " (\($0))" } ?? "") + "."
        ]
        if let movement { sentences.append(movement) }
        if let comparedWithCountry, let country = standing.countryLatest?.shownValue {
            sentences.append(
                "England’s is \(standing.format.text(country)), \(comparedWithCountry).")
        }
        return sentences.joined(separator: " ")
    }

    private var movement: String? {
        guard let change = standing.change else { return nil }
        let earlier = change.earlier.shortLabel
        guard let difference = change.difference, let direction = change.direction else {
            if case .seriesBreak(let reason) = change.silence {
                return "It cannot be compared with \(earlier): \(reason)."
            }
            return "It cannot be compared with \(earlier)."
        }
        let amount = amount(difference)
        let meaning = change.meaning.word.map { ", which is \($0)" } ?? ""
        return switch direction {
        case .up: "That is \(amount) higher than in \(earlier)\(meaning)."
        case .down: "That is \(amount) lower than in \(earlier)\(meaning)."
        case .flat: "That is the same as in \(earlier)."
        }
    }

    /// `38.6 points higher than Stockport`; `nil` where there is nothing to compare.
    var comparedWithCountry: String? {
        guard let country = standing.countryLatest?.shownValue,
            let own = standing.latest?.shownValue, let difference = country - own
        else { return nil }
        if difference == .zero { return "the same as \(page.area)" }
        let way = difference > .zero ? "higher" : "lower"
        return "\(amount(difference)) \(way) than \(page.area)"
    }

    private func amount(_ difference: FixedDecimal) -> String {
        let number = DecimalFormat(decimals: standing.format.decimals).text(difference.magnitude)
        guard standing.format.differenceUnit != nil else { return number }
        return number == "1" ? "1 point" : "\(number) points"
    }
}

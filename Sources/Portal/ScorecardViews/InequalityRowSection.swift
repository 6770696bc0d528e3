import Charts
import Mustache
import Scorecard

/// One declared gap, in words.
struct GapRow {
    let gap: GapStanding

    init(_ gap: GapStanding) {
        self.gap = gap
    }

    private var standing: Standing { gap.standing }
    private var format: FigureFormat { standing.format }

    /// The values of a row of the gaps in `scorecards/inequality`.
    var values: TemplateValue {
        [
            "slug": .text(standing.measure.slug),
            "title": .text(standing.measure.title),
            "period": standing.latestPeriod.template,
            "unit": (format.differenceUnit).template,
            "less": end(gap.latest.lessAdvantaged),
            "more": end(gap.latest.moreAdvantaged),
            "gap": .text(text(gap.latest.figure)),
            "earlier": gap.earlier.map { text($0.figure) }.template,
            "earlierPeriod": gap.earlier.map { $0.figure.period.shortLabel }.template,
            "hasMovement": .flag(gap.movement != nil),
            "word": (gap.movement?.word).template,
            "icon": .text(movementIcon),
            "words": .text(words),
            "countryGap": gap.country.map { text($0.figure) }.template,
            "strip": strip,
        ]
    }

    /// Whose doing the movement is, or why nothing is said of it.
    var words: String {
        if let movement = gap.movement { return movement.words }
        if gap.latest.figure.value == nil { return "There is no gap without both figures." }
        guard let change = standing.change else {
            return "There is no earlier gap to compare with."
        }
        return change.explanation(in: format)
    }

    private func end(_ end: Gap.End) -> TemplateValue {
        [
            "group": .text(end.group),
            "value": .text(
                end.figure.value.map { gap.endFormat.text($0) }
                    ?? "not shown \((end.figure.marker ?? .notAvailable).shorthand)"),
            "flag": end.figure.flagText.template,
            "counted": end.figure.countText.template,
        ]
    }

    private func text(_ figure: Figure) -> String {
        figure.value.map { format.text($0) } ?? (figure.marker ?? .notAvailable).shorthand
    }

    /// Both ends on a line from nothing to all; of what is no share, from the smaller of nothing
    /// and the lower end.
    private var strip: TemplateValue {
        guard let less = gap.latest.lessAdvantaged.figure.value.map(Double.init),
            let more = gap.latest.moreAdvantaged.figure.value.map(Double.init)
        else { return .absent }
        let highest = max(less, more)
        let top: Double =
            switch gap.kind {
            case .percentage, .composition: max(highest, 100)
            case .rate, .count, .score, .points, .narrative: max(highest, 0)
            }
        let lowest = min(less, more, 0)
        guard top > lowest else { return .absent }
        return .drawing(
            GapStrip(lessAdvantaged: less, moreAdvantaged: more, range: lowest...top))
    }
}

/// The groups of one measure, in words.
struct GroupsRow {
    let groups: GroupsStanding

    init(_ groups: GroupsStanding) {
        self.groups = groups
    }

    private var standing: Standing { groups.standing }
    private var format: FigureFormat { standing.format }

    /// The values of a row of the groups in `scorecards/inequality`.
    var values: TemplateValue {
        let furthest = groups.furthestBehind
        return [
            "slug": .text(standing.measure.slug),
            "title": .text(standing.measure.title),
            "period": standing.latestPeriod.template,
            "polarity": .text(standing.measure.polarity.words),
            "everyone": (groups.everyone.value.map { format.text($0) }).template,
            "everyoneFlag": groups.everyone.flagText.template,
            "flag": (furthest?.group.figure.flagText).template,
            "everyoneCounted": groups.everyone.countText.template,
            "group": (furthest?.group.label).template,
            "value": (furthest?.group.figure.value.map { format.text($0) }).template,
            "counted": (furthest?.group.figure.countText).template,
            "behind": furthest.map { format.distance($0.distance) }.template,
            "of": .text(groups.groups.count.counted("group")),
            "hidden": hidden.template,
        ]
    }

    /// The groups that are not shown: `Boys not shown [c]`.
    var hidden: String? {
        let hidden = groups.hidden
        guard !hidden.isEmpty else { return nil }
        return hidden.map { group in
            "\(group.label): not shown \((group.figure.marker ?? .notAvailable).shorthand)"
        }.joined(separator: ". ")
    }
}

extension Figure {
    /// The small mark after a figure that is not final.
    var flagText: String? { value == nil ? nil : flag?.shorthand }

    /// `45 of 574`, where both are known and may be shown.
    var countText: String? {
        guard value != nil, let numerator, let denominator else { return nil }
        let whole = DecimalFormat(decimals: 0)
        return "\(whole.text(numerator)) of \(whole.text(denominator))"
    }
}

import Charts
import Mustache
import Scorecard

/// The working page of a board: every measure of a strategy or an ambition.
struct ScorecardPage: Page {
    static let template = "scorecards/show"
    let section: Section? = .scorecards
    let heading: ScorecardHeading
    let choice: PeriodChoice
    let groups: [ScorecardGroup]
    let standings: [Int64: Standing]
    let filter: ScorecardFilter

    var address: String? { Links.scorecard(heading.slug) }

    var summary: String {
        "\(heading.title) at the end of \(choice.quarter.label). "
            + RollUp(standings.values.map(\.judgement.status)).sentence
    }

    var values: TemplateRecord {
        let rollUp = RollUp(standings.values.map(\.judgement.status))
        let shown = shownGroups
        let count = shown.reduce(0) { $0 + $1.rows.count }
        var values: TemplateRecord = [
            "title": .text(heading.title),
            "href": .text(Links.scorecard(heading.slug)),
            "crumbs": [Links.home, Links.scorecards].template,
            "eyebrow": eyebrow.template,
            "periodShort": .text(choice.quarter.shortLabel),
            "periodLong": .text(choice.quarter.label),
            "board": heading.board.template,
            "strategyHref": .text(Links.strategy(heading.strategySlug)),
            "strategyWords": .text("Read the \(heading.strategyShortTitle) plan on a page"),
            "hasJudged": .flag(rollUp.judged > 0),
            "notJudgedLead": .text(Self.notJudged(rollUp.total)),
            "notJudgedDetail": .text(rollUp.sentence),
            "hasRows": .flag(count > 0),
            "caption": .text(caption(count)),
            "groups": .list(shown.map(\.values)),
            "emptyWords": .text(emptyWords),
            "clearWords": clearWords.template,
            "notes": .list(notes.map { .text($0) }),
        ]
        values.append(tally: rollUp)
        values.append(contentsOf: filterValues)
        return values
    }

    private var eyebrow: String? {
        guard let level = heading.level else { return nil }
        let name = heading.number.map { "\(level) \($0)" } ?? level
        return "\(name), \(heading.strategyTitle)"
    }

    private static func notJudged(_ total: Int) -> String {
        switch total {
        case 0: "There are no measures on this scorecard yet."
        case 1: "The one measure here cannot be judged."
        default: "None of the \(total) measures can be judged."
        }
    }

    private var emptyWords: String {
        standings.isEmpty
            ? "No measures have been attached to this strategy yet."
            : "No measures match these filters."
    }

    private var clearWords: String? {
        standings.isEmpty
            ? nil : "Clear all filters to see all \(standings.count.counted("measure"))."
    }

    private func caption(_ count: Int) -> String {
        filter.isEverything
            ? "\(count.counted("measure")), in the strategy’s own order"
            : "\(count) of \(groups.reduce(0) { $0 + $1.measures.count }) measures"
    }

    private var shownGroups: [ShownGroup] {
        groups.enumerated().compactMap { index, group in
            if let chosen = filter.group, chosen != index { return nil }
            let rows = group.measures.compactMap { measure -> Standing? in
                guard let standing = standings[measure.id],
                    filter.standings.contains(.init(standing.judgement.status))
                else { return nil }
                return standing
            }
            return rows.isEmpty ? nil : ShownGroup(group: group, rows: rows)
        }
    }

    /// The shorthand and the rules that the rows call for.
    private var notes: [String] {
        var notes = Wording.shorthand(
            of: Set(standings.values.compactMap { $0.latest?.flag }))
        if standings.values.contains(where: { $0.judgement.status == .targetExpired }) {
            notes.append(
                "Targets that have expired are kept for the record and are not used to judge.")
        }
        if let note = heading.strategyNote { notes.append(note) }
        return notes
    }

    private var filterValues: TemplateRecord {
        TemplateRecord([
            (
                "periods",
                .list(
                    choice.all.map { quarter in
                        [
                            "code": .text(quarter.description), "label": .text(quarter.label),
                            "chosen": .flag(quarter == choice.quarter),
                        ]
                    })
            ),
            ("groupWord", .text("Part")),
            ("groupAll", .text("All parts")),
            (
                "groupChoices",
                .list(
                    groups.enumerated().map { index, group in
                        [
                            "value": .integer(index + 1), "label": .text(group.headline.title),
                            "chosen": .flag(filter.group == index),
                        ]
                    })
            ),
            (
                "statusChoices",
                .list(
                    ScorecardFilter.Standing.allCases.map { standing in
                        [
                            "id": .text("status-\(standing.rawValue)"),
                            "value": .text(standing.rawValue), "label": .text(standing.words),
                            "chosen": .flag(filter.standings.contains(standing)),
                        ]
                    })
            ),
        ])
    }
}

/// A group with the rows that the filter leaves.
private struct ShownGroup {
    let group: ScorecardGroup
    let rows: [Standing]

    var values: TemplateValue {
        [
            "heading": .text(group.headline.title),
            "level": group.headline.levelAndNumber.template,
            "rows": .list(rows.map(\.row)),
        ]
    }
}

extension ScorecardHeadline {
    /// The level and number that the strategy gives it: `Priority 2`.
    fileprivate var levelAndNumber: String? {
        level.map { level in number.map { "\(level) \($0)" } ?? level }
    }
}

extension Standing {
    /// The values of a scorecard's row.
    fileprivate var row: TemplateValue {
        let status = judgement.status
        let target = self.target
        let trend = self.trend
        return [
            "slug": .text(measure.slug),
            "title": .text(measure.title),
            "unit": measure.unit == "%" ? .absent : .text(measure.unit),
            "counted": countText.template,
            "polarity": .text(measure.polarity.words),
            "hasFigure": .flag(latest != nil),
            "value": latestText.template,
            "flag": latestFlag.template,
            "period": latestPeriod.template,
            "hasTarget": .flag(target != nil),
            "target": (target?.target.words(in: format, on: targetDay)).template,
            "targetUntil": (target?.target.ends?.untilWords).template,
            "baseline": (target?.baseline.map { format.exactText($0) }).template,
            "statusClass": .text(status.look),
            "statusIcon": .text(status.icon),
            "statusWords": .text(status.words),
            "hasChange": .flag(change?.direction != nil),
            "changeClass": .text(change?.meaning.look ?? ""),
            "changeIcon": .text(change?.direction?.icon ?? ""),
            "changeWords": .text(change?.words(format) ?? "–"),
            "changeNote": changeNote.template,
            "hasTrend": .flag(trend != nil),
            "trend": trend?.drawing ?? .absent,
            "trendCount": .integer(trend?.count ?? 0),
            "trendFirst": (trend?.first).template,
            "trendLatest": (trend?.latest).template,
            "trendLowest": (trend?.lowest).template,
            "trendHighest": (trend?.highest).template,
            "england": countryText.template,
        ]
    }

    private var changeNote: String? {
        guard let change, change.basis == .figureBefore else { return nil }
        return change.earlier.shortLabel
    }

    private var countryText: String? {
        guard let figure = countryLatest else { return nil }
        guard let value = figure.value else { return figure.marker?.shorthand }
        return format.text(value)
    }
}

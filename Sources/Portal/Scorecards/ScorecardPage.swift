import Mustache
import Scorecard

/// The working page of a board: every measure of a strategy, an ambition, a board or a theme.
struct ScorecardPage: SheetPage {
    static let template = "scorecards/show"
    let section: Section? = .scorecards
    let heading: ScorecardHeading
    let selection: ScorecardSelection
    let groups: [ScorecardGroup]
    let standings: Standings

    var address: String? { heading.address }

    var summary: String {
        "\(heading.title) at the end of \(selection.choice.quarter.label). " + rollUp.sentence
    }

    private var rollUp: RollUp { RollUp(standings.values.map(\.judgement.status)) }

    var rows: ScorecardRows { ScorecardRows(groups, standings, selection) }

    var values: TemplateRecord {
        let rollUp = rollUp
        let rows = rows
        let strategy = heading.strategy
        let country = heading.countryWords
        var values: TemplateRecord = [
            "title": .text(heading.title),
            "lookWords": lookWords.template,
            "href": .text(heading.address),
            "crumbs": [Links.home, Links.scorecards].template,
            "eyebrow": heading.eyebrow.template,
            "lede": heading.description.template,
            "reach": heading.reach.template,
            "periodShort": .text(selection.choice.quarter.shortLabel),
            "periodLong": .text(selection.choice.quarter.label),
            "board": heading.board.template,
            "strategyHref": (strategy.map { Links.strategy($0.slug) }).template,
            "strategyWords": (strategy.map { "Read the \($0.shortTitle) plan on a page" }).template,
            "country": .text(country),
            "hasJudged": .flag(rollUp.judged > 0),
            "notJudgedLead": .text(Self.notJudged(rollUp.total)),
            "notJudgedDetail": .text(rollUp.total > 0 ? rollUp.reasons + "." : ""),
            "hasRows": .flag(rows.count > 0),
            "caption": .text(caption(rows)),
            "sortRule": (selection.sort?.rule).template,
            "groups": .list(
                rows.groups.map { group in
                    group.values(isSorted: selection.sort != nil, country: country)
                }),
            "emptyWords": .text(
                standings.isEmpty ? heading.emptyWords : "No measures match these filters."),
            "clearWords": clearWords.template,
            "notes": .list(notes.map { .text($0) }),
        ]
        values.append(tally: rollUp)
        values.append(contentsOf: formValues)
        values.append(contentsOf: ScorecardView.table.values(heading, selection))
        return values
    }

    private static func notJudged(_ total: Int) -> String {
        switch total {
        case 0: "There are no measures on this scorecard yet."
        case 1: "The one measure here cannot be judged:"
        default: "None of the \(total) measures can be judged:"
        }
    }

    private var clearWords: String? {
        standings.isEmpty
            ? nil : "Clear all filters to see all \(standings.count.counted("measure"))."
    }

    /// How many rows there are and in what order; what the filter says stands in the form, which
    /// is not printed.
    private func caption(_ rows: ScorecardRows) -> String {
        let order = selection.sort?.words ?? "in \(heading.ownOrder)"
        guard !selection.isEverything else {
            return "\(rows.count.counted("measure")), \(order)"
        }
        let filter = filterWords.isEmpty ? "" : ": \(filterWords.joined(separator: "; "))"
        let shown = "\(rows.count) of \(rows.total.counted("measure"))\(filter)"
        return selection.sort == nil ? shown : "\(shown), \(order)"
    }

    /// What tells the page from the same scorecard as it is first shown.
    var lookWords: String? {
        let words = filterWords + [selection.sort?.words].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    private var filterWords: [String] {
        let filter = selection.filter
        let statuses = ScorecardFilter.Standing.allCases.filter(filter.standings.contains)
        return [
            filter.group.map { groups[$0].headline.title },
            statuses.count < ScorecardFilter.Standing.allCases.count
                ? statuses.map { $0.words.lowercasedFirst }.joined(separator: ", ") : nil,
            filter.movement?.words.lowercasedFirst,
        ].compactMap { $0 }
    }

    /// The shorthand and the rules that the rows call for.
    private var notes: [String] {
        var notes = Wording.shorthand(
            of: Set(standings.values.compactMap { $0.latest?.flag }))
        if standings.values.contains(where: { $0.judgement.status == .targetExpired }) {
            notes.append(
                "Targets that have expired are kept for the record and are not used to judge.")
        }
        if let note = heading.strategy?.note { notes.append(note) }
        return notes
    }
}

extension ScorecardHeading {
    /// The name of the column of the country's figures.
    var countryWords: String { country ?? "Country" }
}

extension ScorecardView {
    /// The values of the list of views of a scorecard, of which this one is looked at.
    func values(_ heading: ScorecardHeading, _ selection: ScorecardSelection) -> TemplateRecord {
        [
            "hasViews": .flag(Self.allCases.count > 1),
            "views": .list(
                Self.allCases.map { view in
                    [
                        "href": .text(selection.address(of: heading.address + view.path)),
                        "label": .text(view.words), "current": .flag(view == self),
                    ]
                }),
        ]
    }
}

extension [ShownRow] {
    /// The values of the rows under one headline; where they are sorted, each row names its own.
    fileprivate func values(isSorted: Bool, country: String) -> TemplateValue {
        let headline = first?.headline
        return [
            "hasHeading": .flag(!isSorted),
            "heading": (headline?.title).template,
            "level": (headline?.place).template,
            "rows": .list(
                map { row in
                    row.standing.rowValues(
                        under: isSorted ? row.headline.title : nil, country: country)
                }),
        ]
    }
}

import Mustache
import Scorecard

/// How everything stands, in counts and names.
struct ReportGlanceSection: ReportPart {
    let source: EditionSource
    private let comparison: ReportComparison
    private let standings: [Standing]
    private let tally: RollUp
    private let lists: ReportGlanceLists
    /// The money in one line: what finance says first belongs here.
    private let budget: String

    static let newData = "glance-new-data"

    init(source: EditionSource) {
        self.source = source
        comparison = ReportComparison(source)
        standings = source.measures.all
        tally = RollUp(standings.map(\.judgement.status))
        lists = ReportGlanceLists(source)
        budget = Self.budget(source.content)
    }

    var values: TemplateRecord {
        [
            "day": .text(source.judgedOn.label),
            "hasMeasures": .flag(!standings.isEmpty),
            "isJudged": .flag(tally.judged > 0),
            "off": .integer(tally[.offTarget]),
            "close": .integer(tally[.close]),
            "on": .integer(tally[.onTarget]),
            "none": .integer(tally.notJudged),
            "bar": tally.barOfJudged(width: 720),
            "sentence": .text(tally.sentence),
            "statuses": tally.tally,
            "caption": .text(
                "Number of measures by status at the end of \(source.edition.quarter.label)"),
            "since": .text(comparison.words),
            "sinceShort": .text(comparison.shortWords),
            "bodies": .list(bodies),
            "total": row("All measures", standings.map(\.measure)),
            "lists": lists.values,
            "quiet": .list(lists.quiet.map { .text($0) }),
            "hasQuiet": .flag(!lists.quiet.isEmpty),
            "newData": newData,
            "budget": .text(budget),
            "financeHref": source.template.sections.contains(.finance)
                ? .text("#\(ReportSection.finance.rawValue)") : .absent,
        ]
    }

    var facts: [ReportFact] {
        let statuses = TargetStatus.allCases.map { status in
            fact("statuses", "Number of measures by status", status.rawValue, "\(tally[status])")
        }
        return statuses
            + [
                fact("statuses", "Number of measures by status", "in-words", tally.sentence),
                fact("budget", "Headline budget", "in-words", budget),
            ]
            + lists.all.map { list in
                fact(
                    "lists", "Measures named", list.id,
                    list.entries.map(\.title).joined(separator: "; "))
            }
    }

    private func fact(
        _ subject: String, _ title: String, _ name: String, _ text: String
    ) -> ReportFact {
        ReportFact(
            section: ReportSection.glance.rawValue, subject: subject, subjectTitle: title,
            name: name, text: text)
    }

    private static func budget(_ content: EditionContent) -> String {
        let words =
            content.rows(.revenue).isEmpty
            ? "No revenue budget has been entered for this report."
            : "The revenue budget is in the finance section."
        return ReportFinance(content).headline ?? words
    }

    /// The headlines with their counts; under the names of scorecards where there are several.
    private var bodies: [TemplateValue] {
        var bodies: [(scorecard: ScorecardHeading, rows: [TemplateValue])] = []
        for group in source.measures.groups {
            if bodies.last?.scorecard.slug != group.scorecard.slug {
                bodies.append((group.scorecard, []))
            }
            bodies[bodies.count - 1].rows.append(row(group.headline.words, group.measures))
        }
        return bodies.map { body in
            [
                "title": bodies.count > 1 ? .text(body.scorecard.title) : .absent,
                "rows": .list(body.rows),
            ]
        }
    }

    private func row(_ title: String, _ measures: [MeasureFacts]) -> TemplateValue {
        let own = measures.compactMap { source.measures.standings[$0.id] }
        let tally = RollUp(own.map(\.judgement.status))
        let counts = comparison.counts(of: measures)
        return [
            "title": .text(title),
            "off": .integer(tally[.offTarget]),
            "close": .integer(tally[.close]),
            "on": .integer(tally[.onTarget]),
            "none": .integer(tally.notJudged),
            "all": .integer(tally.total),
            "fresh": .integer(counts.fresh),
            "better": counts.better > 0 ? .text("\(counts.better) better") : .absent,
            "worse": counts.worse > 0 ? .text("\(counts.worse) worse") : .absent,
        ]
    }

    private var newData: TemplateValue {
        let fresh = comparison.fresh
        let names = fresh.prefix(Self.names).map { $0.measure.title }
        let rest = fresh.count - names.count
        let all = rest > 0 ? names + ["\(rest) more"] : names
        return [
            "count": .integer(fresh.count),
            "words": .text(
                fresh.isEmpty
                    ? "No measure has new data." : "\(Wording.list(all, "and"))."),
        ]
    }

    /// More names than this are not read in a sentence.
    private static let names = 24
}

extension ScorecardHeadline {
    /// The headline with its number: `4. The best support`.
    var words: String { number.map { "\($0). \(title)" } ?? title }
}

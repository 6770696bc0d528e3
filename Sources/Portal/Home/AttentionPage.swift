import Mustache
import Scorecard

/// Everything that a board should look at first, in full.
struct AttentionPage: SheetPage {
    static let template = "home/attention"
    let section: Section? = nil
    let address: String? = Links.attention.href
    let choice: PeriodChoice
    let attention: Attention

    var summary: String {
        "What is furthest off target, got worse, came back on target or is late, at the end of "
            + "\(choice.quarter.label)."
    }

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "period": .text(choice.quarter.label),
            "lists": AttentionSection(attention).values,
            "unjudged": .text(attention.unjudged),
            "unowned": .text(attention.unowned),
        ]
    }

    var sheet: Sheet {
        Sheet(
            name: "attention-\(choice.quarter)", columns: AttentionSection.columns,
            rows: AttentionSection(attention).rows)
    }
}

extension Attention {
    /// What is said where nothing is judged.
    static let unjudgedWords = "No measure can be judged against a target yet."

    /// How many measures have nobody who answers for them.
    var unowned: String {
        guard withoutOwner > 0 else { return "Every measure has an owner." }
        guard someHaveOwner else { return "No measure has an owner named yet." }
        let verb = withoutOwner == 1 ? "has" : "have"
        return "\(withoutOwner.counted("measure")) \(verb) no owner named yet."
    }

    /// How many measures cannot be judged for want of a target.
    var unjudged: String {
        guard withoutTarget + withExpiredTarget > 0 else {
            return "Every measure with a figure has a target."
        }
        let without = withoutTarget.counted("measure")
        let verb = withoutTarget == 1 ? "has" : "have"
        guard withExpiredTarget > 0 else { return "\(without) \(verb) no target." }
        let expired =
            withExpiredTarget == 1 ? "1 has a target" : "\(withExpiredTarget) have targets"
        return "\(without) \(verb) no target, and \(expired) whose time has passed."
    }
}

/// Everything that stands otherwise than when the quarter before ended.
struct ChangesPage: SheetPage {
    static let template = "home/changes"
    let section: Section? = nil
    let address: String? = Links.changes.href
    let choice: PeriodChoice
    let earlier: FinancialQuarter
    let shifts: [StandingShift]

    var summary: String {
        "New figures and ratings since the end of \(earlier.label)."
    }

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "period": .text(choice.quarter.label),
            "earlier": .text(earlier.shortLabel),
            "count": .text(shifts.count.counted("measure")),
            "shifts": .list(shifts.map(\.values)),
            "none": shifts.isEmpty ? .text(StandingShift.none(since: earlier)) : .absent,
        ]
    }

    var sheet: Sheet {
        Sheet(
            name: "changes-\(choice.quarter)",
            columns: [
                "code", "measure", "period_code", "period", "latest", "numerator", "denominator",
                "flag", "status", "earlier_period_code", "earlier_period", "earlier",
                "earlier_numerator", "earlier_denominator", "earlier_flag", "earlier_status",
            ],
            rows: shifts.map { shift in
                [shift.now.measure.code, shift.now.measure.title]
                    + [shift.now, shift.before].flatMap { standing in
                        standing.latestCells + [standing.judgement.status.words]
                    }
            })
    }
}

extension StandingShift {
    /// The values of an entry: the measure, its status and what happened.
    var values: TemplateValue {
        var values: TemplateRecord = [
            "href": .text(Links.measure(now.measure.slug)),
            "title": .text(now.measure.title), "words": .text(words),
        ]
        values.append(contentsOf: now.statusValues)
        return .record(values)
    }

    /// What is said where nothing changed.
    static func none(since quarter: FinancialQuarter) -> String {
        "No measure has a new figure or another rating since \(quarter.shortLabel). Most figures "
            + "are published once a year."
    }
}

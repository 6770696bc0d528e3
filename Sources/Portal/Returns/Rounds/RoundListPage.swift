import Charts
import Mustache
import Scorecard

/// All collection rounds.
struct RoundListPage: Page {
    static let template = "returns/rounds"
    let section: Section? = nil
    let address: String? = ReturnLinks.rounds
    let summary = "The rounds in which officers’ figures are collected, and how far each is."
    /// The newest first.
    let rounds: [RoundOverview]
    let today: Day

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "newHref": .text(ReturnLinks.newRound),
            "calendarHref": .text(ReturnLinks.calendar),
            "caption": .text(rounds.count.counted("round")),
            "hasRows": .flag(!rounds.isEmpty),
            "rows": .list(rounds.map(row)),
        ]
    }

    private func row(_ overview: RoundOverview) -> TemplateValue {
        let (round, counts) = (overview.round, overview.counts)
        let course = round.course(on: today)
        return [
            // Who approves nothing of a round sees that there is one.
            "href": counts.all == 0 ? .absent : .text(ReturnLinks.round(round.id)),
            "addHref": counts.all == 0 && round.state == .open
                ? .text(ReturnLinks.measures(ofRound: round.id)) : .absent,
            "title": .text(round.period.label),
            "opens": .text(round.opensOn.label),
            "closes": .text(round.closesOn.label),
            "distance": course == .closed ? .absent : .text(round.closesOn.distance(from: today)),
            "tag": .text(course.words),
            "look": .text(course.look),
            "bar": counts.all == 0 ? .absent : .drawing(counts.bar),
            "sent": .text("\(counts.sent) of \(counts.all)"),
            "counts": .text(counts.words),
            "late": counts.late == 0 ? .absent : .text("\(counts.late)"),
        ]
    }
}

extension RoundCounts {
    /// The counts as a bar, the furthest first.
    var bar: StateBar {
        StateBar(Self.order.map { StateBar.Part(look: "far-\($0.rawValue)", count: self[$0]) })
    }
}

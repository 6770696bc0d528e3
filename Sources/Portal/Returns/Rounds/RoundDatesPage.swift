import Mustache
import Scorecard

/// A form for the dates and the note of a round.
struct RoundDatesPage: Page {
    static let template = "returns/round-dates"
    let section: Section? = nil
    var address: String? { ReturnLinks.dates(ofRound: round.id) }
    var summary: String { title }
    let round: CollectionRound
    let form: RoundForm
    var faults = FieldFaults(all: [])
    /// Whether somebody else has changed the round since the form was drawn.
    var isClash = false

    private var title: String {
        isClash
            ? "Somebody else has changed this round meanwhile"
            : "Change the dates of the round for \(round.period.label)"
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home, Visit.rounds, round.link].template,
            "title": .text(title),
            "action": .text(ReturnLinks.dates(ofRound: round.id)),
            "isClash": .flag(isClash),
            "differences": .list(isClash ? differences : []),
            // After a clash the form is drawn from the round as it is now.
            "revision": .text("\((isClash ? round.revision : form.revision) ?? 0)"),
            "fields": .list(form.fields(faults).map(\.values)),
            "cancelHref": .text(ReturnLinks.round(round.id)),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    /// What is saved and what was typed, field by field.
    private var differences: [TemplateValue] {
        zip(RoundForm(round).fields(faults), form.fields(faults)).map { saved, typed in
            [
                "label": .text(saved.label), "saved": .text(saved.value),
                "typed": .text(typed.value), "differs": .flag(saved.value != typed.value),
            ]
        }
    }
}

/// Asks before a round is closed or opened again.
struct RoundActPage: Page {
    enum Act {
        case close
        case reopen
    }

    static let template = "returns/round-act"
    let section: Section? = nil
    var address: String? {
        act == .close ? ReturnLinks.close(round.id) : ReturnLinks.reopen(round.id)
    }
    var summary: String { heading }
    let act: Act
    let round: CollectionRound
    let counts: RoundCounts
    let today: Day

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Visit.rounds, round.link].template,
            "heading": .text(heading),
            "paragraphs": .list(paragraphs.map { .text($0) }),
            "isVain": .flag(isVain),
            "vainWords": .text(
                act == .close
                    ? "Returns for \(round.period.label) are closed already."
                    : "Returns for \(round.period.label) are open already."),
            "action": .text(address ?? ""),
            "button": .text(act == .close ? "Close the round" : "Reopen the round"),
            "cancelHref": .text(ReturnLinks.round(round.id)),
        ]
    }

    private var isVain: Bool { (act == .close) == (round.state == .closed) }

    private var heading: String {
        let label = round.period.label
        switch act {
        case .close:
            let left = counts.unfinished
            return left == 0
                ? "Close returns for \(label)?"
                : "Close returns for \(label) without "
                    + "\(left == 1 ? "1 figure that is" : "\(left) figures that are") not in yet?"
        case .reopen: return "Let officers enter figures for \(label) again?"
        }
    }

    private var paragraphs: [String] {
        switch act {
        case .close:
            [
                "Officers can then no longer type. They are told: “Returns for "
                    + "\(round.period.label) closed on \(today.label). Ask the performance team "
                    + "to reopen it.” What they have typed is kept.",
                "You can still approve, send back and publish what has come in, and you can "
                    + "reopen the round.",
            ]
        case .reopen:
            [
                "Officers can go on with what they have not submitted.",
                round.closesOn < today
                    ? "Its closing date, \(round.closesOn.label), has passed: what comes now is "
                        + "marked as late unless you change that date."
                    : "It closes on \(round.closesOn.label).",
            ]
        }
    }
}

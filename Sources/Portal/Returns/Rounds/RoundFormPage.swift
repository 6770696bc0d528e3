import Mustache
import Scorecard

/// A form for a new round: its quarter, its dates, and the measures that it asks for.
struct RoundFormPage: Page {
    static let template = "returns/round-new"
    let section: Section? = nil
    let address: String? = ReturnLinks.newRound
    let summary = "Open a round in which a quarter’s figures are collected."
    let quarters: RoundQuarters
    /// What can be asked for of the quarter that is chosen; `nil` where there is no quarter left.
    let offer: RoundOffer?
    let form: RoundForm
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home, Visit.rounds].template,
            "action": .text(ReturnLinks.newRound),
            "hasQuarters": .flag(!quarters.open.isEmpty),
            "isChosen": .flag(offer != nil),
            "most": .text("\(RoundQuarters.most)"),
            "quarter": .text(form.quarter),
            "quarterLabel": (offer?.quarter.label).template,
            "quarters": .list(
                quarters.open.map { quarter in
                    [
                        "value": .text(quarter.description), "label": .text(quarter.label),
                        "chosen": .flag(quarter.description == form.quarter),
                    ]
                }),
            "quarterFault": faults["quarter"].template,
            "fields": .list(form.fields(faults).map(\.values)),
            "cancelHref": .text(ReturnLinks.rounds),
        ]
        values.append(
            contentsOf: offer.map { RoundChoiceSection(offer: $0, ticked: form.ticked).values }
                ?? [
                    "hasFigures": false, "figuresCaption": .absent, "nobodyWords": .absent,
                    "groups": .list([]),
                ])
        values.append(contentsOf: faults.values)
        return values
    }
}

/// A form for measures that a round is to ask for besides those that it asks for.
struct RoundMeasuresPage: Page {
    static let template = "returns/round-measures"
    let section: Section? = nil
    var address: String? { ReturnLinks.measures(ofRound: round.id) }
    var summary: String { "Ask for more measures for \(round.period.label)." }
    let round: CollectionRound
    let offer: RoundOffer
    let form: RoundForm
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home, Visit.rounds, round.link].template,
            "action": .text(ReturnLinks.measures(ofRound: round.id)),
            "label": .text(round.period.label),
            "cancelHref": .text(ReturnLinks.round(round.id)),
        ]
        values.append(
            contentsOf: RoundChoiceSection(offer: offer, ticked: form.ticked).values)
        values.append(contentsOf: faults.values)
        return values
    }
}

extension RoundForm {
    /// The fields for dates and note.
    func fields(_ faults: FieldFaults) -> [FieldSection] {
        [
            FieldSection(
                name: "opens", label: "Opening date",
                hint: "From this day on officers can enter figures.", value: opens,
                fault: faults["opens"]),
            FieldSection(
                name: "closes", label: "Closing date",
                hint: "The last day on which figures come in time.", value: closes,
                fault: faults["closes"]),
            FieldSection(
                name: "note", label: "Note to officers (optional)",
                hint: "For example, what is new this time.", kind: .area, value: note,
                fault: faults["note"]),
        ]
    }
}

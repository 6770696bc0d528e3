import Mustache
import Scorecard

/// Asks whether what waits for approval is to be taken back.
struct WithdrawPage: Page {
    static let template = "returns/withdraw"
    let section: Section? = .returns
    let atHand: ReturnAtHand
    let form: SubmitForm?
    var faults = FieldFaults(all: [])

    init(atHand: ReturnAtHand, form: SubmitForm?) {
        self.atHand = atHand
        self.form = form
    }

    private var id: Int64 { atHand.figureReturn.id }
    var address: String? { ReturnLinks.withdraw(id) }
    var summary: String { "Taking back figures. \(atHand.figureReturn.heading)." }

    var values: TemplateRecord {
        let waiting = atHand.own.filter(\.isWithdrawable)
        var values: TemplateRecord = [
            "crumbs": atHand.crumbs.template,
            "heading": .text(atHand.figureReturn.heading),
            "formAction": .text(ReturnLinks.withdraw(id)),
            "cancelHref": .text(ReturnLinks.submitted(id)),
            "checkHref": .text(ReturnLinks.check(id)),
            "isWaiting": .flag(!waiting.isEmpty),
            "figures": .list(
                waiting.map { entry in
                    [
                        "tickName": .text(SubmitForm.tick(of: entry)),
                        "isTicked": .flag(form.map { $0.revisions[entry.id] != nil } ?? true),
                        "title": .text(entry.measure.facts.title),
                    ]
                }),
        ]
        values.append(contentsOf: faults.values)
        return values
    }
}

import Mustache
import Scorecard

/// Asks what needs to change before a figure is sent back.
struct SendBackPage: Page {
    static let template = "returns/send-back"
    let section: Section? = nil
    var address: String? { ReturnLinks.sendBack(entry) }
    var summary: String { heading }
    let entry: ReturnEntry
    let form: ReasonForm
    var faults = FieldFaults(all: [])
    /// Whether somebody has changed it since the page was drawn.
    var isChanged = false

    private var heading: String {
        "Send back \(entry.measure.facts.title), \(entry.period.label)?"
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Link(href: ReturnLinks.approvals, label: "Approvals"),
                Link(href: ReturnLinks.approval(entry.returnID), label: "Approve figures"),
            ].template,
            "heading": .text(heading),
            "action": .text(address ?? ""),
            "cancelHref": .text(ReturnLinks.approval(entry.returnID)),
            "isOpen": .flag(entry.mayBeSentBack),
            "isChanged": .flag(isChanged),
            "state": .text(entry.state.words.lowercased()),
            "isApproved": .flag(entry.state == .approved),
            "revision": .integer(entry.revision),
            "reason": FieldSection.reason(
                form.typed, faults, label: "What needs to change",
                hint: "The officer reads this. Do not include anything that could identify a child."
            ).values,
        ]
        values.append(contentsOf: faults.values)
        return values
    }
}

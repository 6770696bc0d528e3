import Mustache
import Scorecard

/// A return looked through: what is still missing, what is ready, and what it would say.
struct ReturnCheckPage: Page {
    static let template = "returns/check"
    let section: Section? = .returns
    let atHand: ReturnAtHand
    let form: SubmitForm?
    let today: Day
    var faults = FieldFaults(all: [])
    private let pasts: EntryPasts
    private let checks: [EntryCheck]

    init(atHand: ReturnAtHand, pasts: EntryPasts, form: SubmitForm?, today: Day) {
        self.atHand = atHand
        self.pasts = pasts
        self.form = form
        self.today = today
        checks = atHand.own.map { entry in
            EntryCheck(entry, pasts[entry.measure.facts.id] ?? EntryPast())
        }
    }

    private var id: Int64 { atHand.figureReturn.id }
    var address: String? { ReturnLinks.check(id) }
    var summary: String { "What is ready to be submitted. \(atHand.figureReturn.heading)." }

    private var open: [EntryCheck] { checks.filter(\.entry.isEditable) }
    private var ready: [EntryCheck] { open.filter { $0.readiness == .ready } }
    private var unready: [EntryCheck] { open.filter { $0.readiness != .ready } }
    private var closed: [EntryCheck] { checks.filter { !$0.entry.isEditable } }

    var values: TemplateRecord {
        let (ready, unready, closed) = (ready, unready, closed)
        let shared = atHand.shared
        let done = ready.count + closed.count { !$0.entry.state.isOpen }
        var values: TemplateRecord = [
            "crumbs": atHand.crumbs.template,
            "heading": .text(atHand.figureReturn.heading),
            "formAction": .text(ReturnLinks.check(id)),
            "gridHref": .text(ReturnLinks.grid(id)),
            "historyHref": .text(ReturnLinks.history(id)),
            "closes": .text(atHand.figureReturn.round.closesOn.label),
            "progress": .text("\(done) of \(checks.count.counted("figure"))"),
            "hasMissing": .flag(!unready.isEmpty),
            "missing": .list(unready.map(missing)),
            "hasReady": .flag(!ready.isEmpty),
            "ready": .list(ready.map { row($0, shared) }),
            "hasClosed": .flag(!closed.isEmpty),
            "closed": .list(closed.map(closedRow)),
            "isWaiting": .flag(closed.contains { $0.entry.isWithdrawable }),
            "withdrawHref": .text(ReturnLinks.withdraw(id)),
            "submittedHref": .text(ReturnLinks.submitted(id)),
            "others": atHand.others == 0
                ? .absent
                : .text(
                    "\(atHand.others.counted("more figure")) of this return "
                        + "\(atHand.others == 1 ? "is" : "are") entered by others."),
            "declarationName": .text(SubmitForm.declaration),
            "declarationFault": faults[SubmitForm.declaration].template,
            "isDeclared": .flag(form?.isDeclared ?? false),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    /// An entry that cannot be submitted yet, and what is in its way.
    private func missing(_ check: EntryCheck) -> TemplateValue {
        let entry = check.entry
        let href = ReturnLinks.entry(entry)
        // Where nothing was typed, what is missing is the figure.
        let isUntouched = entry.state == .notStarted || check.readiness == .blank
        let faults =
            isUntouched ? [] : check.pageFaults(withMissing: true, namesMeasure: false)
        let isTold = entry.state == .draft
        return [
            "row": .text(SubmitForm.row(of: entry)),
            "title": .text(entry.measure.facts.title),
            "href": .text(href),
            "stateWords": .text(isTold ? check.readiness.words : entry.state.words),
            "stateLook": .text(isTold ? check.readiness.look : entry.state.look),
            "hasFaults": .flag(!faults.isEmpty),
            "faults": .list(
                faults.map { fault in
                    [
                        "href": .text("\(href)?checked=1#\(fault.field)"),
                        "words": .text(fault.words),
                    ]
                }),
        ]
    }

    /// An entry that can be submitted; what was sent back and is as it was must be chosen by hand.
    private func row(_ check: EntryCheck, _ shared: SharedNumbers) -> TemplateValue {
        let entry = check.entry
        let past = pasts[entry.measure.facts.id] ?? EntryPast()
        var values = EntrySection(
            check: check, past: past, shared: shared, isChecked: true, today: today
        ).values
        values.append("row", .text(SubmitForm.row(of: entry)))
        values.append("periodWords", .text(entry.period.inSentence.capitalisedFirst))
        values.append("tickName", .text(SubmitForm.tick(of: entry)))
        values.append(
            "isTicked",
            .flag(form.map { $0.revisions[entry.id] != nil } ?? (entry.state != .sentBack)))
        values.append("isSentBack", .flag(entry.state == .sentBack))
        values.append("isNothing", .flag(check.flag == .nothing))
        values.append(
            "told",
            .list(
                EntryTold(check).all.map { term, words in
                    ["term": .text(term), "words": .text(words)]
                }))
        return .record(values)
    }

    private func closedRow(_ check: EntryCheck) -> TemplateValue {
        let entry = check.entry
        return [
            "row": .text(SubmitForm.row(of: entry)),
            "title": .text(entry.measure.facts.title), "href": .text(ReturnLinks.entry(entry)),
            "stateWords": .text(entry.state.isOpen ? "Closed" : entry.state.words),
            "stateLook": .text(entry.state.look),
        ]
    }
}

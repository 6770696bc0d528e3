import Mustache
import Scorecard

/// That a return is with those who approve it: what, since when, and who they are.
struct SubmittedPage: Page {
    static let template = "returns/submitted"
    let section: Section? = .returns
    let atHand: ReturnAtHand
    /// When each of its entries was submitted, and by whom.
    let submittals: [Submittal]
    let people: [Person]
    let today: Day

    private var id: Int64 { atHand.figureReturn.id }
    var address: String? { ReturnLinks.submitted(id) }
    var summary: String { "Which figures were submitted. \(atHand.figureReturn.heading)." }

    /// Those that were submitted and not given back since, with when and by whom.
    private var sent: [(entry: ReturnEntry, submittal: Submittal)] {
        let byEntry = Dictionary(submittals.map { ($0.entry, $0) }, uniquingKeysWith: { $1 })
        return atHand.own.filter { !$0.state.isOpen }.compactMap { entry in
            byEntry[entry.id].map { (entry, $0) }
        }
    }

    var values: TemplateRecord {
        let sent = sent
        let last = sent.map(\.submittal).max { $0.at < $1.at }
        let waiting = sent.filter { $0.entry.state == .submitted }
        let open = atHand.own.count { $0.state.isOpen }
        return [
            "crumbs": atHand.crumbs.template,
            "heading": .text(atHand.figureReturn.heading),
            "isSubmitted": .flag(last != nil),
            "reference": last.map { reference($0.at) }.template,
            "when": last.map { MomentWords.dayAndTime($0.at) }.template,
            "by": (last?.name).template,
            "figures": .list(sent.map(row)),
            "caption": .text(sent.count.counted("figure")),
            "hasApprovers": .flag(!approvers(of: waiting.map(\.entry)).isEmpty),
            "approvers": .list(approvers(of: waiting.map(\.entry)).map { .text($0) }),
            "isWaiting": .flag(!waiting.isEmpty),
            "isWithdrawable": .flag(waiting.contains { $0.entry.isWithdrawable }),
            "until": .text(until),
            "open": open == 0
                ? .absent
                : .text(
                    "\(open.counted("figure")) of this return that you enter "
                        + "\(open == 1 ? "is" : "are") not submitted yet."),
            "checkHref": .text(ReturnLinks.check(id)),
            "withdrawHref": .text(ReturnLinks.withdraw(id)),
            "historyHref": .text(ReturnLinks.history(id)),
            "returnsHref": .text(ReturnLinks.returns),
        ]
    }

    /// The return and the minute of its last submission, in letters that can be read out.
    private func reference(_ moment: Int) -> String {
        "R\(id)-\(MomentWords.code(moment).filter(\.isNumber))"
    }

    private var until: String {
        let closing = atHand.figureReturn.round.closesOn
        return today <= closing
            ? "They look at it by \(closing.label), when returns for "
                + "\(atHand.figureReturn.round.period.shortLabel) are due."
            : "Returns for \(atHand.figureReturn.round.period.shortLabel) were due on "
                + "\(closing.label), so they look at it as soon as they can."
    }

    private func row(_ entry: ReturnEntry, _ submittal: Submittal) -> TemplateValue {
        [
            "title": .text(entry.measure.facts.title), "href": .text(ReturnLinks.entry(entry)),
            "when": .text(MomentWords.dayAndTime(submittal.at)),
            "by": .text(submittal.name),
            "stateWords": .text(entry.state.words), "stateLook": .text(entry.state.look),
        ]
    }

    /// Who may approve one of these, but not who submitted it.
    private func approvers(of entries: [ReturnEntry]) -> [String] {
        let by = Dictionary(submittals.map { ($0.entry, $0.person) }, uniquingKeysWith: { $1 })
        return people.filter { person in
            person.isActive
                && entries.contains { entry in
                    by[entry.id] != person.id
                        && person.grants.contains {
                            $0.role == .approver && $0.scope.contains(entry.measure.ownership)
                        }
                }
        }.map(\.name).sorted()
    }
}

import Mustache
import Scorecard

/// What waits for the performance lead, return by return, what has waited longest first.
struct ApprovalsPage: Page {
    static let template = "returns/approvals"
    let section: Section? = nil
    let address: String? = ReturnLinks.approvals
    let summary = "Figures that officers have submitted, and that wait for approval."
    let reviews: [ApprovalReview]
    let returns: [Int64: FigureReturn]
    var fault: ApprovalFault?
    /// The returns that were ticked.
    var ticked: Set<Int64> = []
    /// What was done just now, as the address says it.
    var done: ApprovalDone?

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home].template,
            "action": .text(ReturnLinks.approvals),
            "roundsHref": .text(ReturnLinks.rounds),
            "isWaiting": .flag(!reviews.isEmpty),
            "says": .text(says),
            "done": (done?.words).template,
            "rounds": .list(rounds),
            "hasPlain": .flag(groups.contains(where: \.isPlain)),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private var faults: FieldFaults {
        guard let fault else { return FieldFaults(all: []) }
        let first = groups.first(where: \.isPlain).map { "return-\($0.id)" }
        return FieldFaults(all: [FieldFault(field: first ?? "", words: fault.words)])
    }

    private var says: String {
        let unusual = reviews.count(where: \.isUnusual)
        let waiting = reviews.count.counted("figure")
        return "\(waiting) \(reviews.count == 1 ? "waits" : "wait") for approval. "
            + (unusual == 0
                ? "None is unusual."
                : "\(unusual) of them \(unusual == 1 ? "wants" : "want") a closer look.")
    }

    /// The waiting figures of one return.
    private struct Group {
        let id: Int64
        let reviews: [ApprovalReview]

        var since: Int? { reviews.compactMap(\.authors.submitted?.at).min() }
        /// Whether all of it can be approved at once.
        var isPlain: Bool { reviews.allSatisfy { !$0.isUnusual && $0.mayBeApproved } }
        var mark: String { reviews.map(\.entry).mark }
    }

    private var groups: [Group] {
        Dictionary(grouping: reviews, by: \.entry.returnID)
            .map { Group(id: $0.key, reviews: $0.value) }
            .sorted { ($0.since ?? 0, $0.id) < ($1.since ?? 0, $1.id) }
    }

    private var rounds: [TemplateValue] {
        let groups = groups.compactMap { group in returns[group.id].map { (group, $0) } }
        var order: [Int64] = []
        for (_, found) in groups where !order.contains(found.round.id) {
            order.append(found.round.id)
        }
        return order.compactMap { round in
            let own = groups.filter { $0.1.round.id == round }
            return own.first.map { first in
                [
                    "heading": .text(first.1.round.period.label),
                    "id": .text("round-\(round)"),
                    "publishHref": .text(ReturnLinks.publication(round)),
                    "returns": .list(own.map(row)),
                ]
            }
        }
    }

    private func row(_ group: Group, _ found: FigureReturn) -> TemplateValue {
        let unusual = group.reviews.count(where: \.isUnusual)
        let own = group.reviews.count(where: \.isOwn)
        let kinds = ApprovalFlag.Kind.allCases.compactMap { kind -> String? in
            let count = group.reviews.count { $0.flags.contains { $0.kind == kind } }
            return count == 0 ? nil : "\(kind.words.lowercased()): \(count)"
        }
        return [
            "id": .text("return-\(group.id)"),
            "value": .integer(Int(group.id)),
            "boxName": .text(ApprovalForm.figureReturn),
            "markName": .text(ApprovalForm.markName(of: group.id)),
            "mark": .text(group.mark),
            "title": .text(found.title),
            "href": .text(ReturnLinks.approval(group.id)),
            "count": .text(group.reviews.count.counted("figure")),
            "since": group.since.map { .text(MomentWords.day($0)) } ?? .absent,
            "isPlain": .flag(group.isPlain),
            "isTicked": .flag(ticked.contains(group.id)),
            "unusual": unusual == 0 ? .absent : .text("\(unusual) of \(group.reviews.count)"),
            "kinds": kinds.isEmpty ? .absent : .text(kinds.joined(separator: ", ")),
            "own": own == 0
                ? .absent
                : .text(
                    own == group.reviews.count
                        ? "You entered this return, so someone else must approve it"
                        : "You entered \(own) of these, so someone else must approve them"),
        ]
    }
}

/// What was done just now, for the banner of the page that it leads to.
enum ApprovalDone {
    case approved(Int)
    case sentBack

    /// Reads what `address` writes; `nil` for all else.
    init?(_ text: String?) {
        guard let text else { return nil }
        if text == "sent-back" {
            self = .sentBack
        } else if let count = Int(text), (1...1_000_000).contains(count) {
            self = .approved(count)
        } else {
            return nil
        }
    }

    func address(_ path: String) -> String {
        switch self {
        case .approved(let count): "\(path)?done=\(count)"
        case .sentBack: "\(path)?done=sent-back"
        }
    }

    var words: String {
        switch self {
        case .approved(let count):
            "\(count.counted("figure")) approved. Readers see "
                + "\(count == 1 ? "it" : "them") once the round is published."
        case .sentBack: "The figure was sent back."
        }
    }
}

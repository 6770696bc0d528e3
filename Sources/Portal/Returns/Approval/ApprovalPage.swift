import Mustache
import Scorecard

/// The figures of one return that wait for approval, each with what is known of it.
struct ApprovalPage: Page {
    static let template = "returns/approval"
    let section: Section? = nil
    var address: String? { ReturnLinks.approval(figureReturn.id) }
    var summary: String { "Figures that wait for approval. \(figureReturn.heading)." }
    let figureReturn: FigureReturn
    let reviews: [ApprovalReview]
    var fault: ApprovalFault?
    /// The entries that are ticked; those that are not unusual, until somebody says otherwise.
    var ticked: Set<Int64>?
    var done: ApprovalDone?

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": [Links.home, Link(href: ReturnLinks.approvals, label: "Approvals")].template,
            "heading": .text(figureReturn.heading),
            "action": .text(address ?? ""),
            "approvalsHref": .text(ReturnLinks.approvals),
            "publishHref": .text(ReturnLinks.publication(figureReturn.round.id)),
            "done": (done?.words).template,
            "isWaiting": .flag(!reviews.isEmpty),
            "says": .text(says),
            "mayApprove": .flag(reviews.contains(where: \.mayBeApproved)),
            "entries": .list(reviews.map { .record(ApprovalSection($0, isTicked($0)).values) }),
        ]
        let first = reviews.first(where: \.mayBeApproved).map { "figure-\($0.entry.id)" }
        let faults = fault.map { [FieldFault(field: first ?? "", words: $0.words)] } ?? []
        values.append(contentsOf: FieldFaults(all: faults).values)
        return values
    }

    private func isTicked(_ review: ApprovalReview) -> Bool {
        ticked.map { $0.contains(review.entry.id) } ?? !review.isUnusual
    }

    private var says: String {
        let unusual = reviews.count(where: \.isUnusual)
        let count = reviews.count.counted("figure")
        let waits = "\(count) \(reviews.count == 1 ? "waits" : "wait") for approval"
        return unusual == 0
            ? "\(waits). None is unusual, so all that you may approve are ticked."
            : "\(waits), and \(unusual) \(unusual == 1 ? "wants" : "want") a closer look."
                + (unusual == reviews.count ? "" : " The others are ticked.")
    }
}

/// One figure that waits for approval.
struct ApprovalSection {
    private let review: ApprovalReview
    private let isTicked: Bool
    private var check: EntryCheck { review.check }
    private var entry: ReturnEntry { review.entry }
    private var past: EntryPast { review.past }
    private var format: FigureFormat { entry.measure.facts.format }

    init(_ review: ApprovalReview, _ isTicked: Bool) {
        self.review = review
        self.isTicked = isTicked
    }

    var values: TemplateRecord {
        let facts = entry.measure.facts
        var values: TemplateRecord = [
            "id": .text("e\(entry.id)"),
            "boxID": .text("figure-\(entry.id)"),
            "boxName": .text(ApprovalForm.figure),
            "number": .integer(Int(entry.id)),
            "revisionName": .text(EntryForm.revision(of: entry)),
            "revision": .integer(entry.revision),
            "title": .text(facts.title),
            "measureHref": .text(Links.measure(facts.slug)),
            "period": .text(entry.period.label.capitalisedFirst),
            "isTicked": .flag(isTicked && review.mayBeApproved),
            "mayBeApproved": .flag(review.mayBeApproved),
            "own": review.isOwn ? .text(ApprovalFault.own([]).words) : .absent,
            "sendBackHref": .text(ReturnLinks.sendBack(entry)),
            "flags": .list(
                review.flags.map { ["kind": .text($0.kind.words), "words": .text($0.words)] }),
            "hasFlags": .flag(review.isUnusual),
            "beforeLabel": .text(entry.publishedVersion > 0 ? "Published now" : "Last time"),
            "rows": .list(rows),
            "target": target.template,
            "settled": (check.flag?.words).template,
            "hasStatus": .flag(check.standing != nil),
            "said": .list(said),
            "authors": .text(review.authors.words),
        ]
        values.append(
            contentsOf: check.standing?.statusValues
                ?? ["statusClass": .absent, "statusIcon": .absent, "statusWords": .absent])
        values.append(
            contentsOf: check.standing?.changeValues ?? [
                "hasChange": .flag(false), "changeClass": .absent, "changeIcon": .absent,
                "changeWords": .absent, "changeSince": .absent,
            ])
        return values
    }

    private var target: String? {
        check.standing?.target.map { $0.target.words(in: format, on: entry.period.end) }
    }

    /// The whole and the groups, each as it was and as it would be.
    private var rows: [TemplateValue] {
        let groups = check.groups.map { (Optional($0.group), Optional($0.reading)) }
        return ([(nil, check.whole)] + groups).map { group, reading in
            row(group, reading?.figure)
        }
    }

    private func row(_ group: EntryGroup?, _ figure: Figure?) -> TemplateValue {
        let before =
            entry.publishedVersion > 0
            ? past.published(entry.period, group) : past.last(before: entry.period, group)
        let isWithheld =
            figure.map { figure in
                entry.measure.terms.map { $0.withholds(figure) } ?? false
            } ?? false
        return [
            "name": .text(group?.label ?? "All"),
            "before": .text(before.map(text) ?? "None"),
            "beforePeriod": entry.publishedVersion > 0
                ? .absent : (before?.period.shortLabel).template,
            "now": .text(figure.map(text) ?? (check.flag == .nothing ? "[x]" : "Not given")),
            "counts": .text(
                figure.flatMap(Self.counts)
                    ?? (entry.measure.shape == .count ? "A count" : "Not given")),
            "seen": .text(
                isWithheld
                    ? "[c], a small number"
                    : figure == nil ? "[x], no figure yet" : "The figure"),
        ]
    }

    private func text(_ figure: Figure) -> String {
        figure.value.map { format.text($0) }
            ?? (figure.marker ?? QualityMarker.notAvailable).shorthand
    }

    private static func counts(_ figure: Figure) -> String? {
        guard let numerator = figure.numerator, let denominator = figure.denominator else {
            return nil
        }
        let whole = DecimalFormat(decimals: 0)
        return "\(whole.text(numerator)) of \(whole.text(denominator))"
    }

    /// What the officer says, each with its heading.
    private var said: [TemplateValue] {
        let fields: [EntryField] = [
            .reason, .comment, .why, .doing, .action, .who, .by, .progress, .forecast,
        ]
        return fields.compactMap { field in
            guard !entry.content[field].isBlank,
                field != .reason || check.flag == .nothing,
                field != .progress || !entry.content[.action].isBlank
            else { return nil }
            let words =
                field == .progress
                ? ActionState(rawValue: entry.content[field])?.words : entry.content[field]
            return ["label": .text(field.label(in: entry)), "words": words.template]
        }
    }
}

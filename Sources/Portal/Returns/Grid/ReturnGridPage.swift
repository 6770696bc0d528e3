import Mustache
import Scorecard

/// The whole return as one table with boxes.
struct ReturnGridPage: Page {
    /// What the page says of what was just done.
    enum News {
        case none
        /// It is kept; others had changed these entries, as the names tell.
        case done(GridDone, others: [Int64: String])
        /// What was pasted stands in the boxes and is not kept.
        case pasted([PastedFigures.Cell])
        /// What was pasted cannot be taken.
        case refused([String])
    }

    static let template = "returns/grid"
    let section: Section? = .returns
    var address: String? { ReturnLinks.grid(grid.id) }
    var summary: String { "The figures to enter. \(grid.heading.figureReturn.heading)." }
    let grid: ReturnGrid
    let pasts: EntryPasts
    let today: Day
    let order: GridOrder
    var news = News.none
    /// What stands in the box for what is pasted.
    var pasted = ""

    /// The way back from a page of a return.
    static func crumbs(_ grid: ReturnGrid) -> [Link] {
        [
            Links.home, Link(href: ReturnLinks.returns, label: "Your returns"),
            Link(href: ReturnLinks.grid(grid.id), label: grid.heading.figureReturn.name),
        ]
    }

    /// Why a round takes no figures.
    static func closedWords(_ round: CollectionRound) -> String {
        round.closedWords.map { "\($0)." }
            ?? "Returns for \(round.period.label) open on \(round.opensOn.label)."
    }

    var values: TemplateRecord {
        let sections = grid.entries.map(section)
        let rows = sections.map { TemplateValue.record($0.values) }
        let faults = faults(sections)
        var values: TemplateRecord = [
            "crumbs": [Links.home, Link(href: ReturnLinks.returns, label: "Your returns")].template,
            "heading": .text(grid.heading.figureReturn.heading),
            "action": .text(ReturnLinks.grid(grid.id)),
            "hasFaults": .flag(!faults.isEmpty),
            "faultsIntro": faultsIntro(sections).template,
            "faults": .list(
                faults.map { ["href": .text($0.href), "words": .text($0.words)] }),
            "isEditable": .flag(grid.isEditable),
            "closed": closed.template,
            "order": .text(order.rawValue),
            "byRows": .flag(order == .rows),
            "columns": order == .columns ? .list(columns(rows)) : .list([]),
            "orderHref": .text(orderHref),
            "rows": .list(rows),
            "count": .text(grid.entries.count.counted("measure")),
            "others": othersWords.template,
            "pastedText": .text(pasted),
            "opensPaste": .flag(opensPaste),
            "pasteRows": .text(grid.rows.count.counted("row")),
            "confidential": .text(Self.confidential),
        ]
        values.append(contentsOf: facts)
        values.append(contentsOf: links)
        values.append(contentsOf: newsValues(hasFaults: !faults.isEmpty))
        return values
    }

    private func section(_ entry: ReturnEntry) -> ReturnGridSection {
        let past = pasts[entry.measure.facts.id] ?? EntryPast()
        return ReturnGridSection(
            section: EntrySection(
                check: EntryCheck(entry, past), past: past, shared: grid.shared,
                isChecked: isChecked && !entry.isUntouched, today: today,
                base: grid.bases[entry.id]),
            dueOn: grid.progress.dueOn, period: grid.round.period)
    }

    private var isChecked: Bool {
        guard case .done(let done, _) = news else { return false }
        return done != .draft
    }

    /// What is wrong, where somebody has asked for that by saving or pasting.
    private func faults(_ sections: [ReturnGridSection]) -> [(href: String, words: String)] {
        switch news {
        case .none, .pasted: []
        case .done: sections.flatMap(\.faults)
        case .refused(let words): words.map { ("#pasted", $0) }
        }
    }

    /// What is to be mended and confirmed before the return can be submitted.
    private func faultsIntro(_ sections: [ReturnGridSection]) -> String? {
        switch news {
        case .none, .pasted: return nil
        case .refused:
            return "Nothing that you pasted is filled in yet. All else that you typed is below, "
                + "and not saved yet."
        case .done:
            let told = sections.filter { !$0.faults.isEmpty }
            let confirm = told.count { $0.isUnconfirmed }
            let fix = told.count { $0.isFaulty }
            let parts = [
                fix == 0 ? nil : fix == 1 ? "fix this figure" : "fix these \(fix) figures",
                confirm == 0
                    ? nil
                    : confirm == 1 ? "confirm an unusual one" : "confirm \(confirm) unusual ones",
            ].compactMap(\.self)
            let asked = parts.joined(separator: ", and ").capitalisedFirst
            return "We saved your draft. \(asked)\(parts.count > 1 ? "," : "") before you submit "
                + "the return."
        }
    }

    private var facts: TemplateRecord {
        let progress = grid.progress
        let share = progress.total == 0 ? 0 : 256 * progress.ready / progress.total
        return [
            "dueWords": .text(
                progress.dueOn?.dueWords(on: today) ?? grid.round.closesOn.label),
            "isLate": .flag(progress.isLate(on: today)),
            "people": grid.heading.people.isEmpty
                ? .absent : .text(Wording.list(grid.heading.people, "and")),
            "approver": grid.heading.approver.template,
            "stateWords": .text(progress.tag.words),
            "stateLook": .text(progress.tag.look),
            "progress": .text(progress.words),
            "progressWidth": .integer(share),
            "canBeSubmitted": .flag(progress.canBeSubmitted),
            "isWaiting": .flag(grid.entries.contains { $0.state == .submitted }),
            "submitNote": .text(
                progress.total == 1
                    ? "You can submit when the measure is ready."
                    : "You can submit when all \(progress.total) measures are ready."),
        ]
    }

    private var links: TemplateRecord {
        let template = AddressQuery(
            path: ReturnLinks.template, [("format", "xlsx"), ("return", "\(grid.id)")])
        return [
            "templateHref": .text(template.text),
            "templateODSHref": .text(template.with("format", "ods").text),
            "templateCSVHref": .text(template.with("format", "csv").text),
            "uploadHref": .text(ReturnLinks.newUpload),
            "checkHref": .text(ReturnLinks.check(grid.id)),
            "historyHref": .text(ReturnLinks.history(grid.id)),
            "withdrawHref": .text(ReturnLinks.withdraw(grid.id)),
            "returnsHref": .text(ReturnLinks.returns),
        ]
    }

    private var orderHref: String {
        AddressQuery(
            path: ReturnLinks.grid(grid.id),
            [("order", order == .rows ? GridOrder.columns.rawValue : "")]
        ).text
    }

    private var closed: String? {
        let isCutShort = grid.progress.isCutShort
        return isCutShort ? Self.closedWords(grid.round) : nil
    }

    private var othersWords: String? {
        switch grid.others {
        case 0: nil
        case 1: "1 more measure is entered by others."
        default: "\(grid.others) more measures are entered by others."
        }
    }

    private var opensPaste: Bool {
        if case .refused = news { return true }
        return !pasted.isEmpty
    }

    /// The columns one after the other, so that their boxes follow each other downwards.
    private func columns(_ rows: [TemplateValue]) -> [TemplateValue] {
        [("top", "Top numbers"), ("bottom", "Bottom numbers"), ("figure", "Figure is")].map {
            id, heading in
            [
                "id": .text("column-\(id)"), "heading": .text(heading),
                "isTop": .flag(id == "top"), "isBottom": .flag(id == "bottom"),
                "isFlag": .flag(id == "figure"), "rows": .list(rows),
            ]
        }
    }

    private static let confidential =
        "You see the figures you enter. Where they are too small to be shown, members and the "
        + "public see [c], confidential."
}

extension ReturnGridPage {
    private func newsValues(hasFaults: Bool) -> TemplateRecord {
        var saved: String?
        var merged: [String] = []
        var cells: [PastedFigures.Cell] = []
        switch news {
        case .none, .refused: break
        case .done(let done, let others):
            // Where something is wrong, the list of that says that the rest is kept.
            saved = hasFaults ? nil : savedWords(done)
            merged = mergedWords(others)
        case .pasted(let pasted): cells = pasted
        }
        return [
            "hasNews": .flag(saved != nil || !merged.isEmpty),
            "saved": saved.template,
            "merged": .list(merged.map { .text($0) }),
            "pastedCells": .list(cells.map(cell)),
            "pastedCount": .text(pastedCount),
        ]
    }

    private var pastedCount: String {
        guard case .pasted(let cells) = news else { return "" }
        return cells.count == 1
            ? "1 cell that you pasted is filled in below. It is not saved yet."
            : "\(cells.count) cells that you pasted are filled in below. They are not saved yet."
    }

    private func cell(_ cell: PastedFigures.Cell) -> TemplateValue {
        let isFlag = cell.field == .figure
        return [
            "line": .integer(cell.line),
            "row": .text(cell.row),
            "column": .text(cell.column),
            "text": .text(isFlag ? EntryFlag(rawValue: cell.text)?.words ?? cell.text : cell.text),
        ]
    }

    private func savedWords(_ done: GridDone) -> String? {
        let moment = grid.heading.changedAt.map { " on \(MomentWords.dayAndTime($0))" } ?? ""
        return switch done {
        case .draft, .check: "Draft saved\(moment)."
        case .same: "There was nothing new to save."
        }
    }

    private func mergedWords(_ others: [Int64: String]) -> [String] {
        grid.entries.compactMap { entry in
            others[entry.id].map {
                "We also kept what \($0) had changed in \(entry.measure.facts.title) meanwhile."
            }
        }
    }
}

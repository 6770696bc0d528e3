import HTTPServer
import Scorecard

/// The whole return as one grid.
enum GridRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/returns/:return", .enterFigures, show)
        routes.post("/returns/:return", .enterFigures, take)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let grid = try visit.returnGrid(member)
        if let held = visit.heldFields {
            let form = ReturnGridForm(held)
            let typed = grid.typing(EntryForm(held, grid.entries).changes)
            return try page(typed, form.order, visit, pasted: form.pasted)
        }
        return try page(
            grid, try order(request.query), visit, try news(request.query, grid, visit, member))
    }

    private static func order(_ query: Query) throws -> GridOrder {
        guard let asked = query["order"] else { return .rows }
        guard let order = GridOrder(rawValue: asked) else {
            throw Refusal.notFound(NotFound(what: "There is no order of boxes called “\(asked)”."))
        }
        return order
    }

    /// What was just done, as the address says it.
    private static func news(
        _ query: Query, _ grid: ReturnGrid, _ visit: Visit, _ member: Member
    ) throws -> ReturnGridPage.News {
        guard let done = query["saved"].flatMap(GridDone.init) else { return .none }
        let own = Set(grid.entries.map(\.id))
        let merged = (query["merged"] ?? "").split(separator: ".").compactMap { Int64($0) }
            .filter(own.contains)
        guard !merged.isEmpty else { return .done(done, others: [:]) }
        let names = try visit.database.othersNames(of: merged, besides: member.account.id)
        return .done(done, others: names)
    }

    private static func take(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = ReturnGridForm(visit.fields)
        if form.act == .paste { return try paste(form, visit, member) }
        return try visit.once {
            let grid = try visit.returnGrid(member)
            let changes = EntryForm(visit.fields, grid.entries).changes
            switch try visit.save(changes, cause: .typed, by: member) {
            case .saved(let changed, let merged):
                return .seeOther(try address(form, grid, changed, merged, visit, member))
            case .clash(let clashes):
                let page = ClashPage(
                    action: ReturnLinks.grid(grid.id), crumbs: ReturnGridPage.crumbs(grid),
                    clashes: clashes, sent: EntryForm.pairs(visit.fields))
                return try visit.page(page, status: .conflict)
            case .locked(let entries):
                let page = LockedPage(
                    grid: grid, entries: entries, changes: changes,
                    sent: EntryForm.pairs(visit.fields))
                return try visit.page(page, status: .conflict)
            }
        }
    }

    /// Where a form that was saved leads.
    private static func address(
        _ form: ReturnGridForm, _ grid: ReturnGrid, _ changed: [Int64], _ merged: [Int64],
        _ visit: Visit, _ member: Member
    ) throws -> String {
        if form.act == .submit, try visit.returnGrid(member).progress.canBeSubmitted {
            return ReturnLinks.check(grid.id)
        }
        let done: GridDone =
            switch form.act {
            case .draft: .draft
            case .check, .submit, .paste: changed.isEmpty ? .same : .check
            }
        return AddressQuery(
            path: ReturnLinks.grid(grid.id),
            [
                ("saved", done.rawValue),
                ("merged", merged.map(\.description).joined(separator: ".")),
                ("order", form.order == .rows ? "" : form.order.rawValue),
            ]
        ).text
    }

    /// Lays what was pasted into the boxes, beside what else was typed; nothing is kept.
    private static func paste(
        _ form: ReturnGridForm, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let grid = try visit.returnGrid(member)
        let changes = EntryForm(visit.fields, grid.entries).changes
        let figures = PastedFigures(PastedBlock(form.pasted), into: grid.rows)
        guard figures.faults.isEmpty else {
            return try page(
                grid.typing(changes), form.order, visit, .refused(figures.faults),
                pasted: form.pasted, status: .unprocessableContent)
        }
        return try page(
            grid.typing(changes.pasting(figures.cells)), form.order, visit,
            .pasted(figures.cells))
    }

    private static func page(
        _ grid: ReturnGrid, _ order: GridOrder, _ visit: Visit,
        _ news: ReturnGridPage.News = .none, pasted: String = "", status: HTTPStatus = .ok
    ) throws -> Response {
        try visit.page(
            ReturnGridPage(
                grid: grid, pasts: try visit.database.pasts(of: grid.entries),
                today: visit.settings.today(), order: order, news: news, pasted: pasted),
            status: status)
    }
}

extension Visit {
    /// The return of the address, with the entries that somebody enters figures for.
    fileprivate func returnGrid(_ member: Member) throws -> ReturnGrid {
        let text = try parameter("return")
        let missing = Refusal.notFound(
            NotFound(
                what: "You have no return called “\(text)”.",
                choicesHeading: "What you can do",
                choices: [Link(href: ReturnLinks.returns, label: "Your returns")]))
        guard let id = Int64(text), let heading = try database.returnHeading(id) else {
            throw missing
        }
        let all = try database.entries(.ofReturn(id), on: settings.today())
        guard let grid = ReturnGrid(heading, all: all, for: member.account) else { throw missing }
        return grid
    }
}

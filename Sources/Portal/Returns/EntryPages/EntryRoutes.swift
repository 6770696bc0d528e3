import HTTPServer

/// One measure's figure on a page of its own.
enum EntryRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/returns/:return/figures/:figure", .enterFigures, show)
        routes.post("/returns/:return/figures/:figure", .enterFigures, save)
        SubmittingRoutes.add(to: &routes)
        ReturnHistoryRoutes.add(to: &routes)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let (atHand, entry) = try visit.entryAtHand(member)
        var page = try page(visit, atHand, entry)
        page.isChecked = visit.query["checked"] == "1"
        page.done = EntryPage.Done(rawValue: visit.query["saved"] ?? "")
        if let held = visit.heldFields, let typed = EntryForm(held, [entry]).changes.first {
            guard entry.isEditable else {
                page.unsaved = typed
                return try visit.page(page)
            }
            page = try self.page(visit, atHand, entry.holding(typed))
            page.base = typed.base
        }
        return try visit.page(page)
    }

    private static func save(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let act = EntryPage.Act(rawValue: visit.fields["do"] ?? "") ?? .check
        return try visit.once {
            let (atHand, entry) = try visit.entryAtHand(member)
            guard let change = EntryForm(visit.fields, [entry]).changes.first else {
                throw Refusal.badRequest("The form does not say which figure it was drawn from.")
            }
            switch try visit.save([change], cause: .typed, by: member) {
            case .saved(_, let merged):
                return try lead(on: act, isMerged: !merged.isEmpty, visit, member)
            case .clash(let clashes):
                let page = ClashPage(
                    action: ReturnLinks.entry(entry), crumbs: atHand.crumbs, clashes: clashes,
                    sent: EntryForm.pairs(visit.fields))
                return try visit.page(page, status: .conflict)
            case .locked:
                var page = try page(visit, atHand, entry)
                page.unsaved = change
                return try visit.page(page, status: .conflict)
            }
        }
    }

    /// Says what is wrong with what was kept, or leads on.
    private static func lead(
        on act: EntryPage.Act, isMerged: Bool, _ visit: Visit, _ member: Member
    ) throws -> Response {
        // What else is in the return may have changed with it.
        let (atHand, entry) = try visit.entryAtHand(member)
        var page = try page(visit, atHand, entry)
        page.isChecked = act == .check
        page.done = isMerged ? .merged : .draft
        guard page.faults.isEmpty else {
            return try visit.page(page, status: .unprocessableContent)
        }
        return .seeOther(page.address(after: act, isMerged: isMerged))
    }

    private static func page(
        _ visit: Visit, _ atHand: ReturnAtHand, _ entry: ReturnEntry
    ) throws -> EntryPage {
        let pasts = try visit.database.pasts(of: [entry])
        return EntryPage(
            atHand: atHand, entry: entry, past: pasts[entry.measure.facts.id] ?? EntryPast(),
            today: visit.settings.today())
    }
}

extension ReturnEntry {
    /// The entry with what was typed in a form that was held.
    fileprivate func holding(_ change: EntryChange) -> ReturnEntry {
        with(content.replacing(change.fields))
    }
}

extension Visit {
    /// The return and the entry of the address.
    fileprivate func entryAtHand(
        _ member: Member
    ) throws -> (atHand: ReturnAtHand, entry: ReturnEntry) {
        let atHand = try returnAtHand(member)
        return (atHand, try atHand.entry(number("figure") ?? 0))
    }
}

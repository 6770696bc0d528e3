import HTTPServer

/// Changing a figure that is published.
enum RevisingRoutes {
    static func add(to routes: inout Routes) {
        // Officers and leads have this permission, and nobody else; whose measure it is decides.
        routes.get("/returns/:return/figures/:figure/revise", .readWithheld, ask)
        routes.post("/returns/:return/figures/:figure/revise", .readWithheld, act)
    }

    private static func ask(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        var page = try page(visit, member, ReasonForm(visit.heldFields?["reason"] ?? ""))
        page.done = RevisePage.Done(rawValue: request.query["done"] ?? "")
        return try visit.page(page)
    }

    private static func act(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = ReasonForm(visit.fields["reason"] ?? "")
        do {
            return try visit.once {
                visit.fields["do"] == "cancel"
                    ? try cancel(visit, member) : try begin(visit, member, form)
            }
        } catch let faults as FieldFaults {
            var page = try page(visit, member, form)
            page.faults = faults
            return try visit.page(page, status: .unprocessableContent)
        } catch is RevisingFault {
            var page = try page(visit, member, form)
            page.isChanged = true
            return try visit.page(page, status: .conflict)
        }
    }

    private static func begin(
        _ visit: Visit, _ member: Member, _ form: ReasonForm
    ) throws -> Response {
        let entry = try entry(visit, member)
        let reason = try form.checked("Enter why the figure is being revised").get()
        try visit.beginRevision(
            of: entry, drawnAt: revision(visit), reason: reason, by: member)
        let mayEnter = member.account.may(.enterFigures, entry.measure.ownership)
        return .seeOther(
            mayEnter
                ? ReturnLinks.entry(entry) : RevisePage.Done.begun.address(of: entry))
    }

    private static func cancel(_ visit: Visit, _ member: Member) throws -> Response {
        let entry = try entry(visit, member)
        try visit.cancelRevision(of: entry, drawnAt: revision(visit), by: member)
        return .seeOther(RevisePage.Done.cancelled.address(of: entry))
    }

    private static func revision(_ visit: Visit) -> Int? {
        visit.fields["revision"].flatMap { Int($0) }
    }

    private static func page(
        _ visit: Visit, _ member: Member, _ form: ReasonForm
    ) throws -> RevisePage {
        let entry = try entry(visit, member)
        let past = try visit.database.pasts(of: [entry])[entry.measure.facts.id]
        return RevisePage(
            entry: entry, past: past ?? EntryPast(), form: form,
            mayEnter: member.account.may(.enterFigures, entry.measure.ownership))
    }

    private static func entry(_ visit: Visit, _ member: Member) throws -> ReturnEntry {
        let entry = try visit.addressedEntry()
        guard member.account.mayRevise(entry.measure.ownership) else {
            throw Refusal.forbidden(.enterFigures)
        }
        return entry
    }
}

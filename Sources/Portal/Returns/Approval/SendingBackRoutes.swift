import HTTPServer

/// Sending a figure back to be changed.
enum SendingBackRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/approvals/:return/figures/:figure/send-back", .approveFigures, ask)
        routes.post("/approvals/:return/figures/:figure/send-back", .approveFigures, sendBack)
    }

    private static func ask(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let entry = try entry(visit, member)
        let typed = visit.heldFields?["reason"] ?? ""
        return try visit.page(SendBackPage(entry: entry, form: ReasonForm(typed)))
    }

    private static func sendBack(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = ReasonForm(visit.fields["reason"] ?? "")
        do {
            return try visit.once {
                let entry = try entry(visit, member)
                let words = try form.checked("Enter what needs to change").get()
                try visit.sendBack(
                    entry, drawnAt: visit.fields["revision"].flatMap { Int($0) }, words: words,
                    by: member)
                return .seeOther(
                    ApprovalDone.sentBack.address(ReturnLinks.approval(entry.returnID)))
            }
        } catch let faults as FieldFaults {
            var page = SendBackPage(entry: try entry(visit, member), form: form)
            page.faults = faults
            return try visit.page(page, status: .unprocessableContent)
        } catch is ApprovalFault {
            var page = SendBackPage(entry: try entry(visit, member), form: form)
            page.isChanged = true
            return try visit.page(page, status: .conflict)
        }
    }

    private static func entry(_ visit: Visit, _ member: Member) throws -> ReturnEntry {
        let entry = try visit.addressedEntry()
        try member.require(.approveFigures, entry.measure.ownership)
        return entry
    }
}

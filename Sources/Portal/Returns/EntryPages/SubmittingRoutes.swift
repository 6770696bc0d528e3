import HTTPServer

/// Looking through a return, submitting it, and taking it back.
enum SubmittingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/returns/:return/check", .enterFigures, check)
        routes.post("/returns/:return/check", .enterFigures, submit)
        routes.get("/returns/:return/submitted", .enterFigures, submitted)
        routes.get("/returns/:return/withdraw", .enterFigures, askToWithdraw)
        routes.post("/returns/:return/withdraw", .enterFigures, withdraw)
    }

    private static func check(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let atHand = try visit.returnAtHand(member)
        let form = visit.heldFields.map { SubmitForm($0, atHand.own) }
        return try visit.page(checkPage(visit, atHand, form))
    }

    private static func submit(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        do {
            return try visit.once {
                let atHand = try visit.returnAtHand(member)
                try visit.submit(SubmitForm(visit.fields, atHand.entries), of: atHand, by: member)
                return .seeOther(ReturnLinks.submitted(atHand.figureReturn.id))
            }
        } catch let fault as SubmittingFault {
            let atHand = try visit.returnAtHand(member)
            var page = try checkPage(visit, atHand, SubmitForm(visit.fields, atHand.own))
            page.faults = fault.faults
            return try visit.page(page, status: fault.isStale ? .conflict : .unprocessableContent)
        }
    }

    private static func checkPage(
        _ visit: Visit, _ atHand: ReturnAtHand, _ form: SubmitForm?
    ) throws -> ReturnCheckPage {
        ReturnCheckPage(
            atHand: atHand, pasts: try visit.database.pasts(of: atHand.own), form: form,
            today: visit.settings.today())
    }

    private static func submitted(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let atHand = try visit.returnAtHand(member)
        return try visit.page(
            SubmittedPage(
                atHand: atHand,
                submittals: try visit.database.submittals(of: atHand.own.map(\.id)),
                people: try visit.database.people(), today: visit.settings.today()))
    }

    private static func askToWithdraw(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let atHand = try visit.returnAtHand(member)
        let form = visit.heldFields.map { SubmitForm($0, atHand.own) }
        return try visit.page(WithdrawPage(atHand: atHand, form: form))
    }

    private static func withdraw(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        do {
            return try visit.once {
                let atHand = try visit.returnAtHand(member)
                try visit.withdraw(
                    SubmitForm(visit.fields, atHand.entries), of: atHand, by: member)
                return .seeOther(ReturnLinks.check(atHand.figureReturn.id))
            }
        } catch let fault as SubmittingFault {
            let atHand = try visit.returnAtHand(member)
            var page = WithdrawPage(atHand: atHand, form: SubmitForm(visit.fields, atHand.own))
            page.faults = fault.faults
            return try visit.page(page, status: fault.isStale ? .conflict : .unprocessableContent)
        }
    }
}

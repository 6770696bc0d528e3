import HTTPServer
import Scorecard

/// Approval, freezing, correction and withdrawal of reports.
enum FreezingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/submission", .writeReports, askSubmission)
        routes.post("/reports/:report/submission", .writeReports, submit)
        routes.get("/reports/:report/approval", .writeReports, askApproval)
        routes.post("/reports/:report/approval", .writeReports, decide)
        routes.get("/reports/:report/correction", .writeReports) { _, visit, _ in
            try visit.ask(.correct, of: visit.latestFrozenVersion())
        }
        routes.post("/reports/:report/correction", .writeReports) { _, visit, member in
            try visit.act(.correct, by: member) { try visit.latestFrozenVersion() }
        }
        routes.get("/reports/:report/:version/withdrawal", .writeReports) { _, visit, member in
            try visit.ask(.withdraw, of: visit.versionToWithdraw(member))
        }
        routes.post("/reports/:report/:version/withdrawal", .writeReports) { _, visit, member in
            try visit.act(.withdraw, by: member) { try visit.versionToWithdraw(member) }
        }
    }

    private static func askSubmission(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.versionInWork()
        return try visit.page(
            SubmissionPage(
                version: version, person: member.account.id,
                checklist: try visit.checklist(of: version, for: member).checklist))
    }

    private static func submit(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        do {
            return try visit.once {
                let version = try visit.versionInWork()
                let slug = version.edition.slug
                switch visit.fields["act"].flatMap(EditionAct.init) {
                case .submit:
                    try visit.office.submit(version, by: member.account.id)
                    let checklist = try visit.checklist(of: version, for: member).checklist
                    guard checklist.isReady else { throw ReportFault.incomplete }
                    return .seeOther(EditionPage.Done.submitted.address(slug))
                case .takeBack:
                    try visit.office.takeBack(version, by: member.account.id)
                    return .seeOther(EditionLinks.draft(slug))
                case .sendBack, .approve, .correct, .withdraw, nil: throw Refusal.notFound
                }
            }
        } catch let fault as ReportFault {
            let version = try visit.versionInWork()
            let page = SubmissionPage(
                version: version, person: member.account.id,
                checklist: try visit.checklist(of: version, for: member).checklist, fault: fault)
            return try visit.page(page, status: fault.status)
        }
    }

    private static func askApproval(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let typed = visit.heldFields?["reason"] ?? ""
        return try visit.page(try approval(visit, member, ReasonForm(typed)))
    }

    private static func decide(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = ReasonForm(visit.fields["reason"] ?? "")
        do {
            return try visit.once {
                let version = try visit.versionForApproval()
                guard visit.fields["mark"] == version.approvalMark else {
                    throw version.state == .forApproval
                        ? ReportFault.changedMeanwhile : .state(.approve, version.state)
                }
                switch visit.fields["act"].flatMap(EditionAct.init) {
                case .approve:
                    try visit.office.freeze(
                        version, by: member.account.id, member.account.grants)
                    return .seeOther(EditionPage.Done.published.address(version.edition.slug))
                case .sendBack:
                    let words = try form.checked("Enter what needs to change").get()
                    try visit.office.sendBack(version, words: words, by: member.account.id)
                    return .seeOther(EditionPage.Done.sentBack.address(version.edition.slug))
                case .submit, .takeBack, .correct, .withdraw, nil: throw Refusal.notFound
                }
            }
        } catch let faults as FieldFaults {
            var page = try approval(visit, member, form)
            page.faults = faults
            return try visit.page(page, status: .unprocessableContent)
        } catch let fault as ReportFault {
            var page = try approval(visit, member, form)
            page.fault = fault
            return try visit.page(page, status: fault.status)
        }
    }

    private static func approval(
        _ visit: Visit, _ member: Member, _ form: ReasonForm
    ) throws -> ApprovalReportPage {
        let version = try visit.versionForApproval()
        var page = ApprovalReportPage(
            version: version, person: member.account.id,
            checklist: try visit.checklist(of: version, for: member).checklist, form: form)
        page.board = try visit.database.boardTitle(version.content[.board])
        page.scorecards = try visit.database.scorecards(of: EditionTemplate(version.content))
            .map(\.title)
        return page
    }
}

extension Visit {
    /// The published version in the address, for who may withdraw each measure of it.
    fileprivate func versionToWithdraw(_ member: Member) throws -> EditionVersion {
        let version = try frozenVersion()
        let codes = version.frozen?.measures ?? []
        for place in try database.ownerships(ofMeasures: codes) {
            try member.require(.writeReports, place)
        }
        return version
    }

    /// Asks for the reason of an act.
    fileprivate func ask(_ act: EditionAct, of version: EditionVersion) throws -> Response {
        try page(
            ReportReasonPage(
                act: act, version: version, form: ReasonForm(heldFields?["reason"] ?? "")))
    }

    /// Corrects or withdraws a version, for a reason.
    fileprivate func act(
        _ act: EditionAct, by member: Member, _ read: () throws -> EditionVersion
    ) throws -> Response {
        let form = ReasonForm(fields["reason"] ?? "")
        do {
            return try once {
                let version = try read()
                let slug = version.edition.slug
                let reason = try form.checked(act.missingReason).get()
                if act == .correct {
                    try office.correct(version, because: reason, by: member.account.id)
                    return .seeOther(EditionLinks.draft(slug))
                }
                try office.withdraw(version, because: reason, by: member.account.id)
                return .seeOther(EditionPage.Done.withdrawn.address(slug))
            }
        } catch let faults as FieldFaults {
            let page = ReportReasonPage(act: act, version: try read(), form: form, faults: faults)
            return try self.page(page, status: .unprocessableContent)
        } catch is ReportFault {
            // The page says itself why nothing can be done.
            let page = ReportReasonPage(act: act, version: try read(), form: form)
            return try self.page(page, status: .conflict)
        }
    }
}

extension EditionAct {
    /// What is said where no reason is given.
    fileprivate var missingReason: String {
        switch self {
        case .correct: "Enter why the report is corrected"
        case .withdraw: "Enter why the report is withdrawn"
        case .submit, .takeBack, .sendBack, .approve: "Enter why"
        }
    }
}

extension ReportFault {
    /// What a page that tells of it is answered with.
    fileprivate var status: HTTPStatus {
        switch self {
        case .noBoard, .unknownBoard, .incomplete, .addressTaken: .unprocessableContent
        case .ownReport, .beyondScope: .forbidden
        case .state, .changedMeanwhile, .noFingerprint, .noSuchReport, .noSuchVersion, .notFrozen,
            .noSuchPerson, .notActive, .noApprover:
            .conflict
        }
    }
}

import HTTPServer

/// What waits for the performance lead.
enum ApprovalRoutes {
    static func add(to routes: inout Routes) {
        routes.get(ReturnLinks.approvals, .approveFigures, list)
        routes.post(ReturnLinks.approvals, .approveFigures, approveReturns)
        routes.get("/approvals/:return", .approveFigures, show)
        routes.post("/approvals/:return", .approveFigures, approve)
        SendingBackRoutes.add(to: &routes)
    }

    private static func list(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        var page = try page(visit, member)
        page.done = ApprovalDone(request.query["done"])
        if let held = visit.heldFields { page.ticked = Set(ApprovalForm(held).returns.keys) }
        return try visit.page(page)
    }

    private static func approveReturns(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let ticked = ApprovalForm(visit.fields).returns
        do {
            return try visit.once {
                let drawn = try drawn(ticked, visit, member)
                try visit.approve(drawn, by: member)
                return .seeOther(ApprovalDone.approved(drawn.count).address(ReturnLinks.approvals))
            }
        } catch let fault as ApprovalFault {
            var page = try page(visit, member)
            page.fault = fault
            page.ticked = Set(ticked.keys)
            return try visit.page(page, status: fault.status)
        }
    }

    /// The revisions of all that waits in some returns, if they are as they were shown.
    private static func drawn(
        _ ticked: [Int64: String], _ visit: Visit, _ member: Member
    ) throws -> [Int64: Int] {
        guard !ticked.isEmpty else { throw ApprovalFault.nothingTicked }
        let all = try visit.entriesBesideWaiting()
        let waiting = Dictionary(grouping: all.waiting(for: member), by: \.returnID)
        let entries = try ticked.flatMap { id, mark in
            guard let own = waiting[id], own.mark == mark else {
                throw ApprovalFault.changed([])
            }
            return own
        }
        let unusual = try visit.reviews(entries, among: all, for: member)
            .filter(\.isUnusual)
        guard unusual.isEmpty else {
            throw ApprovalFault.changed(unusual.map(\.entry.measure.facts.title))
        }
        return Dictionary(entries.map { ($0.id, $0.revision) }, uniquingKeysWith: { $1 })
    }

    private static func page(_ visit: Visit, _ member: Member) throws -> ApprovalsPage {
        let all = try visit.entriesBesideWaiting()
        let waiting = all.waiting(for: member)
        let ids = Set(waiting.map(\.returnID)).sorted()
        return ApprovalsPage(
            reviews: try visit.reviews(waiting, among: all, for: member),
            returns: try visit.database.approvalReturns(ids))
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        var page = try returnPage(visit, member)
        page.done = ApprovalDone(request.query["done"])
        if let held = visit.heldFields { page.ticked = Set(ApprovalForm(held).entries.keys) }
        return try visit.page(page)
    }

    private static func approve(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let ticked = ApprovalForm(visit.fields).entries
        let id = try visit.returnID()
        do {
            return try visit.once {
                try visit.approve(ticked, by: member)
                let isDone = try visit.database.entries(
                    .ofReturn(id), on: visit.settings.today()
                ).waiting(for: member).isEmpty
                let path = isDone ? ReturnLinks.approvals : ReturnLinks.approval(id)
                return .seeOther(ApprovalDone.approved(ticked.count).address(path))
            }
        } catch let fault as ApprovalFault {
            var page = try returnPage(visit, member)
            page.fault = fault
            page.ticked = Set(ticked.keys)
            return try visit.page(page, status: fault.status)
        }
    }

    /// The page of the return that the address names; who may approve none of it has none.
    private static func returnPage(_ visit: Visit, _ member: Member) throws -> ApprovalPage {
        let id = try visit.returnID()
        let all = try visit.database.entries(.ofReturn(id), on: visit.settings.today())
        guard !all.isEmpty, let found = try visit.database.figureReturn(id) else {
            throw Refusal.notFound(.noReturn)
        }
        let own = all.filter { member.account.may(.approveFigures, $0.measure.ownership) }
        guard !own.isEmpty else { throw Refusal.forbidden(.approveFigures) }
        let waiting = own.filter { $0.state == .submitted }
        return ApprovalPage(
            figureReturn: found, reviews: try visit.reviews(waiting, among: all, for: member))
    }
}

extension Visit {
    /// The return that the address names.
    func returnID() throws -> Int64 {
        guard let id = parameters("return", as: Int64.self) else {
            throw Refusal.notFound(.noReturn)
        }
        return id
    }

    /// The entry that the address names, in the return that it names.
    func addressedEntry() throws -> ReturnEntry {
        let id = try returnID()
        guard let figure = parameters("figure", as: Int64.self),
            let entry = try database.entries(.some([figure]), on: settings.today()).first,
            entry.returnID == id
        else { throw Refusal.notFound(.noReturn) }
        return entry
    }
}

extension NotFound {
    /// A return that is not there.
    static let noReturn = NotFound(
        what: "There is no such return.", choicesHeading: "Where to look instead",
        choices: [Link(href: Links.measures.href, label: "All measures from A to Z")])
}

extension ApprovalFault {
    var status: HTTPStatus {
        switch self {
        case .nothingTicked, .own, .unready: .unprocessableContent
        case .changed: .conflict
        }
    }
}

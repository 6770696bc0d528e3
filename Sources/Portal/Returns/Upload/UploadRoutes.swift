import HTTPServer

/// Files of figures.
enum UploadRoutes {
    static func add(to routes: inout Routes) {
        TemplateRoutes.add(to: &routes)
        routes.get(ReturnLinks.uploads, .useAccount, list)
        routes.get(ReturnLinks.newUpload, .enterFigures, new)
        routes.post(ReturnLinks.newUpload, .enterFigures, takesFiles: true, take)
        routes.get("/uploads/:upload", .useAccount, show)
        routes.post("/uploads/:upload", .enterFigures, keeping: .nothing, apply)
        routes.get("/uploads/:upload/undo", .enterFigures, askToUndo)
        routes.post("/uploads/:upload/undo", .enterFigures, keeping: .nothing, undo)
        routes.get("/uploads/:upload/discard", .enterFigures, askToDiscard)
        routes.post("/uploads/:upload/discard", .enterFigures, keeping: .nothing, discard)
    }

    private static func list(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let seesOthers = member.account.may(.approveFigures)
        guard seesOthers || member.account.may(.enterFigures) else { throw Refusal.notFound }
        let address = AddressQuery(path: ReturnLinks.uploads, [])
        let number = try PageNumber.asked(request.query["page"], of: address)
        let count = try visit.database.uploadCount(
            of: member.account.id, withOthers: seesOthers)
        let pages = Pagination(count: count, pageLength: UploadListPage.pageLength, number)
        guard number <= pages.pages else { throw PageNumber.refusal("\(number)", of: address) }
        let uploads = try visit.database.uploads(
            of: member.account.id, withOthers: seesOthers, from: pages.range.lowerBound,
            count: pages.pageLength)
        return try visit.page(
            UploadListPage(
                uploads: try visit.visible(uploads, to: member), pages: pages,
                reader: member.account))
    }

    private static func new(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(NewUploadPage())
    }

    private static func take(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = UploadForm(visit.submission)
        switch form.checked() {
        case .failure(let faults):
            return try visit.page(
                NewUploadPage(pasted: form.pasted, faults: faults), status: .unprocessableContent)
        case .success(let file):
            return try visit.once { .seeOther(try visit.keep(file, by: member)) }
        }
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let upload = try visit.upload(for: member)
        var response = try preview(upload, request, visit, member)
        // Without a script, too; no page that is done says so.
        if upload.state.isAtWork { response.headers.set("Refresh", "1") }
        return response
    }

    private static func preview(
        _ upload: Upload, _ request: Request, _ visit: Visit, _ member: Member,
        _ faults: FieldFaults = FieldFaults(all: []), _ status: HTTPStatus = .ok
    ) throws -> Response {
        let filter = try UploadFilter(request.query, of: upload)
        let rows =
            upload.state.isAtWork
            ? []
            : try visit.database.rows(
                ofUpload: upload.id, filter.outcome, from: filter.pages.range.lowerBound,
                count: filter.pages.pageLength)
        return try visit.page(
            UploadPage(
                upload: upload, filter: filter, rows: rows,
                isOwn: upload.person == member.account.id,
                mayUndo: member.account.may(.enterFigures) && upload.state == .applied,
                importedBefore: upload.state == .previewed
                    ? try visit.database.earlierImport(of: upload) : nil,
                faults: faults), status: status)
    }

    private static func apply(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let upload = try visit.ownUpload(of: member)
        let form = UploadApplyForm(visit.fields)
        if let faults = form.faults(upload) {
            return try preview(upload, request, visit, member, faults, .unprocessableContent)
        }
        guard form.previews == upload.previews || upload.state != .previewed else {
            return try preview(upload, request, visit, member, .outdated, .conflict)
        }
        return try visit.once {
            _ = try visit.database.beginToApply(upload, leavesOut: form.leavesOut)
            return .seeOther(ReturnLinks.upload(upload.id))
        }
    }

    private static func askToUndo(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let upload = try visit.upload(for: member)
        return try visit.page(visit.undoPage(upload))
    }

    private static func undo(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let upload = try visit.upload(for: member)
        let page = try visit.undoPage(upload)
        guard !page.isBarred || upload.state != .applied else {
            return try visit.page(page, status: .conflict)
        }
        return try visit.once {
            _ = try visit.database.beginToUndo(upload.id, by: member.account.id)
            return .seeOther(ReturnLinks.upload(upload.id))
        }
    }

    private static func askToDiscard(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(UploadActPage(discarding: try visit.ownUpload(of: member)))
    }

    private static func discard(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let upload = try visit.ownUpload(of: member)
        guard upload.mayBeDiscarded else {
            return try visit.page(UploadActPage(discarding: upload), status: .conflict)
        }
        return try visit.once {
            if let now = try visit.database.upload(upload.id), now.mayBeDiscarded {
                try visit.database.discard(upload.id)
                try visit.record(.uploadDiscarded, upload.subject, after: upload.trailValues())
            }
            return .seeOther(ReturnLinks.upload(upload.id))
        }
    }
}

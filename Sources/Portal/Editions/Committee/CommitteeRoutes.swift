import HTTPServer
import Scorecard

/// What committees say of reports, and what is answered.
enum CommitteeRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/comments", .answerCommittees, list)
        routes.get("/comments/:comment", .answerCommittees, show)
        routes.post("/comments/:comment", .answerCommittees, change)
        routes.get("/reports/:report/comments/new", .answerCommittees, new)
        routes.post("/reports/:report/comments/new", .answerCommittees, record)
        LastTimeRoutes.add(to: &routes)
    }

    private static func list(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let comments = try visit.database.comments()
        let filter = try CommentFilter(
            portfolio: request.query["portfolio"], state: request.query["state"],
            of: CommentListPage.portfolios(comments))
        return try visit.page(
            CommentListPage(
                comments, filter, page: request.query["page"], on: visit.settings.today()))
    }

    private static func new(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.publishedVersion()
        let form =
            visit.heldFields.map { CommentForm($0) }
            ?? CommentForm(
                meeting: Day(typed: version.content[.meeting]), on: visit.settings.today())
        return try visit.page(
            NewCommentPage(
                version: version,
                measures: try visit.database.commentableMeasures(ofEdition: version.edition.slug),
                form: form))
    }

    private static func record(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = CommentForm(visit.fields)
        let version = try visit.publishedVersion()
        let measures = try visit.database.commentableMeasures(ofEdition: version.edition.slug)
        do {
            return try visit.once {
                let record = try form.checked(
                    over: nil, about: measures, on: visit.settings.today()
                ).get()
                try visit.requireAnswering(of: [record.measure], member)
                let id = try visit.database.keep(
                    record, ofEdition: version.edition.id, by: member.account.id, at: visit.now)
                try visit.record(
                    .commentRecorded, CommitteeComment.subject(id),
                    after: JSONObject(
                        [("report", version.edition.slug)]
                            + record.members.filter { $0.text != nil }))
                return .seeOther(CommentPage.Done.recorded.address(id))
            }
        } catch let faults as FieldFaults {
            return try visit.page(
                NewCommentPage(version: version, measures: measures, form: form, faults: faults),
                status: .unprocessableContent)
        }
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let comment = try visit.comment()
        let form = visit.heldFields.map { CommentForm($0) } ?? CommentForm(comment)
        var page = try page(of: comment, form, visit)
        page.done = request.query["done"].flatMap(CommentPage.Done.init)
        return try visit.page(page)
    }

    private static func change(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = CommentForm(visit.fields)
        var (comment, isClash) = (try visit.comment(), false)
        let measures = try visit.database.commentableMeasures(ofEdition: comment.report.slug)
        do {
            return try visit.once {
                comment = try visit.comment()
                let record = try form.checked(
                    over: comment.record, about: measures, on: visit.settings.today()
                ).get()
                if record != comment.record {
                    try visit.requireAnswering(
                        of: [comment.record.measure, record.measure], member)
                    isClash = form.revision != comment.revision
                    guard !isClash else { throw FieldFaults(all: []) }
                    try visit.change(comment, to: record)
                }
                return .seeOther(CommentPage.Done.saved.address(comment.id))
            }
        } catch let faults as FieldFaults {
            var page = try page(of: comment, form, visit)
            page.faults = faults
            page.isClash = isClash
            return try visit.page(page, status: isClash ? .conflict : .unprocessableContent)
        }
    }

    private static func page(
        of comment: CommitteeComment, _ form: CommentForm, _ visit: Visit
    ) throws -> CommentPage {
        CommentPage(
            comment: comment,
            measures: try visit.database.commentableMeasures(ofEdition: comment.report.slug),
            history: try visit.database.history(ofComment: comment.id), form: form,
            today: visit.settings.today())
    }
}

extension Visit {
    /// Whether who asks records and answers what committees say.
    var mayAnswerCommittees: Bool { reader.session?.account.may(.answerCommittees) ?? false }

    /// Refuses who may not answer for these measures: what is said of them is read by everybody
    /// at once.
    fileprivate func requireAnswering(of measures: [String?], _ member: Member) throws {
        let codes = Set(measures.compactMap(\.self)).sorted()
        guard !codes.isEmpty else { return }
        for place in try database.ownerships(ofMeasures: codes) {
            try member.require(.answerCommittees, place)
        }
    }

    /// The comment of the address.
    fileprivate func comment() throws -> CommitteeComment {
        let text = try parameter("comment")
        guard let id = Int64(text), "\(id)" == text, let comment = try database.comment(id) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no comment “\(text)”.", choicesHeading: "What there is",
                    choices: [EditionLinks.comments]))
        }
        return comment
    }

    /// The latest published version of the report in the address, also where it was withdrawn.
    fileprivate func publishedVersion() throws -> EditionVersion {
        let slug = try parameter("report")
        let versions = try database.versions(ofEdition: slug)
        if let version = versions.first(where: \.state.isFrozen) { return version }
        throw Refusal.notFound(
            NotFound(
                what: versions.isEmpty
                    ? "There is no report called “\(slug)” that was made here."
                    : "The report has not been published, so no committee has had it.",
                choicesHeading: "Where to look instead", choices: [Links.reports]))
    }

    /// Keeps a comment as it is to be, and writes down what was changed.
    fileprivate func change(_ comment: CommitteeComment, to record: CommentRecord) throws {
        try database.change(comment.id, to: record)
        let changes = record.changes(from: comment.record)
        try self.record(
            record.answer == comment.record.answer ? .commentChanged : .commentAnswered,
            comment.subject, before: changes.before, after: changes.after)
    }
}

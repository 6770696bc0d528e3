import HTTPServer
import Scorecard

/// A draft: its steps, what is missing, and how it is discarded.
enum DraftRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/draft", .writeReports, show)
        routes.get("/reports/:report/draft/discard", .writeReports, askToDiscard)
        routes.post("/reports/:report/draft/discard", .writeReports, discard)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.versionInWork()
        let (source, checklist) = try visit.checklist(of: version, for: member)
        let document = ReportDocument(
            source: source, style: try visit.reportStyle.style(), fingerprint: nil)
        return try visit.page(
            DraftPage(
                source: source, checklist: checklist,
                changes: try visit.database.lastChanges(of: version),
                size: try document.bytes(visit.templates).count, done: visit.draftNotice))
    }

    private static func askToDiscard(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(DiscardPage(version: visit.versionInWork()))
    }

    private static func discard(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        do {
            return try visit.once {
                let version = try visit.versionInWork()
                try visit.discard(version)
                return .seeOther(
                    version.number == 1
                        ? EditionLinks.new
                        : Links.report(
                            version.edition.slug))
            }
        } catch let faults as FieldFaults {
            return try visit.page(
                DiscardPage(version: visit.versionInWork(), faults: faults), status: .conflict)
        }
    }
}

extension Visit {
    /// What has just been done to a draft.
    fileprivate var draftNotice: String? {
        switch query["done"] {
        case "begun"?: "The report is begun. Write it step by step, in any order."
        case let name?:
            EditionStep(rawValue: name).map {
                StepFrame.words(saved: $0, query["merged"] == "1")
            }
        case nil: nil
        }
    }

    /// Takes a draft away that nobody has changed since the question was asked.
    ///
    /// - Throws: `FieldFaults` where it must stay.
    fileprivate func discard(_ version: EditionVersion) throws {
        guard version.state == .draft else {
            throw FieldFaults.whole(
                "It waits for approval. It can be discarded when it has been sent back")
        }
        guard StepForm(fields).base == version.revision else {
            throw FieldFaults.whole(
                "Somebody has changed the draft since you asked. Look at it before you discard it")
        }
        guard try database.discard(version) else {
            throw FieldFaults.whole("A committee has said something of this report, so it stays")
        }
        let texts = version.content.typed.fields.sorted { $0.key < $1.key }
        try record(
            .editionDiscarded, version.subject, before: JSONObject(texts.map { ($0.key, $0.value) })
        )
    }
}

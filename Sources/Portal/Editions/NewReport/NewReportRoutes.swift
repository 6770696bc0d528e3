import HTTPServer
import Scorecard

/// Where a report is begun.
enum NewReportRoutes {
    static func add(to routes: inout Routes) {
        routes.get(EditionLinks.new, .writeReports, show)
        routes.post(EditionLinks.new, .writeReports, begin)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let offer = try visit.reportOffer
        let form = visit.heldFields.map { NewReportForm($0) } ?? NewReportForm(offer)
        return try visit.page(NewReportPage(offer: offer, form: form))
    }

    private static func begin(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = NewReportForm(visit.fields)
        do {
            return try visit.once {
                let report = try form.report(among: visit.reportOffer).get()
                let slug = try visit.begin(report, by: member)
                return .seeOther(
                    AddressQuery(path: EditionLinks.draft(slug), [("done", "begun")]).text)
            }
        } catch let faults as FieldFaults {
            return try visit.page(
                NewReportPage(offer: visit.reportOffer, form: form, faults: faults),
                status: .unprocessableContent)
        }
    }
}

extension Visit {
    fileprivate var reportOffer: ReportOffer {
        get throws {
            ReportOffer(
                before: settings.today(), try database.editions(),
                try database.boardsThatReceiveReports())
        }
    }

    /// Begins a report: its edition, the first version of that, and what it holds.
    ///
    /// - Returns: The last part of its address.
    func begin(_ report: NewReport, by member: Member) throws -> String {
        let slug = try database.freeSlug(report.slug)
        try database.begin(
            NewEdition(
                slug: slug, portfolio: report.portfolio, kind: report.kind,
                kindTitle: report.kindTitle, quarter: report.quarter),
            by: member.account.id, at: now)
        guard let version = try database.versions(ofEdition: slug).first else { return slug }
        if !report.content.typed.isEmpty {
            try database.keep(
                report.content, ofVersion: version.id, by: member.account.id, at: now)
        }
        var begun: [(name: String, text: String?)] = [
            ("portfolio", report.portfolio), ("kind", report.kindTitle ?? report.kind.rawValue),
            ("period", report.quarter.description),
        ]
        begun += report.content.typed.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        try record(.editionBegun, version.subject, after: JSONObject(begun))
        return slug
    }
}

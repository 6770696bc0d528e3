import HTTPServer
import Scorecard

/// Frozen reports: their files, their values and what they changed.
enum FrozenReportRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/:version", .readPublished, show)
        routes.get("/reports/:report/:version/officers", .readWithheld, showToOfficers)
        routes.get("/reports/:report/:version/figures", .readPublished, figures)
        routes.get("/reports/:report/:version/changes", .readPublished, changes)
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let version = try visit.frozenVersion()
        var response = try visit.file(of: version, for: .everyone)
        // The hall keeps it from being kept where who asks has signed in, or has to.
        response.headers.set("Cache-Control", "public, max-age=31536000, immutable")
        return response
    }

    private static func showToOfficers(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.frozenVersion()
        try visit.requireTrueNumbers(ofMeasures: version.frozen?.measures ?? [], member)
        var response = try visit.file(of: version, for: .service)
        response.headers.set("Cache-Control", "no-store")
        return response
    }

    private static func figures(_ request: Request, _ visit: Visit) throws -> Response {
        let version = try visit.frozenVersion()
        let facts = try visit.database.facts(ofVersion: version.id, for: .everyone)
        let address = AddressQuery(
            path: EditionLinks.figures(version.edition.slug, version.label), [])
        let number = try PageNumber.asked(visit.query["page"], of: address)
        let pagination = Pagination(
            count: facts.count, pageLength: ReportFiguresPage.pageLength, number)
        guard number <= pagination.pages else {
            throw PageNumber.refusal("\(number)", of: address)
        }
        return try visit.page(
            ReportFiguresPage(version: version, facts: facts, pagination: pagination))
    }

    private static func changes(_ request: Request, _ visit: Visit) throws -> Response {
        let version = try visit.frozenVersion()
        let facts = try visit.database.facts(ofVersion: version.id, for: .everyone)
        var page = ReportChangesPage(version: version)
        let corrected =
            try version.number > 1
            ? visit.database.versions(ofEdition: version.edition.slug)
                .first { $0.number == version.number - 1 } : nil
        let followed = try version.frozen?.follows.flatMap { try visit.database.version($0) }
        let earlierVersions: [(ReportChangesPage.Kind, EditionVersion?)] = [
            (.corrected, corrected), (.followed, followed),
        ]
        for (kind, earlier) in earlierVersions {
            guard let earlier else { continue }
            let old = try visit.database.facts(ofVersion: earlier.id, for: .everyone)
            page.comparisons.append(
                ReportChangesPage.Comparison(
                    kind: kind, earlier: earlier,
                    differences: ReportDifferences(from: old, to: facts)))
        }
        return try visit.page(page)
    }
}

extension Visit {
    /// The bytes that were kept when the version was frozen, whatever has changed since.
    fileprivate func file(
        of version: EditionVersion, for audience: Audience
    ) throws -> Response {
        guard let document = try database.document(ofVersion: version.id, for: audience),
            let frozen = version.frozen
        else { throw Refusal.notFound }
        var response = Response.html(document.bytes)
        // The file is a whole document, with a style of its own and nothing else.
        response.headers.set(
            "Content-Security-Policy", ReportStyle.policy(digest: document.styleDigest))
        let manner = query.all("download").isEmpty ? "inline" : "attachment"
        response.headers.set(
            "Content-Disposition",
            "\(manner); filename=\"\(version.fileName(for: audience)).html\"")
        response.headers.set("ETag", "\"\(document.fingerprint)\"")
        response.headers.set("Last-Modified", HTTPDate(seconds: frozen.at).description)
        response.headers.set("Accept-Ranges", "bytes")
        return response
    }
}

extension EditionVersion {
    /// What its file is called, without the ending; slugs are letters, digits and hyphens.
    func fileName(for audience: Audience) -> String {
        "\(edition.slug)-\(label)" + (audience == .service ? "-officers" : "")
    }
}

import HTTPServer
import Scorecard

/// Pages about the reports that were published.
enum ReportRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports", .readPublished, list)
        routes.get("/reports/:report", .readPublished, show)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let today = visit.settings.today()
        let reports = try visit.database.reports(publishedBy: today)
        var page = ReportListPage(
            reports: reports + (try visit.database.unplacedReports(publishedBy: today)),
            recipients: try visit.database.boardsThatReceiveReports())
        if let account = visit.reader.session?.account, account.may(.writeReports) {
            let inWork = try visit.database.editions().filter { !$0.state.isFrozen }
            page.inWork = ReportsInWork(versions: inWork, person: account.id)
        }
        return try visit.page(page)
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let slug = try visit.parameter("report")
        let today = visit.settings.today()
        if let page = try visit.editionPage(slug, on: today) { return try visit.page(page) }
        guard let report = try visit.database.report(slug, publishedBy: today) else {
            let all =
                try visit.database.reports(publishedBy: today)
                + visit.database.unplacedReports(publishedBy: today)
            throw Refusal.notFound(
                NotFound(
                    what: "There is no report called “\(slug)”.",
                    choicesHeading: all.isEmpty ? "Where to look instead" : "Reports",
                    choices: all.isEmpty
                        ? [Links.reports]
                        : all.map { Link(href: Links.report($0.slug), label: $0.title) }))
        }
        return try visit.page(
            ReportPage(
                report: report,
                versions: try visit.database.versions(
                    ofReport: report.id, publishedBy: today)))
    }
}

extension Visit {
    /// The page of a report of the portal's own; of one that is not published yet there is one
    /// only for those who write reports.
    fileprivate func editionPage(_ slug: String, on today: Day) throws -> EditionPage? {
        let account = reader.session?.account
        let mayWrite = account?.may(.writeReports) ?? false
        let all = try database.versions(ofEdition: slug)
        let frozen = all.filter { $0.frozen.map { $0.figuresAsAt <= today } ?? false }
        guard let latest = frozen.first ?? (mayWrite ? all.first : nil) else { return nil }
        var page = EditionPage(latest: latest, frozen: frozen)
        page.documents = try database.documents(ofEdition: latest.edition.id)
        page.hasBoard = try latest.frozen.map { try database.boardTitle($0.board) != nil } ?? false
        page.opensOfficers = try account.map { try opensOfficers(frozen, $0) } ?? []
        page.committee = CommentsSection(
            comments: try database.comments(ofEdition: slug), today: today
        ).values(ofReport: slug, mayAnswer: account?.may(.answerCommittees) ?? false)
        if let account, mayWrite {
            page.writer = account.id
            page.inWork = all.first { !$0.state.isFrozen }
            page.done = query["done"].flatMap(EditionPage.Done.init)
        }
        return page
    }

    /// The versions whose true numbers somebody may see, all of them.
    private func opensOfficers(
        _ versions: [EditionVersion], _ account: Account
    ) throws -> Set<Int64> {
        guard account.may(.readWithheld) else { return [] }
        let codes = Set(versions.flatMap { $0.frozen?.measures ?? [] }).sorted()
        let open = Set(
            try database.ownerships(ofMeasures: codes)
                .filter { account.may(.readWithheld, $0) }.map(\.measure))
        return Set(
            versions.filter { open.isSuperset(of: $0.frozen?.measures ?? []) }.map(\.id))
    }
}

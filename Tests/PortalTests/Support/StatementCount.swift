import HTTPServer

@testable import Portal

/// A site whose answers come with how many statements their handlers asked the database.
struct StatementCount {
    /// The most that a page may ask.
    static let most = 8

    private let plan: SitePlan
    private let site: Site

    /// A plan of its own, so that its watch counts this site's connection alone.
    ///
    /// It answers once at the start, so that the moment of the last load, which the hall asks for
    /// when the data has changed, has been asked for.
    init(_ portal: TestPortal) throws {
        plan = try portal.anotherPlan()
        site = try portal.site(of: plan)
        _ = site.respond(to: Request(.get, "/help"))
    }

    /// What is answered, and how many statements the questions of the handler took.
    ///
    /// What the hall asks for every page is left out: it opens and closes the snapshot from which
    /// all questions are answered (BEGIN, COMMIT), and asks whether the data has changed (PRAGMA
    /// data_version). Of a refusal it is the first and the last, since ROLLBACK is no prepared
    /// statement; of a file it is nothing.
    /// A browser that has signed in has a token; who shows it is asked for, too.
    func answer(
        _ path: String, token: SessionToken? = nil
    ) -> (answer: Answer, statements: Int) {
        let before = statements
        var headers: Headers = ["Accept": "text/html"]
        if let token { headers.add("Cookie", "session=\(token.text)") }
        let response = site.respond(to: Request(.get, path, headers: headers))
        let asked = statements - before
        return (Answer(response), max(asked - (response.status == .ok ? 3 : 2), 0))
    }

    /// All statements that the site has run so far.
    private var statements: Int {
        let line = plan.watch.metrics.split(separator: "\n").first {
            $0.contains("sqlite_statements_total ") && !$0.hasPrefix("#")
        }
        return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }
}

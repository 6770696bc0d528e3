import HTTPServer
import Mustache
import SQLite
import Scorecard

/// What a handler has at hand while it answers one request.
struct Visit {
    let database: Database
    let templates: SiteTemplates
    let frame: Frame
    /// The style that stands in each report.
    let reportStyle: ReportStyle
    let settings: Settings
    let parameters: PathParameters
    let watch: SiteWatch
    let passwords: PasswordKeeping
    /// When people were last here.
    let presence: Presence
    /// With what the request came.
    let arrival: Arrival
    /// The secret shared with the browser: its own, or one that it is given with the answer.
    let token: SessionToken?
    /// The form that was sent.
    let submission: Submission?
    /// The path asked for.
    let path: String
    /// From where the request came: a numeric address, or `unix`.
    let address: String
    /// What the log calls the request.
    let requestID: String
    /// What the browser calls itself.
    let agent: String
    /// Whether the browser came over TLS.
    let isSecure: Bool
    /// The moment, in seconds since 1970.
    let now: Int
    /// The path and the query asked for, the latter as it was sent.
    let target: String
    /// What form of the page is asked for.
    let format: PageFormat
    /// Where what is refused is noted for the trail.
    let refusals: RefusalNotes
    /// Whether the page may have a script: those that are for one reader may.
    var isScripted = false
    /// What was typed into the form of this page and sent when its session was over.
    var heldFields: Query?
    /// What there is to say of that.
    var notice: String?

    /// The latest quarter that is over, at whose end measures are judged unless a reader chooses
    /// another.
    var latestPeriod: PeriodChoice {
        get throws { try PeriodChoice(latestOn: settings.today()) }
    }

    /// What new passwords must be.
    var passwordRules: PasswordRules { passwords.rules }

    /// Who asks.
    var reader: Reader { arrival.reader }

    /// For whom figures are shown on the pages that everyone has.
    var audience: Audience { .everyone }

    /// What was typed into the form that was sent.
    var fields: Query { submission?.fields ?? Query(formEncoded: []) }

    /// What stands behind the `?` of the address.
    var query: Query {
        Query(formEncoded: target.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst())
    }

    /// A page in the site's layout, or its figures as a file if they are asked for.
    ///
    /// `owed` is for how many returns who asks has to do something, where the page has asked.
    func page(
        _ page: some Page, status: HTTPStatus = .ok, owed: Int? = nil
    ) throws -> Response {
        let sheetPage = page as? any SheetPage
        // What is wrong with a request is told on a page.
        if case .sheet(let form) = format, status == .ok {
            if let sheetPage { return try file(sheetPage.sheet, as: form) }
            throw Refusal.notFound(PageFormat.nothingToDownload(target))
        }
        let download = sheetPage == nil ? nil : target
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualRoom)
        try templates.render(
            type(of: page).template,
            frame.values(page, download: download, greeting: greeting(owed: owed)), into: &bytes)
        return .html(bytes, status: status)
    }

    /// Rows as a file to keep, which says of a demonstration that it is one.
    func file(_ sheet: Sheet, as form: SheetForm) throws -> Response {
        let isDemonstration = frame.demonstration != nil
        return try (isDemonstration ? sheet.ofDemonstration : sheet).response(as: form)
    }

    /// Whom the page is drawn for.
    private func greeting(owed known: Int?) -> Greeting {
        Greeting(
            account: reader.session?.account, target: target,
            formToken: token.map { FormToken.text($0, settings.random) },
            submissionKey: token.map { _ in Submission.newKey(settings.random) },
            isScripted: isScripted,
            timeLeft: reader.session.map { settings.sessionLimits.left(of: $0, at: now) },
            owed: known ?? owed,
            heldNotice: heldNotice)
    }

    /// For how many returns who asks has to do something, if they enter figures at all.
    private var owed: Int? {
        guard let account = reader.session?.account, reader.session?.isComplete == true,
            account.may(.enterFigures)
        else { return nil }
        // A page that tells of a fault must not fail for the sake of a number beside a link.
        return (try? database.countOfOwedReturns(of: account, on: settings.today())) ?? 0
    }

    /// Room for most pages, so that they are not copied while they grow.
    private static let usualRoom = 131_072

    /// Writes all that `work` writes, or nothing of it.
    ///
    /// For what may be done twice without harm; whatever else a form asks for is done `once`.
    func together<Value>(_ work: () throws -> Value) throws -> Value {
        try database.transaction(work)
    }

    /// The part of the address of that name.
    func parameter(_ name: String) throws -> String {
        guard let text = parameters(name, as: String.self) else { throw Refusal.notFound }
        return text
    }
}

import HTTPServer
import Mustache
import SQLite
import Scorecard

/// What a handler has at hand while it answers one request.
struct Visit {
    let database: Database
    let templates: TemplateLibrary
    let frame: Frame
    let settings: Settings
    let reader: Reader
    let parameters: PathParameters
    let watch: SiteWatch
    /// The path and the query asked for, the latter as it was sent.
    let target: String
    /// What form of the page is asked for.
    let format: PageFormat

    /// The latest quarter that is over, at whose end measures are judged unless a reader chooses
    /// another.
    var latestPeriod: PeriodChoice {
        get throws { try PeriodChoice(latestOn: settings.today()) }
    }

    /// For whom figures are shown: nobody signs in yet, so everyone.
    var audience: Audience { .everyone }

    /// A page in the site's layout, or its figures as a file if they are asked for.
    func page(_ page: some Page, status: HTTPStatus = .ok) throws -> Response {
        let sheetPage = page as? any SheetPage
        // What is wrong with a request is told on a page.
        if format == .csv, status == .ok {
            if let sheetPage { return sheetPage.sheet.response }
            throw Refusal.notFound(PageFormat.nothingToDownload(target))
        }
        let download = sheetPage == nil ? nil : PageFormat.csv.address(of: target)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualRoom)
        try templates.render(
            type(of: page).template, frame.values(page, download: download), into: &bytes)
        return .html(bytes, status: status)
    }

    /// Room for most pages, so that they are not copied while they grow.
    private static let usualRoom = 131_072

    /// The part of the address of that name.
    func parameter(_ name: String) throws -> String {
        guard let text = parameters(name, as: String.self) else { throw Refusal.notFound }
        return text
    }
}

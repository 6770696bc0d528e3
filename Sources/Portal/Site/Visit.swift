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

    /// The latest quarter that is over, at whose end measures are judged unless a reader chooses
    /// another.
    var latestPeriod: PeriodChoice {
        get throws { try PeriodChoice(latestOn: settings.today()) }
    }

    /// For whom figures are shown: nobody signs in yet, so everyone.
    var audience: Audience { .everyone }

    /// A page in the site's layout.
    func page(_ page: some Page, status: HTTPStatus = .ok) throws -> Response {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.usualRoom)
        try templates.render(type(of: page).template, frame.values(page), into: &bytes)
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

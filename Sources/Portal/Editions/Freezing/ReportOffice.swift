import Mustache
import SQLite
import Scorecard

/// Where reports are approved, frozen, corrected and withdrawn, for pages and the command line
/// alike: each act is guarded and written into the audit trail in one transaction.
package struct ReportOffice {
    let database: Database
    let templates: SiteTemplates
    /// The style that stands in each report.
    let style: ReportStyle
    let settings: Settings
    /// The moment of the acts.
    let now: Int
    let actor: TrailEntry.Actor
    /// From where they are asked for; empty for the machine itself.
    var address = ""
    /// What the log calls the request.
    var request = ""

    /// The office of whoever asks for a page.
    init(_ visit: Visit) {
        database = visit.database
        templates = visit.templates
        style = visit.reportStyle
        settings = visit.settings
        now = visit.now
        actor = visit.actor
        address = visit.address
        request = visit.requestID
    }

    /// Opens the portal's database, brought up to this program's schema.
    ///
    /// - Parameters:
    ///   - settings: Where the database, the migrations and the templates are.
    ///   - user: The name of the system's user, whom the audit trail names.
    /// - Throws: What is wrong with them, in one line.
    package init(_ settings: Settings, user: String) throws {
        self.settings = settings
        database = try Database.open(settings, .readWrite)
        try Migrations.apply(from: settings.folder("Resources/Migrations"), to: database)
        templates = SiteTemplates(
            try TemplateLibrary(TemplateLibrary.texts(below: settings.folder("Templates"))))
        style = try ReportStyle(settings)
        now = settings.now()
        actor = .commandLine(user)
    }

    /// Does all of `work` or none of it, with nobody else writing meanwhile.
    func together<Value>(_ work: () throws -> Value) throws -> Value {
        try database.transaction(work)
    }

    /// Answers several questions from one state of the database.
    func atOnce<Value>(_ work: () throws -> Value) throws -> Value {
        try database.snapshot(work)
    }
}

extension Visit {
    /// Where reports are approved and frozen, by whoever asks.
    var office: ReportOffice { ReportOffice(self) }
}

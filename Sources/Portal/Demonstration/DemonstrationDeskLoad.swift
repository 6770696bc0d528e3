import SQLite
import Scorecard

/// The people of a demonstration at work, each in a browser of their own.
struct DemonstrationDesk {
    /// What somebody does in a demonstration.
    enum Part: String, CaseIterable {
        case officer
        /// Opens rounds, approves figures and writes reports.
        case lead
        /// Approves what the lead has written.
        case approver
    }

    let clock: DemonstrationClock
    private let settings: Settings
    private let database: Database
    private let site: Site
    private let people: [Part: Int64]

    init(
        _ settings: Settings, _ clock: DemonstrationClock, _ database: Database,
        people: [Part: Int64]
    ) throws {
        self.settings = settings
        self.clock = clock
        self.database = database
        self.people = people
        // What a page that fails says is told by the browser that asked for it.
        site = try Site(SitePlan(settings)) { _ in }
    }

    /// A browser in which somebody has just signed in.
    func browser(_ part: Part) throws -> DemonstrationBrowser {
        guard let person = people[part] else {
            throw DemonstrationFault("people.csv has nobody for the part «\(part.rawValue)»")
        }
        let token = SessionToken(settings.random)
        try database.begin(
            NewSession(
                token: token, person: person, method: .password, isComplete: true,
                at: clock.now, address: "127.0.0.1", agent: "portal demo"))
        return DemonstrationBrowser(site: site, token: token, clock: clock)
    }

    /// Entries of returns as they are now, by which the controls of forms are known.
    func entries(_ scope: EntryScope) throws -> [ReturnEntry] {
        try database.entries(scope, on: clock.today)
    }

    /// The last part of the address of a report; `nil` where it was not begun.
    func slug(ofKind kind: String, quarter: String) throws -> String? {
        try database.editionSlug(ofKind: kind, period: quarter)
    }

    /// The number of a committee's comment; `nil` where it was not recorded.
    func comment(saying words: String) throws -> Int64? { try database.comment(saying: words) }
}

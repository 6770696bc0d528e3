import HTTPServer
import Mustache
import SQLite
import Scorecard
import Synchronization

@testable import Portal

/// A portal over a database of its own, asked without a socket.
final class TestPortal: Sendable {
    let folder: TemporaryFolder
    let settings: Settings
    let plan: SitePlan
    /// What was logged, line by line.
    let log = Log()

    /// Loads a catalogue as `portal load` does.
    init(_ catalogue: Catalogue, today: String = Harbourside.today) throws {
        folder = try TemporaryFolder()
        try catalogue.write(to: folder)
        settings = try .testing(in: folder, today: today)
        _ = try CatalogueLoad(settings, from: folder).run()
        plan = try Self.plan(settings)
    }

    /// A Harbourside of a test's own: a copy of one that was loaded once, without the files that
    /// it was loaded from.
    ///
    /// - Parameters:
    ///   - today: The day it is.
    ///   - adjust: Changes the settings, such as the moment it is: `{ $0.now = moment.now }`.
    /// - Throws: What cannot be loaded or served.
    init(
        today: String = Harbourside.today, adjust: (inout Settings) -> Void = { _ in }
    ) throws {
        folder = try TemporaryFolder()
        var settings = try Settings.testing(in: folder, today: today)
        adjust(&settings)
        self.settings = settings
        try folder.write(Self.loaded.get(), to: "portal.sqlite")
        plan = try Self.plan(settings)
    }

    /// The database of Harbourside as `portal load` leaves it.
    private static let loaded = Result {
        let folder = try TemporaryFolder()
        try Harbourside.catalogue.write(to: folder)
        let settings = try Settings.testing(in: folder)
        _ = try CatalogueLoad(settings, from: folder).run()
        return try Folder(path: folder.path).bytes(of: "portal.sqlite")
    }

    /// A portal over what was loaded before.
    init(over folder: TemporaryFolder, _ settings: Settings) throws {
        self.folder = folder
        self.settings = settings
        plan = try Self.plan(settings)
    }

    /// Loads the project's own catalogue and figures.
    init(realOn today: String) throws {
        folder = try TemporaryFolder()
        settings = try .testing(in: folder, organisation: "Stockport", today: today)
        _ = try CatalogueLoad(settings).run()
        plan = try Self.plan(settings)
    }

    /// The project's templates, public files and common passwords, read once.
    private static let texts = Result {
        var texts = try SiteContent.Texts(Settings(root: Settings.project, database: ""))
        texts.errorPages = errorPages
        return texts
    }

    /// The project's templates, parsed once.
    static var templates: TemplateLibrary { get throws { try texts.get().parsed } }

    /// Every address of the portal, put together once.
    static let routes = Site.routes

    /// The answers to what reaches no site by one of them: portals of which one page is the same
    /// have all of them the same.
    private static let keptErrorPages = Mutex<[[UInt8]: KeptErrorPages]>([:])

    @Sendable private static func errorPages(
        _ frame: Frame, _ templates: TemplateLibrary, _ isSecure: Bool
    ) throws -> KeptErrorPages {
        let page = ErrorPage(.badRequest, requestID: "")
        var bytes: [UInt8] = [isSecure ? 1 : 0]
        try templates.render(ErrorPage.template, frame.values(page), into: &bytes)
        let known = keptErrorPages.withLock { $0[bytes] }
        if let known { return known }
        let made = try KeptErrorPages(frame, templates, isSecure: isSecure)
        keptErrorPages.withLock { $0[bytes] = made }
        return made
    }

    /// What sites are made from, of texts that were read before.
    static func plan(_ settings: Settings) throws -> SitePlan {
        try SitePlan(settings, texts.get())
    }

    /// One Harbourside for all tests that only read it.
    static let harbourside = Result { try TestPortal() }

    /// The project's own catalogue and figures, loaded once, on the same day.
    static let real = Result { try TestPortal(realOn: Harbourside.today) }

    /// A site of a plan that a test made for this portal, or with addresses of a test's own.
    func site(of plan: SitePlan? = nil, _ routes: Routes = TestPortal.routes) throws -> Site {
        try Site(plan ?? self.plan, routes, Self.templates) { [log] in log.add($0) }
    }

    /// Another plan, with a watch of its own.
    func anotherPlan() throws -> SitePlan { try Self.plan(settings) }

    /// A site for one question at a time, kept for the next one: opening the database anew would
    /// have its schema read each time.
    ///
    /// Unchecked, since the compiler cannot see that a site is in the list only while no thread
    /// uses it: who asks takes it out under the lock, and puts it back when it has answered.
    private struct KeptSite: @unchecked Sendable {
        let site: Site
    }

    private let keptSites = Mutex<[KeptSite]>([])

    /// What a browser is answered.
    func get(_ path: String) throws -> Answer {
        try ask(Request(.get, path, headers: ["Accept": "text/html"]))
    }

    func ask(_ request: Request) throws -> Answer {
        let kept = try keptSites.withLock { $0.popLast() } ?? KeptSite(site: site())
        defer { keptSites.withLock { $0.append(kept) } }
        return Answer(kept.site.respond(to: request))
    }

    /// What the scorecards of some strategies say, added up, with each measure counted once: how
    /// many are off target, close, on target and not judged.
    func sums(of strategies: [String]) throws -> [Int] {
        var statuses: [String: String] = [:]
        for strategy in strategies {
            for row in try get("/scorecards/\(strategy)").rows() {
                statuses[row.measure] = row.status
            }
        }
        let judged = ["Off target", "Close to target", "On target"].map { words in
            statuses.values.count { $0 == words }
        }
        return judged + [statuses.count - judged.reduce(0, +)]
    }

    /// A connection of the test's own.
    func database() throws -> Database {
        try Database(path: settings.database)
    }
}

/// A page of Harbourside.
func get(_ path: String) throws -> Answer {
    try TestPortal.harbourside.get().get(path)
}

/// Lines kept from any thread.
final class Log: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    func add(_ line: String) { kept.withLock { $0.append(line) } }
}

extension Settings {
    /// The folder of the project, three above this file's.
    static let project = #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()

    /// Settings whose database lies in `folder`.
    static func testing(
        in folder: TemporaryFolder, organisation: String = "Harbourside",
        today: String = Harbourside.today
    ) throws -> Settings {
        var settings = Settings(root: project, database: folder.file("portal.sqlite"))
        settings.organisation = organisation
        settings.organisationKind = "Council"
        settings.service = "Children’s performance"
        settings.partnership = "\(organisation) Family Partnership"
        settings.passwordCost = 1
        settings.showsMetrics = true
        guard let clock = Clock.fixed(on: today) else { throw FolderFailure(path: today) }
        settings.today = clock
        return settings
    }
}

extension CatalogueLoad {
    /// A load of the files that a catalogue wrote into `folder`.
    init(_ settings: Settings, from folder: TemporaryFolder) {
        self.init(
            settings, catalogue: folder.file("Catalogue"), figures: folder.file("Figures"))
    }
}

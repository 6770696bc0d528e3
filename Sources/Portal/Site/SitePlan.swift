package import HTTPServer
import SQLite

/// What the sites of all threads are made from: settings, templates and public files, read once.
package struct SitePlan: Sendable {
    private let settings: Settings
    let content: SiteContent
    /// When people were last here.
    let presence = Presence()
    /// What was refused.
    let refusals = RefusalNotes()
    /// What is invented in the database, as every page says; a database is a demonstration from
    /// its beginning or never.
    private let demonstration: String?
    private let works: SiteUpkeep
    /// What those who look after the portal can ask.
    package let watch: SiteWatch

    /// Reads the templates and public files, and makes sure that the database can be served.
    ///
    /// - Throws: What is wrong, in one line, when a template is broken, a folder is missing or
    ///   the database is not one that this program can read.
    package init(_ settings: Settings) throws {
        try self.init(settings, SiteContent.Texts(settings))
    }

    /// The same of templates and passwords that were read before.
    init(_ settings: Settings, _ texts: SiteContent.Texts) throws {
        self.settings = settings
        // What cannot be served leaves the database as it is.
        var version = try SiteContent.Version(settings, texts, nil)
        let database = try Database.open(settings, .readWrite)
        let migrations = try Migrations.read(from: settings.folder("Resources/Migrations"))
        try Migrations.apply(migrations, to: database)
        demonstration = try database.demonstrationWords()
        if demonstration != nil {
            version = try SiteContent.Version(settings, texts, demonstration)
        }
        content = SiteContent(version)
        watch = SiteWatch(migrations)
        works = SiteUpkeep(presence, refusals)
    }

    /// What is wrong with the settings without keeping the portal from its work, a line each.
    package var remarks: [String] { content.current.settings.remarks }

    /// Which GETs are not for a loop: the way in that single sign-on takes, which may wait for
    /// what is written, and pages that are slow to draw.
    package var isSlow: @Sendable (Request) -> Bool {
        { [content, slow = Site.routes.slow] request in
            if case .found = slow.match(request.method, request.path) { return true }
            // The settings are behind a lock, which only this address is worth.
            return request.path == AccountLinks.signIn
                && content.current.settings.signOn.begins(request)
        }
    }

    /// Bytes of content that a path takes, where it takes files; all others take what forms need.
    package var bodyLimit: @Sendable (Method, String) -> Int? {
        let paths = Set(Site.routes.all.filter(\.takesFiles).map(\.pattern))
        return { method, path in
            method == .post && paths.contains(path) ? UploadLimits.body : nil
        }
    }

    /// Makes what works through the files of figures that people have sent.
    ///
    /// - Parameter log: Told of a failure, in one line, once.
    /// - Returns: The work, which belongs to the thread that makes it.
    package func makeWork(log: @escaping (String) -> Void) -> (_ isLast: Bool) -> Void {
        let jobs = UploadJobs(content.current.settings, log: log)
        return { isLast in if !isLast { jobs.run() } }
    }

    /// Writes down what was noted, and takes away what is over; for every few seconds.
    ///
    /// - Parameters:
    ///   - isLast: Whether there will be no other time.
    ///   - log: Told of a failure, in one line, once.
    package func upkeep(isLast: Bool, log: (String) -> Void) {
        works.run(content.current.settings, isLast: isLast, log: log)
    }

    /// Reads the settings, templates and public files anew, for all sites.
    ///
    /// - Throws: What is wrong with them, in one line; then everything stays as it is.
    package func reload() throws {
        let new = try settings.readAnew()
        content.replace(
            with: try SiteContent.Version(new, SiteContent.Texts(new), demonstration))
    }
}

extension SitePlan {
    /// The answer to what is not even a request: a page for browsers, a line for others.
    package var errorResponse: @Sendable (HTTPStatus, Bool, RequestID) -> Response {
        { [content] status, wantsPage, id in
            content.current.errorPages.response(status, wantsPage: wantsPage, id: id)
        }
    }
}

extension StaticFiles {
    /// Where a file is, with the mark of its bytes so that a browser can keep it for ever.
    ///
    /// The plain address if there is no such file: the link then leads to the page that says so.
    func link(to name: String) -> String {
        "/" + (address(of: name) ?? name)
    }
}

extension Settings {
    /// A folder of the portal's own files.
    func folder(_ name: String) -> Folder {
        Folder(path: "\(root)/\(name)")
    }
}

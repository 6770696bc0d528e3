package import Scorecard

/// What differs between one partnership's portal and another's, and between a test and the day.
package struct Settings: Sendable {
    /// The folder that holds `Resources`, `Templates` and `Public`.
    package var root: String
    /// The database file.
    package var database: String
    /// The file that says whose portal it is; `nil` where a test says it.
    private(set) var file: String?

    /// The area whose figures the portal reports, as readers call it.
    package var organisation = ""
    /// What kind of body leads the partnership.
    package var organisationKind = ""
    /// The portal's own name.
    package var service = ""
    /// The partnership, as the footer names it.
    package var partnership = ""
    /// Where the portal is found, such as `https://performance.example.org`; empty if not said.
    package var origin = ""
    /// How one number stands for the statistical neighbours.
    package var neighbourMethod = BenchmarkMethod.median
    /// The council's colours, all of them readable.
    var colours = BrandColours.usual
    /// A picture in `Public` that stands for the council's name in the band at the top.
    var logo: String?
    /// Whom readers can ask.
    var contact = Contact()
    /// Where to write about weaknesses, as `mailto:` or `https:`; `nil` for whom readers ask.
    var securityContact: String?
    /// Whether published pages are open to those who have not signed in.
    var isPublic = true
    /// Whether approvers and administrators must have a second factor.
    var requiresSecondFactor = true
    /// How much work it is to hash a password, as libcrypt counts it for yescrypt, 1 to 11.
    var passwordCost = 7
    /// How long people stay signed in.
    var sessionLimits = SessionLimits()
    /// By whose word people are signed on, where the partnership has single sign-on.
    var signOn = SignOnSettings()
    /// What takes the portal's mail; `nil` where it sends none.
    var sendmail: MailProgram?
    /// What is wrong with the file without keeping the portal from its work, a line each.
    private(set) var remarks: [String] = []

    /// Whether programs on this machine may ask for the numbers of `/metrics`.
    package var showsMetrics = false
    /// Whether templates are read anew for each page, for those who edit them.
    package var reloadsTemplates = false
    /// Bytes that the pages take at most that each thread keeps; 0 where it keeps none.
    package var pageCache = 0
    /// The day it is; tests set it.
    package var today: @Sendable () -> Day
    /// The moment it is, in seconds since 1970; tests set it.
    var now: @Sendable () -> Int = Clock.seconds
    /// So many bytes that nobody can foresee; tests set them.
    var random: @Sendable (Int) -> [UInt8] = Randomness.bytes

    /// Creates settings for the folder and the database given, of a partnership without a name.
    init(root: String, database: String, today: @escaping @Sendable () -> Day = Clock.today) {
        self.root = root
        self.database = database
        self.today = today
    }

    /// Creates settings for the folder and the database given, as a file has them.
    ///
    /// - Parameters:
    ///   - root: The folder that holds `Resources`, `Templates` and `Public`.
    ///   - database: The database file.
    ///   - file: The file, or `nil` for `Resources/Settings/portal.conf` below the root.
    /// - Throws: What is wrong with the file, in one line.
    package init(root: String, database: String, file: String?) throws {
        self.init(root: root, database: database)
        try read(file ?? "\(root)/Resources/Settings/portal.conf")
    }

    /// The same with what the file says now.
    func readAnew() throws -> Settings {
        guard let file else { return self }
        var settings = Settings(root: root, database: database, today: today)
        settings.reloadsTemplates = reloadsTemplates
        settings.pageCache = pageCache
        settings.showsMetrics = showsMetrics
        settings.now = now
        settings.random = random
        try settings.read(file)
        return settings
    }

    private mutating func read(_ path: String) throws {
        file = path
        try SettingsFile(path: path).read(into: &self)
        remarks = colours.replaceUnreadable().map { "\(path): \($0)" }
    }

    /// The council as it calls itself, such as `Stockport Council`.
    var organisationName: String { "\(organisation) \(organisationKind)" }
}

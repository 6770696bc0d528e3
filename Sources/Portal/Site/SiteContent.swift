import HTTPServer
import Mustache
import Synchronization

/// The settings, templates and public files as they were last read, for the sites of all threads.
///
/// A site asks for the number at each request, which costs nothing, and for the rest only when
/// the number is another.
final class SiteContent: Sendable {
    struct Version: Sendable {
        /// The templates' texts.
        ///
        /// Each site parses for itself those that it shows.
        let templateTexts: [String: String]
        let publicFiles: StaticFiles
        /// What all pages have around them.
        let frame: Frame
        /// The style that stands in each report.
        let reportStyle: ReportStyle
        /// The answers to what reaches no site.
        let errorPages: KeptErrorPages
        /// What passwords are held against.
        let passwords: PasswordKeeping
        /// The settings of its time.
        let settings: Settings
        /// When it was read, in seconds since 1970.
        let readAt: Int

        /// Reads what a version is made of; `demonstration` is what is invented in its database.
        init(_ settings: Settings, _ texts: Texts, _ demonstration: String? = nil) throws {
            readAt = Clock.seconds()
            self.settings = settings
            templateTexts = texts.templates
            var files = texts.publicFiles
            files.add(
                "brand.css", Array(settings.colours.styleSheet.utf8), fields: SecurityFields.all())
            if !settings.isPublic {
                files.add(
                    "robots.txt", Array("User-agent: *\nDisallow: /\n".utf8),
                    fields: SecurityFields.all())
            }
            publicFiles = files
            frame = Frame(settings, demonstration, addressOf: publicFiles.link)
            reportStyle = ReportStyle(settings.colours, texts.reportRules)
            errorPages = try texts.errorPages(
                frame, texts.parsed, settings.origin.hasPrefix("https:"))
            passwords = try PasswordKeeping(settings, texts.passwords)
        }
    }

    /// What is read from the portal's own folders and takes longest, whatever the settings say.
    ///
    /// Apart from a version, so that tests, which make many portals, read it once.
    struct Texts: Sendable {
        let templates: [String: String]
        /// The same, read.
        let parsed: TemplateLibrary
        let passwords: CommonPasswords
        let reportRules: ReportRules
        /// The public files, without those that the settings make.
        let publicFiles: StaticFiles
        /// Makes the answers to what reaches no site; tests keep those of portals that look alike.
        var errorPages: @Sendable (Frame, TemplateLibrary, Bool) throws -> KeptErrorPages = {
            try KeptErrorPages($0, $1, isSecure: $2)
        }

        init(_ settings: Settings) throws {
            templates = try TemplateLibrary.texts(below: settings.folder("Templates"))
            parsed = try TemplateLibrary(templates)
            passwords = try CommonPasswords(settings.folder("Resources/Passwords"))
            publicFiles = try StaticFiles(
                root: settings.folder("Public").path, fields: SecurityFields.all())
            reportRules = try ReportRules(settings, templates)
        }
    }

    private let version: Mutex<Version>
    private let generation = Atomic(0)

    init(_ version: Version) {
        self.version = Mutex(version)
    }

    /// A number that changes with what is here.
    var number: Int { generation.load(ordering: .acquiring) }

    var current: Version { version.withLock { $0 } }

    func replace(with new: Version) {
        version.withLock { $0 = new }
        generation.wrappingAdd(1, ordering: .releasing)
    }
}

package import HTTPServer
import Mustache
import SQLite

/// What the sites of all threads are made from: settings, templates and public files, read once.
package struct SitePlan: Sendable {
    let settings: Settings
    /// The templates' texts.
    ///
    /// Each site parses them for itself: parsed templates that threads shared would have all of
    /// them count references in the same places.
    let templateTexts: [String: String]
    let publicFiles: StaticFiles
    /// What all pages have around them.
    let frame: Frame
    private let errorPages: KeptErrorPages

    /// Reads the templates and public files, and makes sure that the database can be served.
    ///
    /// - Throws: What is wrong, in one line, when a template is broken, a folder is missing or
    ///   the database is not one that this program can read.
    package init(_ settings: Settings) throws {
        self.settings = settings
        templateTexts = try TemplateLibrary.texts(below: settings.folder("Templates"))
        let templates = try TemplateLibrary(templateTexts)
        publicFiles = try StaticFiles(root: settings.folder("Public").path)
        frame = Frame(settings, addressOf: publicFiles.link)
        errorPages = try KeptErrorPages(frame, templates)
        let database = try Database.open(settings, .readWrite)
        try Migrations.apply(from: settings.folder("Resources/Migrations"), to: database)
    }
}

extension SitePlan {
    /// The answer to what is not even a request: a page for browsers, a line for others.
    package var errorResponse: @Sendable (HTTPStatus, Bool) -> Response {
        { [errorPages] status, wantsPage in
            errorPages.response(status, wantsPage: wantsPage, requestID: nil)
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

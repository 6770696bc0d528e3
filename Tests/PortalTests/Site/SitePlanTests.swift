import HTTPServer
import Testing

@testable import Portal

@Suite struct SitePlanTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a portal without its own files does not start, and says which are missing`() throws
    {
        var settings = try Settings.testing(in: folder)
        settings.root = folder.path
        let error = try #require(throws: (any Error).self) { try SitePlan(settings) }
        #expect("\(error)" == "\(folder.path)/Templates: No such file or directory")
    }

    @Test func `a template that is broken stops the start with its file and line`() throws {
        var settings = try Settings.testing(in: folder)
        settings.root = folder.path
        try folder.write(Array("<h1>\n{{#title}}\n</h1>".utf8), to: "Templates/show.mustache")
        let error = try #require(throws: (any Error).self) { try SitePlan(settings) }
        #expect("\(error)".contains("show"))
        #expect(!"\(error)".contains("\n"))
    }

    @Test func `an error page that cannot be shown stops the start with its file and line`() throws
    {
        var settings = try Settings.testing(in: folder)
        settings.root = folder.path
        try folder.write(Array("<p>frame</p>".utf8), to: "Templates/frame.mustache")
        try folder.write([], to: "Public/portal.css")
        try folder.write([], to: "Resources/README.md")
        try folder.write(Array("password\n".utf8), to: "Resources/Passwords/common.txt")
        try folder.write(
            Array("<h1>\n{{haeding}}\n</h1>".utf8), to: "Templates/errors/show.mustache")
        let error = try #require(throws: (any Error).self) { try SitePlan(settings) }
        #expect("\(error)" == "errors/show:2: no value for «haeding»")
    }

    @Test func `a database in a folder that is not there is told in one line`() throws {
        var settings = try Settings.testing(in: folder)
        settings.database = folder.file("none/portal.sqlite")
        let error = try #require(throws: (any Error).self) { try SitePlan(settings) }
        #expect("\(error)".hasPrefix("\(settings.database) cannot be opened"))
        #expect(!"\(error)".contains("\n"))
    }

    @Test(arguments: [
        ("/reports/mid-year/draft/preview", true),
        ("/reports/mid-year/draft/preview/officers", true), ("/reports/mid-year/draft", false),
        ("/reports/mid-year", false), ("/scorecards/schools", false), ("/", false),
        ("/sign-in", false),
    ])
    func `what is slow to draw is for the threads that take forms`(
        _ path: String, _ isSlow: Bool
    ) throws {
        let plan = try TestPortal.harbourside.get().plan
        #expect(plan.isSlow(Request(.get, path)) == isSlow)
        #expect(plan.isSlow(Request(.head, path)) == isSlow)
    }
}

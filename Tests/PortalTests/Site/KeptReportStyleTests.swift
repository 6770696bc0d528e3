import Testing

@testable import Portal

@Suite struct KeptReportStyleTests {
    @Test(arguments: [false, true])
    func `it is the style of reports, kept or read anew`(reloads: Bool) throws {
        var settings = try TestPortal.harbourside.get().settings
        settings.reloadsTemplates = reloads
        let kept = KeptReportStyle(settings)
        #expect(try kept.style() == ReportStyle(settings))
        // Where it is kept, nobody reads the folders again.
        #expect(try kept.style() == kept.style())
    }
}

import HTTPServer
import Testing

@testable import Portal

/// How many questions pages ask: a few, and no more where there is more to show.
@Suite struct StatementCountTests {
    private static let twice = Result {
        try TestPortal(Harbourside.catalogue.withEveryMeasureTwice)
    }

    @Test func `no page asks more than a few statements`() throws {
        let pages = try Crawl.everywhere
        #expect(pages.count > 30)
        for page in pages {
            #expect(page.statements <= StatementCount.most, "\(page.path)")
        }
    }

    @Test func `statements are counted`() throws {
        let site = try StatementCount(TestPortal.harbourside.get())
        #expect(site.answer("/help").statements == 0)
        // Its heading, which is not there, and the choices.
        #expect(site.answer("/scorecards/nowhere").statements == 2)
        // Heading, groups, sources, figures and targets.
        #expect(site.answer("/scorecards/schools").statements == 5)
    }

    @Test(arguments: [
        "/", "/attention", "/changes", "/inequality", "/measures?q=attendance&sort=change",
        "/search?q=attendence", "/search?q=care", "/scorecards", "/data/figures.csv",
    ])
    func `a page of everything asks no more than a few`(path: String) throws {
        let site = try StatementCount(TestPortal.real.get())
        let (answer, statements) = site.answer(path)
        #expect(answer.status == .ok)
        #expect(statements <= StatementCount.most, "\(path)")
    }

    @Test(arguments: [
        "/", "/attention", "/changes", "/measures", "/inequality", "/scorecards",
        "/scorecards/schools/compare", "/scorecards/schools/grid", "/scorecards/schools/inequality",
        "/scorecards/boards/family-board/compare", "/strategies/start-well/every-day-counts",
        "/boards/family-board",
    ])
    func `a page of twice the measures asks as many`(path: String) throws {
        let once = try StatementCount(TestPortal.harbourside.get()).answer(path)
        let twice = try StatementCount(Self.twice.get()).answer(path)
        #expect(once.answer.status == .ok)
        #expect(twice.answer.source.utf8.count > once.answer.source.utf8.count)
        #expect(twice.statements == once.statements)
    }

    @Test(arguments: ["start-well", "schools", "goal-1", "first-steps"])
    func `a scorecard of twice the rows asks as many`(scorecard: String) throws {
        let once = try StatementCount(TestPortal.harbourside.get())
            .answer("/scorecards/\(scorecard)")
        let twice = try StatementCount(Self.twice.get()).answer("/scorecards/\(scorecard)")
        #expect(try twice.answer.rows().count == once.answer.rows().count * 2)
        #expect(twice.statements == once.statements)
    }
}

extension Catalogue {
    /// The same with a second measure beside each, in all but its name the same.
    var withEveryMeasureTwice: Catalogue {
        var catalogue = self
        for (file, column) in [
            ("measures", "code"), ("placements", "measure"), ("targets", "measure"),
            ("measure_series", "measure"),
        ] {
            let file = "Catalogue/\(file).csv"
            for (place, row) in self[file].rows.enumerated() {
                catalogue[file].append(row)
                let line = 2 + self[file].rows.count + place
                for column in [column, "slug"] {
                    guard let index = self[file].columns.firstIndex(of: column) else { continue }
                    catalogue[file].set(column, row[index] + "-again", line: line)
                }
            }
        }
        return catalogue
    }
}

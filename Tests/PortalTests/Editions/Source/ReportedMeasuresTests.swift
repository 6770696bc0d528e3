import Scorecard
import Testing

@testable import Portal

/// What a report reads of its measures.
@Suite struct ReportedMeasuresTests {
    private let measures: ReportedMeasures

    init() throws {
        measures = try ReportPaper.source(over: TestPortal.harbourside.get()).measures
    }

    /// The measures of the other scorecard, on which officers’ words and quarters are.
    private static var schools: ReportedMeasures {
        get throws {
            try ReportPaper.source(
                ["scorecards": "schools"], over: TestPortal.harbourside.get()
            ).measures
        }
    }

    private func id(_ code: String) throws -> Int64 {
        try #require(measures.all.first { $0.measure.code == code }).measure.id
    }

    @Test func `each measure stands once, where it is named first`() {
        #expect(
            measures.all.map(\.measure.code) == [
                "ATTEND", "SUSPEND", "READING", "CUSTODY", "READY", "FED", "TEETH", "HEARD",
                "JOY", "VOICE",
            ])
    }

    @Test func `what is said, done and expected is by measure, the newest first`() throws {
        let schools = try Self.schools
        let words = schools.words
        let moves = try #require(schools.all.first { $0.measure.code == "MOVES" }).measure.id
        #expect(words.commentary[moves]?.map(\.period.shortLabel) == ["2025/26", "2024/25"])
        #expect(
            words.actions[moves]?.map(\.what) == [
                "Open a third home", "Ask carers what they need", "Write to former carers",
            ])
        #expect(words.forecasts[moves]?.map(\.role) == ["Head of children in care"])
        #expect(Set(words.commentary.keys) == [moves])
    }

    @Test func `a figure says where it is from and since when it is known here`() throws {
        let schools = try Self.schools
        let moves = try #require(schools.all.first { $0.measure.code == "MOVES" })
        let release = try #require(schools.releases[moves.measure.id])
        #expect(release.publication == "The Department, Returns")
        #expect(release.knownOn == Day("2026-07-15"))
        #expect(!release.isReturned)
        #expect(release.matchNote == "Counts those in care on one day")
        #expect(release.caution == "Small numbers move much.")
    }

    @Test func `a target is known with its scope`() throws {
        #expect(measures.targets[try id("ATTEND")]?.map(\.scope) == [.local])
        #expect(measures.targets[try id("SUSPEND")]?.map(\.scope) == [.national])
        #expect(measures.targets[try id("HEARD")] == nil)
    }

    @Test func `quarters stand side by side only where figures come by quarter`() throws {
        #expect(measures.quarters == nil)
        let schools = try Self.schools
        let places = try #require(schools.all.first { $0.measure.code == "PLACES" }).measure.id
        #expect(schools.quarters?.cells(of: places).count(where: \.isNew) == 2)
    }
}

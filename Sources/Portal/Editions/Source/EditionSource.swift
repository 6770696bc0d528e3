import Scorecard

/// All that a report is made from, read once: what was written, and what the portal knows.
///
/// The parts of a report are made from it and ask nothing more, so that whatever a version shows
/// is from one state of the database.
struct EditionSource {
    let version: EditionVersion
    let template: EditionTemplate
    /// Whose numbers are shown: withheld ones are true for the service alone.
    let audience: Audience
    /// The day as at which the figures stand.
    let day: Day
    /// Whose portal it is.
    let portal: EditionPortal
    /// The board that receives the report, if one is chosen.
    let board: BoardRole?
    /// What is invented, where the database is a demonstration.
    let demonstration: String?
    let measures: ReportedMeasures
    let delivery: ReportedDelivery
    let past: ReportedPast
    /// The day from which the figure of each period stands as it does now, by the measure’s id.
    let knownDays: [Int64: [Period: Day]]

    var edition: Edition { version.edition }
    var content: EditionContent { version.content }
    /// The day at whose end measures are judged.
    var judgedOn: Day { edition.quarter.end }

    /// The codes of the measures whose numbers the report shows: its own, and those of which it
    /// lists what they were in a report before it.
    var measuresTold: [String] {
        let before = (past.facts + past.correctedFacts).filter {
            ReportDifferences.sectionsOfFigures.contains($0.section)
        }
        var known: Set<String> = []
        return (measures.groups.flatMap(\.measures).map(\.code) + before.map(\.subject))
            .filter { known.insert($0).inserted }
    }
}

/// What a report says of the portal that made it.
struct EditionPortal: Equatable {
    /// The area whose figures are reported, and the council as it calls itself.
    let organisation: String
    let organisationName: String
    let partnership: String
    let service: String
    /// Where the portal is found; empty where it is not said.
    let origin: String
    let neighbourMethod: BenchmarkMethod

    init(_ settings: Settings) {
        organisation = settings.organisation
        organisationName = settings.organisationName
        partnership = settings.partnership
        service = settings.service
        origin = settings.origin
        neighbourMethod = settings.neighbourMethod
    }
}

/// A value, a text or a rule that a report shows.
struct ReportFact: Equatable {
    let section: String
    /// What it is of, such as a measure's code, with what readers call it.
    let subject: String
    let subjectTitle: String
    /// Which of its values, such as `latest`.
    let name: String
    let text: String
}

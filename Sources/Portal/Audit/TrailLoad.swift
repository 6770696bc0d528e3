import SQLite
import Scorecard

/// What a load writes into the audit trail, in the transaction of the load.
///
/// A figure that is revised is written down with its true numbers, also where readers see that it
/// is withheld: who reads the trail must be able to tell what was changed. No page but the
/// trail's own shows them.
struct TrailLoad {
    let database: Database
    let actor: TrailEntry.Actor
    private let now: Int
    private let today: Day
    /// The newest version of a figure from before the load; 0 before the first load.
    private let newest: Int64

    /// Notes how things stand before the load.
    init(database: Database, actor: TrailEntry.Actor, _ settings: Settings) throws {
        self.database = database
        self.actor = actor
        now = settings.now()
        today = settings.today()
        newest = try database.noteStandingVersions()
    }

    /// Writes down that files were loaded, and each figure that is not as it was.
    func record(_ outcome: CatalogueLoad.Outcome, digest: String, earlier: String?) throws {
        try database.append(
            TrailEntry(
                actor: actor, action: .loaded,
                subject: TrailEntry.Subject(kind: .catalogue, name: TrailEntry.Subject.catalogue),
                before: earlier.map { JSONObject(["digest": $0]) }, after: counts(outcome, digest)),
            at: now)
        for revision in try newest == 0 ? [] : database.revisedFigures(since: newest) {
            try database.append(
                TrailEntry(
                    actor: actor, action: .figureRevised,
                    subject: TrailEntry.Subject(kind: .figure, name: revision.subject),
                    before: revision.object(revision.before),
                    after: revision.object(revision.after)),
                at: now)
        }
    }

    private func counts(_ outcome: CatalogueLoad.Outcome, _ digest: String) -> JSONObject? {
        switch outcome {
        case .unchanged: nil
        case .loaded(let strategies, let measures, let figures):
            JSONObject([
                "digest": digest, "strategies": "\(strategies)", "measures": "\(measures)",
                "figures": "\(figures)", "known_on": today.description,
            ])
        }
    }
}

extension TrailEntry.Subject {
    /// The name of all that is loaded.
    static let catalogue = "catalogue"
}

/// A figure of a measure that a load has given another value.
struct RevisedFigure: Equatable {
    /// A figure as one version has it.
    struct Version: Equatable {
        let status: String
        let value: FixedDecimal?
        let numerator: FixedDecimal?
        let denominator: FixedDecimal?
        let marker: String?
        let knownOn: Day
    }

    /// The code of the measure and of the period: `SEND-07/2025-26-Q1`.
    let subject: String
    let series: String
    let breakdown: String
    let before: Version
    let after: Version

    /// What the trail keeps of a version: which line it is of, and all its numbers.
    func object(_ version: Version) -> JSONObject {
        JSONObject([
            "series": series, "breakdown": breakdown, "status": version.status,
            "value": Self.text(version.value), "numerator": Self.text(version.numerator),
            "denominator": Self.text(version.denominator), "marker": version.marker,
            "known_on": version.knownOn.description,
        ])
    }

    private static func text(_ number: FixedDecimal?) -> String? {
        number.map { $0.description }
    }
}

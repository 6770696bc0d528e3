import SQLite
import Scorecard

@testable import Portal

/// Harbourside with measures that officers collect each quarter.
///
/// It is read on 15 July 2026, so the round is that of Q1 2026/27. Its figures are made up.
enum HarboursideReturns {
    static var catalogue: Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"] = Catalogue.Table(
            catalogue["Catalogue/measures.csv"], adding: "service", "owner_role")
        for measure in measures { catalogue["Catalogue/measures.csv"].add(all: measure) }
        for measure in measures {
            catalogue["Catalogue/placements.csv"].add([
                "measure": measure["code"] ?? "", "strategy": "schools", "heading": "Each quarter",
            ])
        }
        for (measure, kind, value, tolerance) in [
            ("PLANS", "at-least", "60", "5"), ("MISSING", "at-most", "20", "2"),
        ] {
            catalogue["Catalogue/targets.csv"].add([
                "measure": measure, "kind": kind, "value": value, "tolerance": tolerance,
                "scope": "local",
            ])
        }
        for group in ["FSM", "SEN"] {
            catalogue["Figures/breakdowns.csv"].add([
                "breakdown": group, "label": "\(group) children", "dimension": "Need",
            ])
        }
        for group in ["FSM", "SEN"] {
            catalogue["Catalogue/collected_groups.csv"].add([
                "measure": "MISSING", "breakdown": group,
            ])
        }
        return catalogue
    }

    private static let measures: [[String: String]] = [
        // A percentage, judged: at least 60, with 5 points allowed.
        measure("PLANS", "plans-in-time", "Plans in time", "percentage", decimals: "1") {
            $0["numerator"] = "Plans issued in time"
            $0["denominator"] = "Plans issued"
        },
        // Shares its bottom number with the one before.
        measure("AGREED", "plans-agreed", "Plans agreed with the family", "percentage") {
            $0["numerator"] = "Plans that the family agreed to"
            $0["denominator"] = "Plans issued"
        },
        // A count, judged: at most 20, with 2 allowed; for groups, too.
        measure("MISSING", "children-missing-school", "Children missing school", "count") {
            $0["numerator"] = "Children missing school"
            $0["polarity"] = "low"
            $0["decimals"] = "0"
        },
        // A score that is typed as it is, on the last day of the quarter.
        measure("CALM", "calm-score", "Calm score", "score") { $0["period_kind"] = "SNAP" },
        // Of a service, so that it is in a return of its own.
        measure("VISITS", "home-visits", "Home visits", "count") {
            $0["numerator"] = "Visits made"
            $0["decimals"] = "0"
            $0["service"] = "Family service"
            $0["owner_role"] = "Head of family service"
        },
    ]

    private static func measure(
        _ code: String, _ slug: String, _ title: String, _ kind: String, decimals: String = "1",
        _ change: (inout [String: String]) -> Void
    ) -> [String: String] {
        var row = [
            "code": code, "slug": slug, "title": title, "kind": "measure", "value_kind": kind,
            "unit": kind == "percentage" ? "%" : "", "decimals": decimals, "polarity": "high",
            "frequency": "quarterly", "period_kind": "FQ", "time_basis": "in-period",
            "status": "active",
        ]
        change(&row)
        return row
    }
}

extension Harbourside {
    /// When the returns of Q1 2026/27 close.
    static let closing = Day(year: 2026, month: 8, day: 14) ?? Day.range.upperBound
}

extension TestPortal {
    /// A portal with measures that are collected, a copy of one that was loaded once.
    static func collecting(
        adjust: (inout Settings) -> Void = { _ in }
    ) throws -> TestPortal {
        let folder = try TemporaryFolder()
        var settings = try Settings.testing(in: folder)
        adjust(&settings)
        try folder.write(loadedForReturns.get(), to: "portal.sqlite")
        return try TestPortal(over: folder, settings)
    }

    private static let loadedForReturns = Result {
        let folder = try TemporaryFolder()
        try HarboursideReturns.catalogue.write(to: folder)
        let settings = try Settings.testing(in: folder)
        _ = try CatalogueLoad(settings, from: folder).run()
        return try Folder(path: folder.path).bytes(of: "portal.sqlite")
    }

    /// Opens the round of Q1 2026/27 for all that is usual, and answers with its entries.
    @discardableResult
    func openRound(by lead: TestMember, closing: Day = Harbourside.closing) throws -> [ReturnEntry]
    {
        let database = try database()
        guard let quarter = FinancialQuarter("2026-27-Q1") else { return [] }
        let figures = try database.dueFigures(of: quarter, closing: closing)
        let plan = RoundPlan(
            period: .financialQuarter(quarter), opensOn: quarter.end.adding(days: 1),
            closesOn: closing,
            note: nil, figures: figures.filter(\.isUsual))
        let round = try database.transaction {
            try database.open(plan, by: lead.id, at: settings.now())
        }
        return try database.entries(.ofRound(round), on: settings.today())
    }
}

import HTTPServer
import SQLite
import Testing

@testable import Portal

/// Two places that differ in nothing but what small-number rules withhold: whoever reads them must
/// not be able to tell which is which, by any cell, drawing, sentence, order or file.
@Suite struct WithheldFiguresTests {
    @Test func `two places that differ in withheld figures alone look the same`() throws {
        let (one, other) = (try Self.one.get(), try Self.other.get())
        let paths = Set(try Crawl(one).pages.keys).union(Self.typed)
        #expect(paths.count > 200)
        let asked = paths.sorted()
        let answers = try [one, other].map { try Self.answers(asked, of: $0) }
        #expect(Self.differing(answers).map { asked[$0] } == [])
    }

    @Test(arguments: [
        Grant(role: .reader, scope: .everything),
        Grant(role: .officer, scope: .service("Early help")),
        Grant(role: .officer, scope: .everything),
    ])
    func `they look the same to who has signed in, but for what is withheld itself`(
        _ grant: Grant
    ) throws {
        let name = "\(grant.role.rawValue)-\(grant.scope.kind)"
        // One that both portals know, as what forms carry comes from it.
        let token = SessionToken { _ in Array(sha256(Array(name.utf8)).utf8.prefix(32)) }
        var paths = Self.typed + ["/", "/attention", "/changes", "/measures", "/inequality"]
        for measure in Secrets.measures {
            paths += ["", "/history", "/withheld"].map { "/measures/\(measure)\($0)" }
        }
        let answers = try [Self.one, Self.other].map { portal in
            let portal = try portal.get()
            try portal.begin(token, of: portal.addPerson(name, grants: [grant]))
            return try Self.answers(paths, of: portal, token)
        }
        let differing = Self.differing(answers)
        let isCovered = grant == Grant(role: .officer, scope: .everything)
        let withheld = paths.indices.filter { paths[$0].hasSuffix("/withheld") }
        for index in withheld {
            #expect(answers[0][index].status == (isCovered ? .ok : .forbidden))
        }
        #expect(Set(differing).subtracting(isCovered ? withheld : []) == [])
        #expect(isCovered == !differing.isEmpty)
    }

    @Test func `what is withheld in them is there for the service`() throws {
        let withheld = try [Self.one, Self.other].map { portal in
            try portal.get().database().all(
                "SELECT value FROM true_figure ORDER BY line_id, ends_on, period"
            ) { row throws(SQLError) in try row[0, as: Int64?.self] }
        }
        #expect(withheld[0].count > 8)
        #expect(withheld[0].count == withheld[1].count)
        #expect(withheld[0] != withheld[1])
    }

    /// What one site of a portal answers.
    private static func answers(
        _ paths: [String], of portal: TestPortal, _ token: SessionToken? = nil
    ) throws -> [Answer] {
        let site = try portal.site()
        var headers: Headers = ["Accept": "text/html"]
        if let token { headers.add("Cookie", "session=\(token.text)") }
        return paths.map { Answer(site.respond(to: Request(.get, $0, headers: headers))) }
    }

    /// Where the answers of two portals differ.
    private static func differing(_ answers: [[Answer]]) -> [Int] {
        answers[0].indices.filter { answers[0][$0].source != answers[1][$0].source }
    }

    /// Addresses that a reader may type, besides those that links lead to.
    private static var typed: [String] {
        var paths = [
            "/data/figures.csv", "/inequality?format=csv", "/attention?format=csv",
            "/search?q=harm", "/search?q=withheld",
        ]
        for measure in Secrets.measures {
            paths += ["/measures/\(measure)?format=csv", "/data/measure-\(measure).csv"]
            for day in ["2026-07-01", "2026-07-10", "2026-07-15"] {
                paths.append("/measures/\(measure)/history?known=\(day)&format=csv")
            }
        }
        let looks = [
            "", "?format=csv", "?sort=change", "?sort=-change", "?sort=latest", "?change=worse",
        ]
        for view in ["", "/grid", "/compare", "/inequality"] {
            paths += looks.map { "/scorecards/schools" + view + $0 }
        }
        return paths
    }

    private static let one = Result { try portal(.one) }
    private static let other = Result { try portal(.other) }

    /// A portal in which figures were loaded twice, some of them otherwise the first time.
    private static func portal(_ secrets: Secrets) throws -> TestPortal {
        var first = Harbourside.catalogue
        first.add(secrets, isFirst: true)
        var second = Harbourside.catalogue
        second.add(secrets, isFirst: false)
        let portal = try TestPortal(first, today: "2026-07-10")
        try second.write(to: portal.folder)
        var settings = try Settings.testing(in: portal.folder)
        settings.now = { 1_795_262_400 }
        // What forms carry differs each time they are drawn, and tells nothing of figures.
        settings.random = { [UInt8](repeating: 7, count: $0) }
        _ = try CatalogueLoad(settings, from: portal.folder).run()
        return try TestPortal(over: portal.folder, settings)
    }
}

/// Numbers that no reader may see, each small by itself or beside what is shown.
private struct Secrets {
    let girls: Int
    let shareOfGirls: Int
    let quarter: Int
    let provisional: Int
    let rounded: Int
    let neighbour: Int
    let soFar: Int

    static let one = Secrets(
        girls: 3, shareOfGirls: 2, quarter: 2, provisional: 3, rounded: 11, neighbour: 2,
        soFar: 19)
    static let other = Secrets(
        girls: 4, shareOfGirls: 3, quarter: 4, provisional: 4, rounded: 12, neighbour: 3,
        soFar: 20)

    static let measures = [
        "harm", "girls-gap", "seen", "helped", "rounded", "near", "so-far",
    ]
}

extension Catalogue {
    /// Adds measures of every shape in which something is withheld.
    fileprivate mutating func add(_ secrets: Secrets, isFirst: Bool) {
        measure("HARM", "harm", "Harm", "count", "FY")
        series("harm-counts", "Harm, counted", "count", "FY", for: "HARM", parts: ["Girls"])
        measure("GIRLGAP", "girls-gap", "Gap of girls", "points", "FY", kind: "derived")
        measure("NEAR", "near", "Seen nearby", "percentage", "FY")
        series("near", "Seen nearby, of all", "percentage", "FY", for: "NEAR", parts: [])
        for group in ["Girls", "Boys"] {
            self["Catalogue/measure_series.csv"].add([
                "measure": "GIRLGAP", "series": "near", "breakdown": group, "role": "part",
                "match": "exact", "label": group,
            ])
        }
        measure("SEEN", "seen", "Seen in time", "percentage", "FQ", frequency: "quarterly")
        series("seen", "Seen in time, of all", "percentage", "FQ", for: "SEEN", parts: [])
        measure("HELPED", "helped", "Helped", "percentage", "FY")
        series("helped", "Helped, of all", "percentage", "FY", for: "HELPED", parts: [])
        measure("ROUNDED", "rounded", "Rounded", "percentage", "FY", rounding: "5")
        series("rounded", "Rounded, of all", "percentage", "FY", for: "ROUNDED", parts: [])
        measure(
            "SOFAR", "so-far", "So far", "count", "FQ", frequency: "quarterly",
            basis: "cumulative")
        series("so-far", "So far this year", "count", "FQ", for: "SOFAR", parts: [])
        for measure in ["HARM", "GIRLGAP", "NEAR", "SEEN", "HELPED", "ROUNDED", "SOFAR"] {
            self["Catalogue/placements.csv"].add([
                "measure": measure, "strategy": "schools", "heading": "What is withheld",
            ])
            guard measure != "GIRLGAP" else { continue }
            self["Catalogue/targets.csv"].add([
                "measure": measure, "kind": "at-most", "value": "4", "tolerance": "0.5",
                "tolerance_kind": "absolute", "scope": "local",
            ])
        }
        figures(secrets, isFirst)
    }

    private mutating func figures(_ secrets: Secrets, _ isFirst: Bool) {
        for (period, girls) in [
            ("2023-24-FY", 12), ("2024-25-FY", 11), ("2025-26-FY", secrets.girls),
        ] {
            counts("harm-counts", "All", period, 40)
            counts("harm-counts", "Girls", period, girls)
            counts("harm-counts", "Boys", period, 40 - girls)
        }
        for (period, girls) in [("2024-25-FY", 15), ("2025-26-FY", secrets.shareOfGirls)] {
            share("near", "All", period, 30, 120)
            share("near", "Girls", period, girls, 60)
            share("near", "Boys", period, 30 - girls, 60)
            for area in ["E1", "R1", "N2"] { share("near", "All", period, 300, 1000, area: area) }
            share("near", "All", period, secrets.neighbour, 100, area: "N1")
        }
        for index in 0..<16 {
            let numerator = index == 9 ? secrets.quarter : 20 + index % 5
            share(
                "seen", "All", "\(2022 + index / 4)-\(23 + index / 4)-Q\(index % 4 + 1)", numerator,
                100)
        }
        for index in 0..<7 {
            share("helped", "All", "20\(16 + index)-\(17 + index)-FY", 20 + index, 100)
        }
        share(
            "helped", "All", "2025-26-FY", isFirst ? secrets.provisional : 12, 100,
            status: isFirst ? "provisional" : "final")
        for (period, numerator) in [("2024-25-FY", 18), ("2025-26-FY", secrets.rounded)] {
            share("rounded", "All", period, numerator, 211)
            share("rounded", "All", period, 300, 2000, area: "E1")
        }
        for (period, count) in [
            ("2025-26-Q1", 10), ("2025-26-Q2", secrets.soFar), ("2025-26-Q3", 22),
            ("2025-26-Q4", 40),
        ] {
            counts("so-far", "All", period, count)
        }
    }

    private mutating func measure(
        _ code: String, _ slug: String, _ title: String, _ valueKind: String, _ period: String,
        kind: String = "measure", frequency: String = "annual", basis: String = "in-period",
        rounding: String = ""
    ) {
        self["Catalogue/measures.csv"].add([
            "code": code, "slug": slug, "title": title, "kind": kind, "value_kind": valueKind,
            "unit": valueKind == "percentage" ? "%" : "",
            "decimals": valueKind == "count" ? "0" : "1",
            "polarity": "low", "frequency": kind == "derived" ? "as-parts" : frequency,
            "period_kind": kind == "derived" ? "PARTS" : period,
            "time_basis": kind == "derived" ? "as-parts" : basis, "status": "active",
            "small_number_rounding": rounding, "base_measures": kind == "derived" ? "HARM" : "",
        ])
    }

    private mutating func series(
        _ code: String, _ title: String, _ valueKind: String, _ period: String,
        for measure: String, parts: [String]
    ) {
        self["Figures/series.csv"].add([
            "series": code, "title": title, "unit": "", "value_kind": valueKind,
            "period_kind": period, "file": "\(code).csv",
        ])
        self["Figures/\(code).csv"] = Table(
            "area", "breakdown", "period", "status", "value", "numerator", "denominator",
            "marker", "source")
        self["Catalogue/measure_series.csv"].add([
            "measure": measure, "series": code, "breakdown": "All", "role": "headline",
            "match": "exact",
        ])
        for part in parts {
            self["Catalogue/measure_series.csv"].add([
                "measure": measure, "series": code, "breakdown": part, "role": "part",
                "match": "exact", "label": part,
            ])
        }
    }

    private mutating func counts(_ series: String, _ group: String, _ period: String, _ count: Int)
    {
        self["Figures/\(series).csv"].add([
            "area": "H1", "breakdown": group, "period": period, "status": "final",
            "value": "\(count)",
        ])
    }

    private mutating func share(
        _ series: String, _ group: String, _ period: String, _ numerator: Int, _ denominator: Int,
        area: String = "H1", status: String = "final"
    ) {
        let thousandths = numerator * 100_000 / denominator
        let rest = "\(thousandths % 1000)"
        self["Figures/\(series).csv"].add([
            "area": area, "breakdown": group, "period": period, "status": status,
            "value": "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count)
                + rest,
            "numerator": "\(numerator)", "denominator": "\(denominator)",
        ])
    }
}

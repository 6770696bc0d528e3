import HTTPServer
import Testing

@testable import Portal

/// A report in which small numbers were planted: whoever reads the public edition must not find
/// them, nor anything that was worked out from them.
@Suite struct ReportDisclosureTests {
    /// The two editions of one report.
    private struct Editions {
        let everyone: Answer
        let service: Answer
        let facts: [ReportFact]
    }

    private static let planted = Result { try editions(Catalogue.planted(.one)) }

    /// What two places that differ in withheld figures alone publish.
    private static let other = Result { try editions(Catalogue.planted(.other)) }

    private static func editions(_ catalogue: Catalogue) throws -> Editions {
        let loaded = try TestPortal(catalogue)
        var settings = loaded.settings
        settings.requiresSecondFactor = false
        let portal = try TestPortal(over: loaded.folder, settings)
        let content = [
            "scorecards": "schools", "columns": ReportPaper.everyColumn,
            "featured": "RARE\nSPARSE\nAPART",
        ]
        var desk = try ReportDesk(content, over: portal)
        return Editions(
            everyone: desk.preview(),
            service: desk.lead.get(EditionLinks.officersPreview(desk.slug)),
            facts: ReportDocument(
                source: try ReportPaper.source(content, over: portal),
                style: portal.plan.content.current.reportStyle, fingerprint: nil
            ).facts)
    }

    @Test func `no planted number stands in the public edition, whole, rounded or compared`() throws
    {
        let editions = try Self.planted.get()
        #expect(editions.everyone.status == .ok)
        let read = Set(numbers(in: try editions.everyone.main.text))
        #expect(read.intersection(Planted.one.traces) == [])
        #expect(read.count > 50)
    }

    @Test func `nor in its facts`() throws {
        let facts = try Self.planted.get().facts
        let read = Set(facts.flatMap { numbers(in: $0.text) })
        #expect(read.intersection(Planted.one.traces) == [])
        #expect(facts.first { $0.subject == "RARE" && $0.name == "latest" }?.text == "[c]")
        #expect(facts.first { $0.subject == "APART" && $0.name == "latest" }?.text == "[c]")
        let quarter = facts.first { $0.subject == "SPARSE" && $0.name == "quarter-2026-27-q1" }
        #expect(quarter?.text == "[c]")
    }

    @Test func `nor anywhere in its bytes`() throws {
        let source = try Self.planted.get().everyone.source
        for denominator in Planted.denominators {
            #expect(!source.contains(denominator), "\(denominator)")
        }
        for exact in Planted.one.exact { #expect(!source.contains(exact), "\(exact)") }
    }

    @Test(arguments: ["rare", "sparse"])
    func `no point is drawn where a withheld figure would stand`(_ id: String) throws {
        let editions = try Self.planted.get()
        let shown = try Self.points(id, editions.everyone)
        let real = try Self.points(id, editions.service)
        #expect(!shown.isEmpty)
        // There are as many points as periods that are shown; the last is a withheld one.
        #expect(real.count > shown.count)
        let last = try #require(real.last)
        #expect(!shown.contains(last))
        let block = try Self.block(id, editions.everyone)
        let geometry =
            block.all("path").compactMap { $0["d"] }
            + block.all("polyline").compactMap { $0["points"] }
        let (x, y) = try #require(Self.place(last))
        for line in geometry {
            #expect(!line.contains("\(x) \(y)") && !line.contains("\(x),\(y)"))
        }
    }

    @Test func `titles and descriptions of pictures tell nothing of it`() throws {
        let main = try Self.planted.get().everyone.main
        let told = (main.all("title") + main.all("desc")).map(\.text)
        #expect(!told.isEmpty)
        let read = Set(told.flatMap { numbers(in: $0) })
        #expect(read.intersection(Planted.one.traces) == [])
    }

    @Test func `officers of the service see the true numbers`() throws {
        let editions = try Self.planted.get()
        #expect(editions.service.status == .ok)
        let text = try editions.service.main.text
        for words in ["3 of 7,919", "3.79", "4 of 449", "0.89%", "9.04"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `places that differ in withheld numbers alone have the same public edition`() throws
    {
        let (one, other) = (try Self.planted.get(), try Self.other.get())
        #expect(one.everyone.source == other.everyone.source)
        #expect(one.facts == other.facts)
        #expect(one.service.source != other.service.source)
    }

    private static func block(_ id: String, _ answer: Answer) throws -> Element {
        try #require(
            try answer.page.all("section").first { $0["aria-labelledby"] == "measures-\(id)" })
    }

    /// Where the partnership's own points stand in the first drawing of a block.
    private static func points(_ id: String, _ answer: Answer) throws -> [String] {
        let drawing = try #require(
            try block(id, answer).all("svg").first { $0["role"] == "img" })
        return drawing.all("circle").filter { $0.classes.contains("g-local-dot") }
            .compactMap { circle in
                circle["cx"].flatMap { x in circle["cy"].map { "\(x) \($0)" } }
            }
    }

    private static func place(_ point: String) -> (String, String)? {
        let parts = point.split(separator: " ").map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}

/// The numbers that a text holds, as they are written and without their commas.
private func numbers(in text: String) -> [String] {
    text.split { !($0.isNumber || $0 == "." || $0 == ",") }
        .map { $0.filter { $0 != "," } }
        .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
}

/// Small numbers that no reader may see.
private struct Planted {
    let rare: Int
    let quarter: Int
    let latestQuarter: Int
    let girls: Int

    static let one = Planted(rare: 3, quarter: 5, latestQuarter: 4, girls: 5)
    static let other = Planted(rare: 4, quarter: 3, latestQuarter: 2, girls: 4)

    /// What the counts are out of: numbers that nothing else has.
    static let denominators = ["7919", "7,919"]

    /// The true values, with three places.
    var exact: [String] { ["3.788", "1.139", "0.891", "0.810", "9.045"] }

    /// The true values as anybody might write them, with what they are short of a hundred and
    /// how far they lie from figures that are shown.
    var traces: Set<String> {
        var traces: Set = ["7919", "449", "439", "617"]
        // 3 of 7919; 5 of 439 and 4 of 449; 5 of 617, and the gap to 61 of 619.
        let values = [3.788, 1.139, 0.891, 0.810, 9.045]
        // To a hundred; from the year before, the country and the target of the first; from the
        // quarter before and the target of the second.
        let distances = [
            100 - 1.139, 100 - 0.891, 100 - 0.810, 48.022 - 3.788, 30 - 3.788, 10 - 3.788,
            10.384 - 0.891, 2 - 0.891, 9.885 - 0.891,
        ]
        for value in values + distances {
            let thousandths = Int((value * 1000).rounded())
            traces.insert(Self.text(thousandths, places: 3))
            traces.insert(Self.text((thousandths + 5) / 10, places: 2))
            // Below one, a single place would be every other change’s too.
            guard thousandths >= 1_000 else { continue }
            traces.insert(Self.text((thousandths + 50) / 100, places: 1))
        }
        return traces
    }

    private static func text(_ number: Int, places: Int) -> String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
        return "\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}

extension Catalogue {
    /// Harbourside with measures in which small numbers stand: a yearly rate, quarters, and the
    /// gap between two groups.
    fileprivate static func planted(_ numbers: Planted) -> Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue.measure("RARE", "rate", "FY", ["multiplier": "10000"])
        catalogue.measure("SPARSE", "percentage", "FQ", ["frequency": "quarterly", "unit": "%"])
        catalogue.measure(
            "APART", "points", "PARTS",
            [
                "kind": "derived", "frequency": "as-parts", "time_basis": "as-parts",
                "base_measures": "MOVES",
            ])
        for (code, value) in [("RARE", "10"), ("SPARSE", "2")] {
            catalogue["Catalogue/targets.csv"].add([
                "measure": code, "kind": "at-most", "value": value, "tolerance": "0.5",
                "tolerance_kind": "absolute", "scope": "local",
            ])
        }
        catalogue.series("rare", "rate", "FY", of: "RARE")
        catalogue.series("sparse", "percentage", "FQ", of: "SPARSE")
        catalogue.series("apart", "percentage", "FY", of: nil)
        for group in ["Boys", "Girls"] {
            catalogue["Catalogue/measure_series.csv"].add([
                "measure": "APART", "series": "apart", "breakdown": group, "role": "part",
                "match": "exact", "label": group,
            ])
        }
        catalogue.addFigures(numbers)
        catalogue["Catalogue/commentary.csv"].add([
            "measure": "RARE", "period": "2025-26-FY",
            "what_happened": "Fewer children than the year before.",
            "author_role": "Head of early help", "published_on": "2026-05-20",
        ])
        catalogue["Catalogue/forecasts.csv"].add([
            "measure": "RARE", "period": "2026-27-FY", "value": "40",
            "by_role": "Head of early help", "made_on": "2026-05-20",
        ])
        return catalogue
    }

    private mutating func addFigures(_ numbers: Planted) {
        for (period, count, of) in [
            ("2023-24-FY", 41, 7907), ("2024-25-FY", 38, 7913), ("2025-26-FY", numbers.rare, 7919),
        ] {
            add("rare", "All", period, count, of, per: 10_000)
            for area in ["E1", "R1", "N1", "N2"] {
                add("rare", "All", period, 300, 100_000, per: 10_000, area: area)
            }
        }
        let quarters = [
            ("2024-25-Q3", 41, 419), ("2024-25-Q4", 44, 421), ("2025-26-Q1", 47, 431),
            ("2025-26-Q2", 43, 435), ("2025-26-Q3", numbers.quarter, 439),
            ("2025-26-Q4", 46, 443), ("2026-27-Q1", numbers.latestQuarter, 449),
        ]
        for (period, count, of) in quarters { add("sparse", "All", period, count, of, per: 100) }
        for (period, girls) in [("2024-25-FY", 52), ("2025-26-FY", numbers.girls)] {
            add("apart", "Girls", period, girls, 617, per: 100)
            add("apart", "Boys", period, 61, 619, per: 100)
        }
    }

    private mutating func measure(
        _ code: String, _ valueKind: String, _ period: String, _ more: [String: String]
    ) {
        var cells = [
            "code": code, "slug": code.lowercased(), "title": code, "kind": "measure",
            "value_kind": valueKind, "unit": "", "decimals": "2", "polarity": "low",
            "frequency": "annual", "period_kind": period, "time_basis": "in-period",
            "status": "active",
        ]
        cells.merge(more) { $1 }
        self["Catalogue/measures.csv"].add(all: cells)
        self["Catalogue/placements.csv"].add([
            "measure": code, "strategy": "schools", "heading": "What is withheld",
        ])
    }

    private mutating func series(
        _ code: String, _ valueKind: String, _ period: String, of measure: String?
    ) {
        self["Figures/series.csv"].add([
            "series": code, "title": code, "unit": "", "value_kind": valueKind,
            "period_kind": period, "file": "\(code).csv",
        ])
        self["Figures/\(code).csv"] = Table(
            "area", "breakdown", "period", "status", "value", "numerator", "denominator",
            "marker", "source")
        guard let measure else { return }
        self["Catalogue/measure_series.csv"].add([
            "measure": measure, "series": code, "breakdown": "All", "role": "headline",
            "match": "exact",
        ])
    }

    private mutating func add(
        _ series: String, _ group: String, _ period: String, _ count: Int, _ total: Int, per: Int,
        area: String = "H1"
    ) {
        let thousandths = count * per * 1000 / total
        let rest = String(thousandths % 1000)
        self["Figures/\(series).csv"].add([
            "area": area, "breakdown": group, "period": period, "status": "final",
            "value": "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count)
                + rest,
            "numerator": "\(count)", "denominator": "\(total)",
        ])
    }
}

// What has been published about Harbourside.

extension Catalogue {
    mutating func addAreas() {
        var areas = Table("code", "name", "kind", "region")
        for (code, name, kind) in [
            ("H1", "Harbourside", "local"), ("E1", "England", "country"),
            ("R1", "The Coast", "region"), ("N1", "Eastquay", "authority"),
            ("N2", "Westquay", "authority"), ("N3", "Farmouth", "authority"),
        ] {
            areas.add(["code": code, "name": name, "kind": kind])
        }
        self["Catalogue/areas.csv"] = areas
        var neighbours = Table("model", "area", "rank", "neighbour", "closeness")
        neighbours.add(["model": "2025", "area": "H1", "rank": "1", "neighbour": "N1"])
        neighbours.add(["model": "2025", "area": "H1", "rank": "2", "neighbour": "N2"])
        neighbours.add(["model": "2021", "area": "H1", "rank": "1", "neighbour": "N3"])
        self["Catalogue/neighbours.csv"] = neighbours
    }

    /// Most series are percentages.
    private static func valueKind(_ series: String) -> String {
        switch series {
        case "suspensions", "custody": "rate"
        case "centres", "births": "count"
        default: "percentage"
        }
    }

    mutating func addSeries() {
        var series = Table(
            "series", "title", "unit", "value_kind", "period_kind", "file", "caution", "breaks")
        for (code, title, kind) in [
            ("absence", "Pupil absence", "AY"), ("suspensions", "Suspensions", "AY"),
            ("moves", "Moves in care", "FY"), ("moves-report", "Moves, own report", "FY"),
            ("places", "Places", "FQ"), ("fed", "Breastfeeding", "FY"),
            ("centres", "Centres", "FY"), ("carers", "Young carers", "FY"),
            ("reading", "Reading", "AY"), ("ready", "Readiness", "AY"),
            ("teeth", "Dental checks", "FY"), ("custody", "Custody", "FY"),
            ("births", "Births", "CY"),
        ] {
            series.add([
                "series": code, "title": title, "unit": "%", "value_kind": Self.valueKind(code),
                "period_kind": kind,
                "file": "\(code).csv",
            ])
        }
        series.set("breaks", "2024-25-AY the test was changed", line: 10)
        series.set("caution", "Small numbers move much.", line: 4)
        self["Figures/series.csv"] = series
        var lines = Table(
            "measure", "series", "breakdown", "role", "match", "transform", "label", "note")
        for (measure, series, transform) in [
            ("ATTEND", "absence", "complement"), ("SUSPEND", "suspensions", ""),
            ("MOVES", "moves", ""), ("MOVES", "moves-report", ""), ("PLACES", "places", ""),
            ("FED", "fed", ""), ("CENTRES", "centres", ""), ("CARERS", "carers", "numerator"),
            ("READING", "reading", ""), ("READY", "ready", ""), ("TEETH", "teeth", ""),
            ("CUSTODY", "custody", ""), ("BIRTHS", "births", ""),
        ] {
            lines.add([
                "measure": measure, "series": series, "breakdown": "All", "role": "headline",
                "match": "exact", "transform": transform,
            ])
        }
        lines.set("match", "close", line: 4)
        lines.set("note", "Counts those in care on one day", line: 4)
        lines.add([
            "measure": "MOVES", "series": "moves", "breakdown": "Girls", "role": "part",
            "match": "exact", "label": "Girls who moved, %", "note": "From 2024/25 on",
        ])
        lines.add([
            "measure": "MOVES", "series": "carers", "breakdown": "All", "role": "related",
            "match": "related",
        ])
        lines.add([
            "measure": "READY", "series": "custody", "breakdown": "All", "role": "related",
            "match": "related", "transform": "numerator",
        ])
        self["Catalogue/measure_series.csv"] = lines
        var breakdowns = Table("breakdown", "label", "dimension")
        breakdowns.add(["breakdown": "All", "label": "All", "dimension": "All"])
        breakdowns.add(["breakdown": "Girls", "label": "Girls", "dimension": "Sex"])
        breakdowns.add(["breakdown": "Boys", "label": "Boys", "dimension": "Sex"])
        self["Figures/breakdowns.csv"] = breakdowns
        var partitions = Table("whole", "division", "part")
        partitions.add(["whole": "All", "division": "Sex", "part": "Boys"])
        partitions.add(["whole": "All", "division": "Sex", "part": "Girls"])
        self["Figures/partitions.csv"] = partitions
        var distributions = Table(
            "series", "breakdown", "period", "areas", "p1", "p25", "median", "p75", "p99", "source")
        distributions.add([
            "series": "moves", "breakdown": "All", "period": "2025-26-FY", "areas": "151",
            "p1": "5", "p25": "8", "median": "10", "p75": "12", "p99": "18", "source": "dfe-1",
        ])
        distributions.add([
            "series": "absence", "breakdown": "All", "period": "2024-25-AY", "areas": "150",
            "p1": "3.2", "p25": "6.5", "median": "7", "p75": "7.5", "p99": "9.6",
        ])
        self["Figures/distributions.csv"] = distributions
        var sources = Table("source", "publisher", "publication", "read_from")
        sources.add(["source": "dfe-1", "publisher": "The Department", "publication": "Returns"])
        self["Figures/sources.csv"] = sources
    }

    mutating func addFigures() {
        self["Figures/absence.csv"] = figures([
            ("H1", "2023-24-AY", "6.0"), ("H1", "2024-25-AY", "5.2"), ("E1", "2023-24-AY", "7.1"),
            ("E1", "2024-25-AY", "6.9"),
        ])
        self["Figures/suspensions.csv"] = suspensions
        self["Figures/moves.csv"] = moves
        // The first series has 2024/25 as well and wins it; 2023/24 is only here.
        self["Figures/moves-report.csv"] = figures([
            ("H1", "2023-24-FY", "11.5"), ("H1", "2024-25-FY", "99.1"),
        ])
        self["Figures/places.csv"] = figures([
            ("H1", "2025-26-Q4", "11"), ("H1", "2026-27-Q1", "12"), ("H1", "2026-27-Q2", "13"),
        ])
        self["Figures/fed.csv"] = figures([("H1", "2024-25-FY", "45")])
        self["Figures/centres.csv"] = figures([
            ("H1", "2024-25-FY", "9"), ("H1", "2025-26-FY", "8"),
        ])
        var carers = figures([("E1", "2025-26-FY", "1.9")])
        carers.add([
            "area": "H1", "breakdown": "All", "period": "2025-26-FY", "status": "final",
            "value": "2.5", "numerator": "1204", "denominator": "48160",
        ])
        self["Figures/carers.csv"] = carers
        self["Figures/reading.csv"] = figures([
            ("H1", "2022-23-AY", "70.4"), ("H1", "2023-24-AY", "71.9"),
            ("H1", "2024-25-AY", "68.4"),
        ])
        self["Figures/ready.csv"] = figures([
            ("H1", "2023-24-AY", "66.6"), ("H1", "2024-25-AY", "66.6"),
            ("E1", "2024-25-AY", "66.6"),
        ])
        self["Figures/teeth.csv"] = figures([("H1", "2021-22-FY", "77.7")])
        self["Figures/custody.csv"] = custody
        self["Figures/births.csv"] = figures([
            ("H1", "2024-CY", "2310"), ("H1", "2025-CY", "2290"),
        ])
    }

    /// The same year published twice: 4.40 before, 4.15 after the correction.
    private var suspensions: Table {
        var table = figures([("H1", "2023-24-AY", "3.9"), ("E1", "2024-25-AY", "4.8")])
        for (status, value) in [("provisional", "4.40"), ("revised", "4.15")] {
            table.add([
                "area": "H1", "breakdown": "All", "period": "2024-25-AY", "status": status,
                "value": value,
            ])
        }
        return table
    }

    private var moves: Table {
        var table = figures([
            ("E1", "2025-26-FY", "10.0"), ("R1", "2025-26-FY", "10.6"),
            ("N1", "2025-26-FY", "8.5"), ("N2", "2025-26-FY", "11.3"),
            ("N3", "2025-26-FY", "1.5"), ("H1", "2024-25-FY", "10.8"),
        ])
        table.add([
            "area": "H1", "breakdown": "All", "period": "2025-26-FY", "status": "provisional",
            "value": "9.9", "numerator": "33", "denominator": "1333", "source": "dfe-1",
        ])
        table.add([
            "area": "H1", "breakdown": "Girls", "period": "2025-26-FY", "status": "final",
            "value": "\(Harbourside.Secret.girls)", "marker": "c",
        ])
        table.add([
            "area": "H1", "breakdown": "Boys", "period": "2025-26-FY", "status": "final",
            "value": "12.5",
        ])
        table.add([
            "area": "E1", "breakdown": "Boys", "period": "2025-26-FY", "status": "final",
            "value": "11.0",
        ])
        return table
    }

    private var custody: Table {
        var table = figures([("H1", "2023-24-FY", "21.5"), ("E1", "2024-25-FY", "33.0")])
        table.add([
            "area": "H1", "breakdown": "All", "period": "2024-25-FY", "status": "final",
            "value": "\(Harbourside.Secret.custody)",
            "numerator": "\(Harbourside.Secret.numerator)",
            "denominator": "\(Harbourside.Secret.denominator)", "marker": "c",
        ])
        return table
    }

    private func figures(_ rows: [(area: String, period: String, value: String)]) -> Table {
        var table = Table(
            "area", "breakdown", "period", "status", "value", "numerator", "denominator",
            "marker", "source")
        for row in rows {
            table.add([
                "area": row.area, "breakdown": "All", "period": row.period, "status": "final",
                "value": row.value,
            ])
        }
        return table
    }
}

extension Harbourside {
    /// Numbers that were withheld and all the same came with the file: no page may show them.
    enum Secret {
        static let custody = "61.37"
        static let numerator = "776"
        static let denominator = "12644"
        static let girls = "87.63"

        /// As a page would write them, whole or rounded, or as a distance from another figure.
        static let traces: Set = [
            "61.37", "61.4", "776", "12644", "12,644", "87.63", "87.6",
            // 61.37 less 21.5 of the year before, and less England's 33.0.
            "39.87", "39.9", "28.37", "28.4",
        ]
    }
}

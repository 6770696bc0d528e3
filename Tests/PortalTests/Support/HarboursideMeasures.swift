// The measures of Harbourside: one for each status, on 30 June 2026.

extension Catalogue {
    mutating func addMeasures() {
        var table = Table(
            "code", "slug", "title", "kind", "value_kind", "unit", "multiplier", "decimals",
            "polarity", "polarity_note", "frequency", "period_kind", "time_basis", "numerator",
            "denominator", "definition_basis", "source", "benchmarks", "breakdowns",
            "small_number_threshold", "small_number_rounding", "status",
            "wording", "printed_figures", "base_measures", "source_document", "note")
        // On target: 94.8 of at least 94.5, from an absence of 5.2.
        table.addMeasure("ATTEND", "school-attendance", "School attendance")
        // Close: 4.15 of at most 4.00, with 5% of it allowed.
        table.addMeasure("SUSPEND", "suspensions", "Suspensions", .rate, .low, decimals: "2")
        // Off target: 9.9 of at most 8.0, with 0.5 allowed.
        table.addMeasure("MOVES", "moves-in-care", "Moves in care", .percentage, .low)
        // On target: 12 of 10 to 14.
        table.addMeasure("PLACES", "nursery-places-kept-free", "Nursery places kept free")
        // Close: 45 of a floor of 40 and an aim of 50.
        table.addMeasure("FED", "babies-breastfed", "Babies breastfed")
        // Off target: 8 where 9 were to be kept.
        table.addMeasure("CENTRES", "family-centres", "Family centres", .count, decimals: "0")
        // No target, and the count under a percentage.
        table.addMeasure(
            "CARERS", "young-carers", "Young carers known", .count, .unconfirmed, decimals: "0")
        // Target expired: it ended in July 2020.
        table.addMeasure("READING", "reading-at-seven", "Reading at seven")
        // Too early: the target begins in April 2027.
        table.addMeasure("READY", "ready-for-school", "Ready for school")
        // Awaiting data.
        table.addMeasure("HEARD", "families-heard", "Families heard")
        // No new data: the last figure is of 2021/22.
        table.addMeasure("TEETH", "dental-checks", "Dental checks")
        // Suppressed.
        table.addMeasure("CUSTODY", "custody", "Young people in custody", .rate, .low)
        // In development, to be defined, context only.
        table.addMeasure(
            "JOY", "joy-at-play", "Joy at play", status: "in-development")
        table.addMeasure("VOICE", "voice", "Voice of the child", status: "to-be-defined")
        table.addMeasure("BIRTHS", "births", "Births", .count, .context, decimals: "0")
        table.set("numerator", "children moved three times or more", line: 4)
        table.set("wording", "Children who moved three times", line: 4)
        table.set("printed_figures", "The strategy prints 10.4%.", line: 4)
        table.set("note", "Counted anew in 2024", line: 4)
        table.set("unit", "per 100 pupils", line: 3)
        table.set("polarity_note", "Fewer is better & kinder.", line: 3)
        self["Catalogue/measures.csv"] = table
    }

    mutating func addPlacements() {
        var table = Table("measure", "strategy", "objective", "heading", "note")
        for (measure, objective) in [
            ("ATTEND", "SW-G1"), ("SUSPEND", "SW-G1"), ("READING", "SW-G1"), ("CUSTODY", "SW-G1"),
            ("READY", "SW-G1-O1"), ("FED", "SW-G1-O1"), ("TEETH", "SW-G1-O1"),
            ("HEARD", "SW-G2"), ("JOY", "SW-G2"), ("VOICE", "SW-G2"),
        ] {
            table.add(["measure": measure, "strategy": "start-well", "objective": objective])
        }
        for (measure, heading) in [
            ("ATTEND", "In school"), ("MOVES", "In care"), ("PLACES", "In care"),
            ("CENTRES", "The picture"), ("CARERS", "The picture"), ("BIRTHS", "The picture"),
        ] {
            table.add(["measure": measure, "strategy": "schools", "heading": heading])
        }
        table.add(["measure": "MOVES", "strategy": "first-steps"])
        self["Catalogue/placements.csv"] = table
    }

    mutating func addTargets() {
        var table = Table(
            "measure", "kind", "value", "upper", "milestones", "milestone_shape", "tolerance",
            "tolerance_kind", "starts_on",
            "ends_on", "baseline_value", "baseline_period", "scope", "set_by", "set_on",
            "printed", "source_document", "note")
        table.add([
            "measure": "ATTEND", "kind": "at-least", "value": "94.5", "tolerance": "1.0",
            "tolerance_kind": "absolute", "starts_on": "2024-09-01", "ends_on": "2027-08-31",
            "baseline_value": "93.2", "baseline_period": "2021/22", "scope": "local",
            "note": "Set by the board",
        ])
        table.add([
            "measure": "SUSPEND", "kind": "at-most", "value": "4.00", "tolerance": "5",
            "tolerance_kind": "relative", "scope": "national",
        ])
        table.add([
            "measure": "MOVES", "kind": "at-most", "value": "8.0", "tolerance": "0.5",
            "scope": "local",
        ])
        table.add([
            "measure": "PLACES", "kind": "within", "value": "10", "upper": "14", "scope": "local",
        ])
        table.add([
            "measure": "FED", "kind": "floor", "value": "40", "upper": "50", "scope": "local",
        ])
        table.add(["measure": "CENTRES", "kind": "maintain", "value": "9", "scope": "local"])
        table.add([
            "measure": "READING", "kind": "at-least", "value": "75.25", "ends_on": "2020-07-31",
            "baseline_value": "71.2", "scope": "local",
        ])
        table.add([
            "measure": "READY", "kind": "at-least", "value": "70", "starts_on": "2027-04-01",
            "scope": "local",
        ])
        table.add(["measure": "TEETH", "kind": "at-least", "value": "80", "scope": "local"])
        table.add(["measure": "CUSTODY", "kind": "at-most", "value": "50", "scope": "local"])
        table.add(["measure": "JOY", "kind": "at-least", "value": "60", "scope": "local"])
        self["Catalogue/targets.csv"] = table
    }
}

extension Catalogue.Table {
    fileprivate enum Kind: String { case percentage, rate, count }
    fileprivate enum Good: String { case high, low, context, unconfirmed }

    fileprivate mutating func addMeasure(
        _ code: String, _ slug: String, _ title: String, _ kind: Kind = .percentage,
        _ polarity: Good = .high, decimals: String = "1", status: String = "active"
    ) {
        add([
            "code": code, "slug": slug, "title": title, "kind": "measure",
            "value_kind": kind.rawValue, "unit": kind == .percentage ? "%" : "",
            "decimals": decimals, "polarity": polarity.rawValue, "frequency": "annual",
            "period_kind": "AY", "time_basis": "in-period", "status": status,
        ])
    }
}

/// A column of a file: its name, which stays as it is, and what it holds.
struct DataColumn: Equatable {
    let name: String
    let meaning: String

    init(_ name: String, _ meaning: String) {
        self.name = name
        self.meaning = meaning
    }
}

extension DataSet {
    /// The columns of the set's file, in their order.
    var columns: [DataColumn] {
        switch self {
        case .figures, .scorecard, .measure: Self.figureColumns
        case .measures: Self.measureColumns
        case .targets: Self.targetColumns
        case .strategies: Self.strategyColumns
        }
    }

    private static let figureColumns = [
        DataColumn("code", "The measure’s code, the same in every file"),
        DataColumn("measure", "The measure’s title"),
        DataColumn("area_code", "The area’s code, as the Office for National Statistics gives it"),
        DataColumn("area", "The area’s name: our own, those it is compared with, and its country"),
        DataColumn(
            "group", "Which children are counted; for a gap, the two groups it lies between"),
        DataColumn("period_code", "The period, such as 2024-25-AY, 2026-27-Q1 or 2025-03-31"),
        DataColumn("period", "The period in words"),
        DataColumn(
            "value",
            "The figure as it was published, not rounded by us; or a letter in its place, "
                + "such as [c] for confidential"),
        DataColumn("numerator", "How many were counted, where that was published"),
        DataColumn("denominator", "Out of how many, where that was published"),
        DataColumn("unit", "What the value is counted in"),
        DataColumn(
            "flag", "A letter that belongs to the figure, such as [p] provisional or [r] revised"),
        DataColumn("status", "How settled the figure is: final, revised or provisional"),
        DataColumn("source", "Who published it, and where"),
    ]

    private static let measureColumns = [
        DataColumn("code", "The measure’s code, the same in every file"),
        DataColumn("measure", "The measure’s title"),
        DataColumn(
            "kind",
            "measure (named by a strategy), implied (by its words), fact (that it prints), "
                + "context, or derived (worked out from other measures)"),
        DataColumn(
            "value_kind",
            "percentage, rate, count, score, points, composition (shares of one whole) or narrative"
        ),
        DataColumn("unit", "What the value is counted in"),
        DataColumn(
            "polarity",
            "Which way is good: high, low, range (between two values), context (neither) or "
                + "unconfirmed"),
        DataColumn("polarity_note", "Any doubt about that"),
        DataColumn("frequency", "How often figures come"),
        DataColumn("time_basis", "How time is counted within a period"),
        DataColumn("numerator_counts", "What is counted"),
        DataColumn("denominator_counts", "Out of what"),
        DataColumn("definition", "Whether the definition is national or local"),
        DataColumn("source", "Where the figures come from"),
        DataColumn("status", "active, in-development, to-be-defined or archived"),
        DataColumn("note", "Doubts and advice for readers"),
    ]

    private static let targetColumns = [
        DataColumn("code", "The measure’s code, the same in every file"),
        DataColumn("measure", "The measure’s title"),
        DataColumn("kind", "at-least, at-most, within, floor or maintain"),
        DataColumn("value", "The target; the lower end of a range; the floor"),
        DataColumn("upper", "The upper end of a range, or the aim above a floor"),
        DataColumn("milestones", "Days and values of a target that moves with time"),
        DataColumn("milestone_shape", "linear (day by day) or listed (in steps)"),
        DataColumn("tolerance", "How far a figure may be from the target and still be close to it"),
        DataColumn(
            "tolerance_kind", "absolute (in the measure’s unit) or relative (percent of the target)"
        ),
        DataColumn("starts_on", "The first day on which the target holds, where one is set"),
        DataColumn("ends_on", "The last day on which the target holds, where one is set"),
        DataColumn("baseline_value", "Where things stood when the target was set"),
        DataColumn("baseline_period", "When that was"),
        DataColumn("scope", "national or local"),
        DataColumn("set_by", "Who set the target"),
        DataColumn("printed", "The target as its source prints it"),
        DataColumn("source", "The document that has it"),
        DataColumn("note", "What else is to be known"),
    ]

    private static let strategyColumns = [
        DataColumn("strategy", "The strategy’s title"),
        DataColumn("state", "draft, current or archived"),
        DataColumn("starts", "The year in which it starts"),
        DataColumn("ends", "The year in which it ends"),
        DataColumn("code", "The objective’s code; empty for a strategy without objectives"),
        DataColumn("parent_code", "The code of the objective that it belongs to"),
        DataColumn("level", "What the strategy calls it, such as Ambition or Priority"),
        DataColumn("number", "Its number, as printed"),
        DataColumn("objective", "Its title, as printed"),
        DataColumn("short_title", "Its title in our own words"),
        DataColumn("boards", "The boards that oversee it, or else the strategy"),
        DataColumn("measure_codes", "The codes of its measures"),
    ]
}

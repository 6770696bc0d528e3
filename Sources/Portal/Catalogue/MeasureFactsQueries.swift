import SQLite
import Scorecard

/// What every list of measures needs to know of one.
///
/// A class because a page hands it on many times, and copies would count references to each text.
final class MeasureFacts: Equatable {
    let id: Int64
    let code: String
    let slug: String
    let title: String
    let kind: MeasureKind
    let valueKind: ValueKind
    let unit: String
    let decimals: Int
    let polarity: Polarity
    let status: MeasureStatus
    let timeBasis: TimeBasis
    let frequency: Frequency
    /// Whether somebody is named who answers for its figures.
    let hasOwner: Bool

    /// The columns of `measure` that `init(row:)` reads.
    static let columns: SQL = """
        measure.id, measure.code, measure.slug, measure.title, measure.kind, measure.value_kind,
        measure.unit, measure.decimals, measure.polarity, measure.status, measure.time_basis,
        measure.frequency, measure.owner_role IS NOT NULL AS has_owner
        """

    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        code = try row("code")
        slug = try row("slug")
        title = try row("title")
        kind = try row("kind")
        valueKind = try row("value_kind")
        unit = try row("unit")
        decimals = try row("decimals")
        polarity = try row("polarity")
        status = try row("status")
        timeBasis = try row("time_basis")
        frequency = try row("frequency")
        hasOwner = try row("has_owner")
    }

    /// What the judgement asks of a measure whose figures come so often.
    func terms(_ frequency: Frequency) -> MeasureTerms {
        MeasureTerms(status: status, polarity: polarity, kind: kind, frequency: frequency)
    }

    /// How the measure's figures are written: a rate per hundred is written as a percentage.
    var format: FigureFormat {
        FigureFormat(kind: unit == "%" ? .percentage : valueKind, decimals: decimals)
    }
}

extension MeasureFacts {
    /// Those that are kept are most often the very same, and need not be compared text by text.
    static func == (one: MeasureFacts, other: MeasureFacts) -> Bool {
        one === other
            || one.id == other.id && one.code == other.code && one.slug == other.slug
                && one.title == other.title && one.kind == other.kind
                && one.valueKind == other.valueKind && one.unit == other.unit
                && one.decimals == other.decimals && one.polarity == other.polarity
                && one.status == other.status && one.timeBasis == other.timeBasis
                && one.frequency == other.frequency && one.hasOwner == other.hasOwner
    }
}

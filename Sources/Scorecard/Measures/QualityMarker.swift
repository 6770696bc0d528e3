/// What a publisher prints beside a figure, or in place of one.
///
/// The raw value is the publisher's own letter, as in the figures' files. A
/// missing figure always has one of these, and is never 0 or an empty cell.
public enum QualityMarker: String, CaseIterable, Sendable {
    /// Withheld, so that no child can be recognised.
    case confidential = "c"
    /// Not available.
    case notAvailable = "x"
    /// Not applicable.
    case notApplicable = "z"
    /// Of low reliability.
    case lowReliability = "u"
    /// Rounds to zero, though it is not zero.
    case roundsToZero = "low"
    /// Rounds to zero, in the older lettering of education statistics.
    case roundsToZeroOlder = "k"
    /// Provisional.
    case provisional = "p"
    /// Revised.
    case revised = "r"
    /// Estimated.
    case estimated = "e"
    /// The first after a break in the series.
    case seriesBreak = "b"
}

extension QualityMarker {
    /// What stands small in a table, in square brackets: `[c]`.
    public var shorthand: String {
        switch self {
        case .roundsToZeroOlder: "[low]"
        case .confidential, .notAvailable, .notApplicable, .lowReliability, .roundsToZero,
            .provisional, .revised, .estimated, .seriesBreak:
            "[\(rawValue)]"
        }
    }

    /// What explains the shorthand, and is read aloud.
    public var words: String {
        switch self {
        case .confidential: "confidential"
        case .notAvailable: "not available"
        case .notApplicable: "not applicable"
        case .lowReliability: "low reliability"
        case .roundsToZero, .roundsToZeroOlder: "rounds to zero"
        case .provisional: "provisional"
        case .revised: "revised"
        case .estimated: "estimated"
        case .seriesBreak: "break in series"
        }
    }
}

extension QualityMarker {
    /// The marker of a figure worked out from two others, such as a gap: the weaker of theirs.
    ///
    /// From the weakest: confidential, not applicable, not available, low
    /// reliability, rounds to zero, provisional, estimated, revised, break in
    /// series. Figures that cannot be had come first, and among them the one
    /// that must not be shown; then those that are the less sure. The order is
    /// the portal's own: publishers' guidance has the letters and no order.
    public static func weaker(_ one: QualityMarker?, _ other: QualityMarker?) -> QualityMarker? {
        guard let one, let other else { return one ?? other }
        return one.strength <= other.strength ? one : other
    }

    private var strength: Int {
        switch self {
        case .confidential: 0
        case .notApplicable: 1
        case .notAvailable: 2
        case .lowReliability: 3
        case .roundsToZero: 4
        case .roundsToZeroOlder: 5
        case .provisional: 6
        case .estimated: 7
        case .revised: 8
        case .seriesBreak: 9
        }
    }
}

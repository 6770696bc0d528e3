/// What a measure counts, from one period on until the next version.
///
/// A measure keeps its code when its definition changes, and the change starts a
/// new segment of its series. The UK Statistics Authority's Code of Practice for
/// Statistics (2018) asks that discontinuities be explained to readers.
public struct DefinitionVersion: Hashable, Sendable {
    /// The first period counted so.
    public let first: Period
    /// What is counted, in words for readers.
    public let definition: String
    /// What differs from the version before, in words for readers; `nil` for the first version.
    public let change: String?

    /// Creates a version.
    public init(first: Period, definition: String, change: String? = nil) {
        self.first = first
        self.definition = definition
        self.change = change
    }

    /// The break that the version makes; the first of a measure makes none.
    public var seriesBreak: SeriesBreak? {
        change.map { SeriesBreak(first: first, reason: $0) }
    }
}

/// What a published series is to the measure that it serves.
enum LineRole: String, CaseIterable {
    /// The figures that the measure is judged by.
    case headline
    /// A part of what the measure counts, such as one group of children.
    case part
    /// Something near it that is not the measure.
    case related
}

/// How well a published series fits the measure.
enum LineMatch: String, CaseIterable {
    case exact
    case close
    case related
}

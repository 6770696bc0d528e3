/// In what order the boxes of the grid follow each other.
enum GridOrder: String, CaseIterable {
    /// Row by row, as they are seen.
    case rows
    /// Down one column after another.
    case columns
}

/// What was just done with a grid, as its address says it.
enum GridDone: String {
    /// It is kept.
    case draft
    /// It is kept and looked through.
    case check
    /// It was looked through, and there was nothing new to keep.
    case same
}

/// What an officer says of a figure: how settled it is, or that there is none to report.
public enum EntryFlag: String, CaseIterable, Sendable {
    /// It is not expected to change.
    case final
    /// It will be replaced.
    case provisional
    /// It was worked out in place of a count.
    case estimated
    /// There is no figure.
    case nothing

    /// What is chosen, in words.
    public var words: String {
        switch self {
        case .final: "Final"
        case .provisional: "Provisional"
        case .estimated: "Estimated"
        case .nothing: "Nothing to report"
        }
    }

    /// How settled the figure is; `nil` where there is none.
    public var status: FigureStatus? {
        switch self {
        case .final: .final
        case .provisional: .provisional
        case .estimated: .estimated
        case .nothing: nil
        }
    }
}

/// Something about a figure that whoever approves it should look at.
struct ApprovalFlag: Equatable {
    enum Kind: CaseIterable {
        case unready
        case revision
        case sharedNumber
        case signal
        case statusChange
        case doubt
        case offTarget
        case suppressed
        case toldInWords
        case nothing

        /// The words of its tag.
        var words: String {
            switch self {
            case .unready: "Cannot be published"
            case .revision: "Revision"
            case .sharedNumber: "Shared number"
            case .signal: "Unusual variation"
            case .statusChange: "Status changes"
            case .doubt: "Doubt answered"
            case .offTarget: "Off target"
            case .suppressed: "Small number"
            case .toldInWords: "Number in the words"
            case .nothing: "Nothing to report"
            }
        }
    }

    let kind: Kind
    /// Why, in a sentence or two.
    let words: String
}

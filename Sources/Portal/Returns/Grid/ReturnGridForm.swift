import HTTPServer
import Scorecard

/// What is asked for with the grid besides what is typed into its boxes.
struct ReturnGridForm {
    /// What is to be done with what was typed.
    enum Act: String {
        /// Keep it, and tell of what cannot be read.
        case draft
        /// Keep it, and tell of all that is missing, too.
        case check
        /// Keep it, and go on to submit it if all is ready.
        case submit
        /// Lay a block of cells into the boxes, and keep nothing yet.
        case paste
    }

    let act: Act
    let order: GridOrder
    let pasted: String

    init(_ sent: Query) {
        act = sent["do"].flatMap(Act.init) ?? .check
        order = sent["order"].flatMap(GridOrder.init) ?? .rows
        pasted = String((sent["pasted"] ?? "").prefix(Self.longest))
    }

    /// The most characters of a block that are read.
    private static let longest = 200_000
}

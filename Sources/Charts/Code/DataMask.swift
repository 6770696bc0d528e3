/// A pattern by which data modules are inverted, so that they look like no pattern of their own.
///
/// Each is called by its reference in the format information.
enum DataMask: Int, CaseIterable {
    case pattern000
    case pattern001
    case pattern010
    case pattern011
    case pattern100
    case pattern101
    case pattern110
    case pattern111

    /// Whether the mask turns a dark module light at a place, and a light one dark.
    func inverts(_ place: ModuleGrid.Place) -> Bool {
        let row = place.row
        let column = place.column
        let product = row * column
        return switch self {
        case .pattern000: (row + column) % 2 == 0
        case .pattern001: row % 2 == 0
        case .pattern010: column % 3 == 0
        case .pattern011: (row + column) % 3 == 0
        case .pattern100: (row / 2 + column / 3) % 2 == 0
        case .pattern101: product % 2 + product % 3 == 0
        case .pattern110: (product % 2 + product % 3) % 2 == 0
        case .pattern111: ((row + column) % 2 + product % 3) % 2 == 0
        }
    }
}

/// A square of modules, each dark or light.
struct ModuleGrid: Equatable, Sendable {
    /// Where a module is, counted from the upper left corner.
    struct Place: Equatable {
        let row: Int
        let column: Int
    }

    /// Modules along each side.
    let side: Int
    private var dark: [Bool]

    /// A square of light modules.
    init(side: Int) {
        self.side = side
        dark = Array(repeating: false, count: side * side)
    }

    /// Whether the module at a place, which must be within the square, is dark.
    subscript(place: Place) -> Bool {
        get { dark[place.row * side + place.column] }
        set { dark[place.row * side + place.column] = newValue }
    }

    subscript(row: Int, column: Int) -> Bool { self[Place(row: row, column: column)] }

    func row(_ index: Int) -> [Bool] { (0..<side).map { self[index, $0] } }

    func column(_ index: Int) -> [Bool] { (0..<side).map { self[$0, index] } }

    /// The columns of dark modules side by side, from left to right.
    func darkRuns(inRow row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for column in 0..<side where self[row, column] {
            if let last = runs.last, last.upperBound == column {
                runs[runs.count - 1] = last.lowerBound..<column + 1
            } else {
                runs.append(column..<column + 1)
            }
        }
        return runs
    }
}

/// What a reader finds and measures a symbol by, the same in all symbols of a version.
struct FunctionPatterns {
    /// The patterns; all else is light.
    private(set) var modules: ModuleGrid
    /// Where no data may go: the patterns, and the room for format and version information.
    private var taken: ModuleGrid

    init(_ version: QRVersion) {
        modules = ModuleGrid(side: version.side)
        taken = modules
        addTimingPatterns()
        addFinderPatterns()
        addAlignmentPatterns(at: version.alignmentCentres)
        // One module beside the format information is always dark.
        set(version.side - 8, 8, dark: true)
        for place in SymbolInformation.formatPlaces(side: version.side).joined() {
            set(place.row, place.column, dark: false)
        }
        addVersionInformation(version)
    }

    /// The places for data, in the order in which it fills them.
    ///
    /// Two columns at a time from the right, upwards and downwards in turn, around what is taken.
    var encodingRegion: [ModuleGrid.Place] {
        let side = modules.side
        // The column of the timing pattern is passed over as if it were not there.
        let pairs = stride(from: side - 1, to: 6, by: -2).map { $0 } + [5, 3, 1]
        var places: [ModuleGrid.Place] = []
        for (turn, right) in pairs.enumerated() {
            for step in 0..<side {
                let row = turn.isMultiple(of: 2) ? side - 1 - step : step
                for column in [right, right - 1] where !taken[row, column] {
                    places.append(ModuleGrid.Place(row: row, column: column))
                }
            }
        }
        return places
    }

    private mutating func set(_ row: Int, _ column: Int, dark: Bool) {
        let place = ModuleGrid.Place(row: row, column: column)
        modules[place] = dark
        taken[place] = true
    }

    private mutating func addTimingPatterns() {
        for index in 0..<modules.side {
            set(6, index, dark: index.isMultiple(of: 2))
            set(index, 6, dark: index.isMultiple(of: 2))
        }
    }

    private mutating func addFinderPatterns() {
        let last = modules.side - 4
        // The outermost ring is the separator.
        for (row, column) in [(3, 3), (3, last), (last, 3)] {
            addRings(around: row, column, radius: 4, light: [2, 4])
        }
    }

    private mutating func addAlignmentPatterns(at centres: [Int]) {
        guard let last = centres.last else { return }
        for row in centres {
            for column in centres {
                // Three corners have their finder patterns.
                if row == 6, column == 6 || column == last { continue }
                if row == last, column == 6 { continue }
                addRings(around: row, column, radius: 2, light: [1])
            }
        }
    }

    /// Adds square rings, dark but for some, as far as they lie within the symbol.
    private mutating func addRings(around row: Int, _ column: Int, radius: Int, light: [Int]) {
        for down in -radius...radius where (0..<modules.side).contains(row + down) {
            for across in -radius...radius where (0..<modules.side).contains(column + across) {
                let ring = max(abs(down), abs(across))
                set(row + down, column + across, dark: !light.contains(ring))
            }
        }
    }

    private mutating func addVersionInformation(_ version: QRVersion) {
        guard let information = SymbolInformation.version(version) else { return }
        for bit in 0..<18 {
            let isDark = information >> bit & 1 == 1
            set(version.side - 11 + bit % 3, bit / 3, dark: isDark)
            set(bit / 3, version.side - 11 + bit % 3, dark: isDark)
        }
    }
}

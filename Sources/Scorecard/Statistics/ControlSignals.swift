extension ControlChart {
    /// The signal of each value of one stretch.
    static func signals(in values: [Double], _ limits: Limits) -> [Signal?] {
        let runs = members(ofRunsIn: values.map { side(of: $0, limits.mean) }, length: 7)
        let trends = trends(in: values)
        let nears = nears(in: values, limits)
        return values.indices.map { place in
            if let side = outside(values[place], limits) { return .outsideLimits(side) }
            if let side = trends[place] { return .trend(side) }
            if let side = nears[place] { return .nearLimit(side) }
            return runs[place].map(Signal.run)
        }
    }

    private static func side(of value: Double, _ mean: Double) -> Side? {
        if value > mean { return .above }
        return value < mean ? .below : nil
    }

    private static func outside(_ value: Double, _ limits: Limits) -> Side? {
        if value > limits.upper { return .above }
        return value < limits.lower ? .below : nil
    }

    /// The side of each place that lies in so many or more in a row on that side.
    private static func members(ofRunsIn sides: [Side?], length: Int) -> [Side?] {
        var found = [Side?](repeating: nil, count: sides.count)
        var start = 0
        for place in sides.indices {
            if sides[place] != sides[start] { start = place }
            guard let side = sides[place], place - start + 1 >= length else { continue }
            for member in start...place { found[member] = side }
        }
        return found
    }

    /// The way of each place that lies in seven or more values rising or falling in a row.
    private static func trends(in values: [Double]) -> [Side?] {
        let steps = zip(values.dropFirst(), values).map { side(of: $0, $1) }
        let runs = members(ofRunsIn: steps, length: 6)
        // A run of steps ends at the value after its last step.
        return values.indices.map { place in
            let before = place > 0 ? runs[place - 1] : nil
            let after = place < runs.count ? runs[place] : nil
            return before ?? after
        }
    }

    /// The side of each place near a limit that is one of two or more in three, all on that side.
    private static func nears(in values: [Double], _ limits: Limits) -> [Side?] {
        let sides = values.map { side(of: $0, limits.mean) }
        let near = values.map { isNear($0, limits) }
        var found = [Side?](repeating: nil, count: values.count)
        for last in values.indices.dropFirst(2) {
            let three = last - 2...last
            guard let side = sides[last], three.allSatisfy({ sides[$0] == side }),
                three.count(where: { near[$0] }) >= 2
            else { continue }
            for place in three where near[place] { found[place] = side }
        }
        return found
    }

    /// Whether a value lies within the limits, in the third next to one of them.
    private static func isNear(_ value: Double, _ limits: Limits) -> Bool {
        let third = (limits.upper - limits.mean) * 2 / 3
        return outside(value, limits) == nil && abs(value - limits.mean) > third
    }
}

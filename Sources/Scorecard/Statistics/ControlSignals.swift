extension ControlChart {
    /// The signal of each value of one stretch.
    static func signals(in values: [Double], _ limits: Limits) -> [Signal?] {
        let runs = members(ofRunsIn: values.map { side(of: $0, limits.mean) }, length: 7)
        let trends = trends(in: values)
        let nears = nears(in: values, limits)
        return values.indices.map { place in
            if let side = outside(values[place], limits) { return .outsideLimits(side) }
            if let side = runs[place] { return .run(side) }
            if let side = trends[place] { return .trend(side) }
            return nears[place].map(Signal.nearLimit)
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

    /// The side of each place that is one of two in three near the same limit.
    private static func nears(in values: [Double], _ limits: Limits) -> [Side?] {
        let third = (limits.upper - limits.mean) * 2 / 3
        let near: [Side?] = values.map { value in
            guard outside(value, limits) == nil else { return nil }
            if value > limits.mean + third { return .above }
            return value < limits.mean - third ? .below : nil
        }
        return near.indices.map { place in
            guard let side = near[place] else { return nil }
            let neighbours = [place - 2, place - 1, place + 1, place + 2]
            return neighbours.contains { near.indices.contains($0) && near[$0] == side }
                ? side : nil
        }
    }
}

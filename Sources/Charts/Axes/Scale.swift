/// An axis with round ticks: 5 to 8 of them, their step 1, 2, 2.5 or 5 times a power of ten.
public struct Scale: Equatable, Sendable {
    private static let wanted = 6
    private static let fewest = 4
    private static let most = 8

    /// The values at the ticks, lowest first.
    public let ticks: [Double]
    /// How many decimals the ticks need.
    public let decimals: Int

    /// The lowest tick, where the axis starts.
    public var lowest: Double { ticks[0] }
    /// The highest tick, where the axis ends.
    public var highest: Double { ticks[ticks.count - 1] }

    /// The axis that holds all of `values`, or nothing when there is none that can be drawn.
    ///
    /// - Parameters:
    ///   - values: What is to be drawn. Values that are not finite are passed over.
    ///   - fromZero: Whether zero must be on the axis.
    ///   - limits: Values the measure can take. They only keep the axis of equal values inside.
    ///   - isWhole: Whether ticks are whole numbers only. Counts that are not below zero have an
    ///     axis that is not either.
    public init?(
        covering values: some Sequence<Double>, fromZero: Bool = false,
        limits: ClosedRange<Double>? = nil, isWhole: Bool = false
    ) {
        var extent: ClosedRange<Double>? = fromZero ? 0...0 : nil
        var isEmpty = true
        for value in values where value.isDrawable {
            isEmpty = false
            let known = extent ?? value...value
            extent = min(known.lowerBound, value)...max(known.upperBound, value)
        }
        guard !isEmpty, let extent else { return nil }
        var room = Self.room(around: extent, limits: limits)
        if isWhole { room = Self.wholeRoom(around: room, of: extent) }
        let candidates = Step.around(room.upperBound - room.lowerBound)
            .filter { $0.isWhole || !isWhole }.map { $0.ticks(over: room) }
            .filter { Self.fewest...Self.most ~= $0.values.count }
        let nearest = candidates.min {
            abs($0.values.count - Self.wanted) < abs($1.values.count - Self.wanted)
        }
        guard let nearest else { return nil }
        ticks = nearest.values
        decimals = nearest.decimals
    }

    /// `extent`, or when it has no size to speak of, a little more to both sides.
    private static func room(
        around extent: ClosedRange<Double>, limits: ClosedRange<Double>?
    ) -> ClosedRange<Double> {
        let size = max(extent.lowerBound.magnitude, extent.upperBound.magnitude)
        let span = extent.upperBound - extent.lowerBound
        guard span <= max(size * 1e-9, 1e-9) else { return extent }
        let padding = size > 1e-6 ? size * 0.05 : 1
        let padded = (extent.lowerBound - padding)...(extent.upperBound + padding)
        guard let limits, limits.contains(extent.lowerBound) else { return padded }
        let kept = padded.clamped(to: limits)
        return kept.upperBound > kept.lowerBound ? kept : padded
    }

    /// `room` with enough whole numbers in it, above zero if the values are.
    private static func wholeRoom(
        around room: ClosedRange<Double>, of extent: ClosedRange<Double>
    ) -> ClosedRange<Double> {
        let floor = extent.lowerBound >= 0 ? max(room.lowerBound, 0) : room.lowerBound
        let lowest = Double(floor.integerBelow)
        return lowest...max(room.upperBound, lowest + Double(fewest - 1))
    }

    /// Where `value` stands between `start`, the place of the lowest tick, and `end`.
    func place(of value: Double, from start: Double, to end: Double) -> Double {
        start + (value - lowest) / (highest - lowest) * (end - start)
    }
}

/// A round step: 1, 2, 2.5 or 5 times a power of ten, kept as integers so that 0.3 comes out exact.
private struct Step {
    /// 10, 20, 25 or 50.
    let tenths: Int
    /// A power of ten, from which tenths are taken.
    let power: Int

    /// The steps from a tenth to about the whole of `span`, smallest first.
    static func around(_ span: Double) -> [Step] {
        var power = 0
        while span / power10(power) < 1, power > -18 { power -= 1 }
        while span / power10(power) >= 10, power < 18 { power += 1 }
        return [power - 1, power].flatMap { power in
            [10, 20, 25, 50].map { Step(tenths: $0, power: power) }
        }
    }

    private var size: Double { multiple(1) }

    /// Whether all multiples of the step are whole numbers.
    var isWhole: Bool { power > 0 || power == 0 && tenths != 25 }

    /// `count` steps, rounded once only.
    private func multiple(_ count: Int) -> Double {
        let tenths = Double(count * tenths)
        return power > 0
            ? tenths * Self.power10(power - 1) : tenths / Self.power10(1 - power)
    }

    /// The multiples of the step that enclose `room`.
    func ticks(over room: ClosedRange<Double>) -> (values: [Double], decimals: Int) {
        let first = (room.lowerBound / size).integerBelow
        let last = (room.upperBound / size).integerAbove
        // Finer steps than the caller could use are not spelt out.
        guard last - first < 40 else { return ([], 0) }
        return ((first...max(first, last)).map(multiple), max(0, (tenths == 25 ? 1 : 0) - power))
    }

    private static func power10(_ power: Int) -> Double {
        var magnitude = 1.0
        for _ in 0..<abs(power) { magnitude *= 10 }
        return power < 0 ? 1 / magnitude : magnitude
    }
}

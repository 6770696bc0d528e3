// The four rules of NHS England's "Making Data Count", found in passes over the points of one
// stretch. Each pass overwrites those before it, so that the first rule that holds is the one
// that stays.
extension ControlChart {
    /// Marks the signals of the points of one stretch, whose limits are known.
    static func mark(_ points: inout [Point], in stretch: Range<Int>) {
        markRuns(&points, in: stretch)
        markNears(&points, in: stretch)
        markTrends(&points, in: stretch)
        for place in stretch {
            guard let side = points[place].outside else { continue }
            points[place].signal = .outsideLimits(side)
        }
    }

    /// The points of a row on one side of the mean that make a signal.
    static let longRun = 7
    /// The rises or falls in a row that make a signal, which are those of seven points.
    static let longTrend = 6

    /// Marks seven or more in a row on one side of the mean.
    private static func markRuns(_ points: inout [Point], in stretch: Range<Int>) {
        var (side, length) = (Side?.none, 0)
        for place in stretch {
            let next = points[place].side
            length = next == side ? length + 1 : 1
            side = next
            guard let side, length >= longRun else { continue }
            for member in place - longRun + 1...place { points[member].signal = .run(side) }
        }
    }

    /// Marks seven or more that rise, or fall, each time.
    private static func markTrends(_ points: inout [Point], in stretch: Range<Int>) {
        var (side, length) = (Side?.none, 0)
        for place in stretch.dropFirst() {
            let next = Side(from: points[place - 1].value, to: points[place].value)
            length = next == side ? length + 1 : 1
            side = next
            guard let side, length >= longTrend else { continue }
            for member in place - longTrend...place { points[member].markTrend(side) }
        }
    }

    /// Marks two or more in three near one limit, where all three lie on that side of the mean.
    private static func markNears(_ points: inout [Point], in stretch: Range<Int>) {
        for last in stretch.dropFirst(2) {
            guard let side = points[last].side, points[last - 1].side == side,
                points[last - 2].side == side
            else { continue }
            let three = last - 2...last
            guard three.count(where: { points[$0].isNearLimit }) >= 2 else { continue }
            for place in three where points[place].isNearLimit {
                points[place].signal = .nearLimit(side)
            }
        }
    }
}

extension ControlChart.Side {
    /// The way from one value to the next; `nil` if they are equal.
    init?(from earlier: Double, to later: Double) {
        if later > earlier {
            self = .above
        } else if later < earlier {
            self = .below
        } else {
            return nil
        }
    }
}

extension ControlChart.Point {
    /// The side of the mean it lies on; `nil` on the mean.
    var side: ControlChart.Side? { ControlChart.Side(from: limits.mean, to: value) }

    /// The limit it lies beyond; `nil` within the limits, ends included.
    var outside: ControlChart.Side? {
        if value > limits.upper { return .above }
        return value < limits.lower ? .below : nil
    }

    /// Whether it lies within the limits, in the third next to one of them.
    var isNearLimit: Bool {
        let third = (limits.upper - limits.mean) * 2 / 3
        return outside == nil && abs(value - limits.mean) > third
    }

    /// Marks a trend; the turning point of two belongs to the earlier.
    fileprivate mutating func markTrend(_ side: ControlChart.Side) {
        if case .trend = signal { return }
        signal = .trend(side)
    }
}

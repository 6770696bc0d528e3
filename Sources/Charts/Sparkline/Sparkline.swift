/// The shape of a series in the width of a table cell, 120 by 28.
///
/// It is hidden from assistive technology: the page says in a sentence what it shows.
public struct Sparkline: SVGDrawing, Equatable {
    /// A figure or a gap at a moment.
    public struct Point: Equatable, Sendable {
        /// The moment, in any unit that is even in time: the number of the quarter, say.
        public let position: Double
        /// The figure, or nothing where there is none to show.
        public let value: Double?

        /// A figure at a moment; without a value, a gap that breaks the line.
        public init(at position: Double, _ value: Double?) {
            self.position = position
            self.value = value
        }
    }

    /// The points, earliest first.
    ///
    /// A gap may stand between two periods, to mark a series break.
    public let points: [Point]
    /// The target, when it applies to these periods.
    public let target: Double?

    /// A sparkline through `points`, earliest first, with a dotted line at `target`.
    public init(_ points: [Point], target: Double? = nil) {
        self.points = points
        self.target = target
    }

    /// Writes the drawing; nothing when no point has a figure.
    public func append(to page: inout [UInt8]) {
        guard let frame = SparklineFrame(points, target: target) else { return }
        page.markup(
            #"<svg class="spark" viewBox="0 0 120 28" aria-hidden="true" focusable="false">"#)
        if let target, target.isDrawable {
            let y = frame.y(of: target)
            page.markup(#"<line class="spark-target" x1="0" y1=""#)
            page.number(y)
            page.markup(#"" x2="120" y2=""#)
            page.number(y)
            page.markup(#""/>"#)
        }
        appendLine(to: &page, in: frame)
        page.markup(#"<circle class="spark-end" cx=""#)
        page.number(frame.x(of: frame.end.position))
        page.markup(#"" cy=""#)
        page.number(frame.y(of: frame.end.value))
        page.markup(#"" r="3"/></svg>"#)
    }

    private func appendLine(to page: inout [UInt8], in frame: SparklineFrame) {
        var first = 0
        while first < points.count {
            guard points[first].drawableValue != nil else {
                first += 1
                continue
            }
            page.markup(#"<polyline class="spark-line" points=""#)
            first = appendRun(from: first, to: &page, in: frame)
            page.markup(#""/>"#)
        }
    }

    /// Writes the points from `first` up to the next gap, and gives where that is.
    ///
    /// Room is made once for all that there can be: asking for it anew at every digit would cost
    /// more than the digits.
    private func appendRun(
        from first: Int, to page: inout [UInt8], in frame: SparklineFrame
    ) -> Int {
        var next = first
        let room = (points.count - first + 1) * 2 * (Double.longestNumber + 1)
        page.append(addingCapacity: room) { page in
            var last = Place(x: 0, y: 0)
            while next < points.count, let value = points[next].drawableValue {
                if next > first { page.append(UInt8(ascii: " ")) }
                last = Place(x: frame.x(of: points[next].position), y: frame.y(of: value))
                page.point(last.x, last.y)
                next += 1
            }
            // One alone is written twice, so that its round cap shows.
            if next == first + 1 {
                page.append(UInt8(ascii: " "))
                page.point(last.x, last.y)
            }
        }
        return next
    }
}

extension Sparkline.Point {
    /// The figure, when both it and its moment can be placed.
    fileprivate var drawableValue: Double? {
        guard let value, value.isDrawable, position.isDrawable else { return nil }
        return value
    }
}

/// What a sparkline's corners stand for.
private struct SparklineFrame {
    private static let left = 3.0
    private static let right = 115.0
    private static let top = 4.0
    private static let bottom = 24.0

    /// The last figure there is, where the dot goes.
    private(set) var end: (position: Double, value: Double)
    private var lowest = Double.infinity
    private var highest = -Double.infinity
    private var earliest = Double.infinity
    private var latest = -Double.infinity

    /// The frame that holds all points and the target, or nothing when there is no figure.
    init?(_ points: [Sparkline.Point], target: Double?) {
        end = (.nan, .nan)
        for point in points where point.position.isDrawable {
            earliest = min(earliest, point.position)
            latest = max(latest, point.position)
            guard let value = point.drawableValue else { continue }
            widen(to: value)
            end = (point.position, value)
        }
        guard !end.value.isNaN else { return nil }
        if let target, target.isDrawable { widen(to: target) }
    }

    private mutating func widen(to value: Double) {
        lowest = min(lowest, value)
        highest = max(highest, value)
    }

    func x(of position: Double) -> Double {
        guard latest > earliest else { return Self.right }
        return Self.left + (position - earliest) / (latest - earliest) * (Self.right - Self.left)
    }

    /// The height of a value; values that are all equal run along the middle.
    func y(of value: Double) -> Double {
        guard highest > lowest else { return (Self.top + Self.bottom) / 2 }
        return Self.bottom - (value - lowest) / (highest - lowest) * (Self.bottom - Self.top)
    }
}

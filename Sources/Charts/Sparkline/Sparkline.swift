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
            page.markup(#"<line class="spark-target" x1="0""#)
            page.attribute("y1", y)
            page.markup(#" x2="120""#)
            page.attribute("y2", y)
            page.markup("/>")
        }
        appendLine(to: &page, in: frame)
        page.markup(#"<circle class="spark-end""#)
        page.attribute("cx", frame.x(of: frame.end.position))
        page.attribute("cy", frame.y(of: frame.end.value))
        page.markup(#" r="3"/></svg>"#)
    }

    private func appendLine(to page: inout [UInt8], in frame: SparklineFrame) {
        var length = 0
        var last = Place(x: 0, y: 0)
        for point in points {
            guard let value = point.drawableValue else {
                finish(length, at: last, in: &page)
                length = 0
                continue
            }
            page.markup(length == 0 ? #"<polyline class="spark-line" points=""# : " ")
            last = Place(x: frame.x(of: point.position), y: frame.y(of: value))
            page.point(last.x, last.y)
            length += 1
        }
        finish(length, at: last, in: &page)
    }

    /// Ends a run of `length` points; one alone is written twice, so that its round cap shows.
    private func finish(_ length: Int, at last: Place, in page: inout [UInt8]) {
        guard length > 0 else { return }
        if length == 1 {
            page.markup(" ")
            page.point(last.x, last.y)
        }
        page.markup(#""/>"#)
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
    let end: (position: Double, value: Double)
    private var lowest: Double
    private var highest: Double
    private var earliest: Double
    private var latest: Double

    /// The frame that holds all points and the target, or nothing when there is no figure.
    init?(_ points: [Sparkline.Point], target: Double?) {
        guard let end = points.last(where: { $0.drawableValue != nil }), let value = end.value
        else { return nil }
        self.end = (end.position, value)
        lowest = value
        highest = value
        earliest = end.position
        latest = end.position
        for point in points where point.position.isDrawable {
            earliest = min(earliest, point.position)
            latest = max(latest, point.position)
            if let value = point.drawableValue { widen(to: value) }
        }
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

/// Where the partnership stands among all councils, in the width of a table cell, 280 by 22.
///
/// The middle is the comparator and the right is better, whichever way the measure runs. Each side
/// has a scale of its own: its end is the hundredth part of councils that is best, or worst. It is
/// hidden from assistive technology: the words stand in the row.
public struct Spine: SVGDrawing, Equatable {
    /// How the partnership compares with the middle.
    public enum Kind: Equatable, Sendable, CaseIterable {
        /// Better: a blue square.
        case better
        /// Similar, or too close to tell: a grey circle.
        case similar
        /// Worse: an orange triangle.
        case worse
    }

    /// How far all councils reach, as percentiles of their figures.
    public struct Councils: Equatable, Sendable {
        /// The 1st percentile.
        public let lowest: Double
        /// The 25th percentile.
        public let lowerQuarter: Double
        /// The 75th percentile.
        public let upperQuarter: Double
        /// The 99th percentile.
        public let highest: Double

        /// Councils with these percentiles; those out of order are put in order.
        ///
        /// - Parameters:
        ///   - lowest: The 1st percentile.
        ///   - lowerQuarter: The 25th percentile.
        ///   - upperQuarter: The 75th percentile.
        ///   - highest: The 99th percentile.
        public init(
            lowest: Double, lowerQuarter: Double, upperQuarter: Double, highest: Double
        ) {
            let ordered = [lowest, lowerQuarter, upperQuarter, highest].sorted()
            self.lowest = ordered[0]
            self.lowerQuarter = ordered[1]
            self.upperQuarter = ordered[2]
            self.highest = ordered[3]
        }

        fileprivate var areDrawable: Bool {
            [lowest, lowerQuarter, upperQuarter, highest].allSatisfy(\.isDrawable)
        }
    }

    /// The partnership's figure, or nothing when it is not shown.
    public let value: Double?
    /// How it compares.
    public let kind: Kind
    /// The comparator's figure.
    public let centre: Double
    /// All councils.
    public let councils: Councils
    /// Whether a higher figure is better.
    public let highIsGood: Bool

    /// A spine on which `value` stands among `councils`.
    ///
    /// - Parameters:
    ///   - value: The partnership's figure, or nothing when it is not shown.
    ///   - kind: How it compares.
    ///   - centre: The comparator's figure.
    ///   - councils: All councils.
    ///   - highIsGood: Whether a higher figure is better.
    public init(
        _ value: Double?, _ kind: Kind, centre: Double, councils: Councils, highIsGood: Bool
    ) {
        self.value = value
        self.kind = kind
        self.centre = centre
        self.councils = councils
        self.highIsGood = highIsGood
    }

    /// Writes the drawing; nothing when the middle or the councils are no numbers.
    public func append(to page: inout [UInt8]) {
        guard centre.isDrawable, councils.areDrawable else { return }
        page.markup(
            #"<svg class="spine" viewBox="0 0 280 22" aria-hidden="true" focusable="false">"#)
        appendBand("g-band", from: councils.lowest, to: councils.highest, in: &page)
        appendBand("g-band-2", from: councils.lowerQuarter, to: councils.upperQuarter, in: &page)
        page.line(
            "spine-mid", from: Place(x: Self.middle, y: 0), to: Place(x: Self.middle, y: 22))
        if let value, value.isDrawable {
            kind.append(to: &page, at: Place(x: x(of: value), y: 11))
        }
        page.markup("</svg>")
    }
}

extension Spine {
    private static let middle = 140.0
    private static let reach = 128.0

    private func appendBand(
        _ look: String, from first: Double, to last: Double, in page: inout [UInt8]
    ) {
        let ends = [x(of: first), x(of: last)]
        page.rectangle(
            look, at: Place(x: min(ends[0], ends[1]), y: 4), width: abs(ends[1] - ends[0]),
            height: 14)
    }

    /// Where a value stands: at the end when it is beyond the councils of its side.
    private func x(of value: Double) -> Double {
        let difference = value - centre
        guard difference != 0 else { return Self.middle }
        let room = difference > 0 ? councils.highest - centre : centre - councils.lowest
        // Where no council is on that side, there is no scale, and any value is beyond all.
        let share = room > 0 ? min(abs(difference) / room, 1) : 1
        let isRight = (difference > 0) == highIsGood
        return Self.middle + (isRight ? share : -share) * Self.reach
    }
}

extension Spine.Kind {
    fileprivate func append(to page: inout [UInt8], at place: Place) {
        switch self {
        case .better: page.square("p-better", at: place, radius: 5.5)
        case .similar: page.circle("p-common", at: place, radius: 5.5)
        case .worse: page.triangle("p-worse", at: place, radius: 6.5)
        }
    }
}

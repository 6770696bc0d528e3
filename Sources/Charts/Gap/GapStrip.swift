/// How far two groups lie apart, in the width of a table cell, 160 by 22.
///
/// The filled circle is the group that is expected to fare worse, the hollow diamond the other; the
/// diamond is larger, so that both show when they are equal. It is hidden from assistive
/// technology: the figures and the words stand in the row.
public struct GapStrip: SVGDrawing, Equatable {
    /// The figure of the group that is expected to fare worse.
    public let lessAdvantaged: Double
    /// The figure of the group it is compared with.
    public let moreAdvantaged: Double
    /// What the strip reaches from and to.
    public let range: ClosedRange<Double>

    /// A strip from the lower end of `range` to its upper end; figures beyond stand at the end.
    ///
    /// - Parameters:
    ///   - lessAdvantaged: The figure of the group that is expected to fare worse.
    ///   - moreAdvantaged: The figure of the group it is compared with.
    ///   - range: What the strip reaches from and to.
    public init(lessAdvantaged: Double, moreAdvantaged: Double, range: ClosedRange<Double>) {
        self.lessAdvantaged = lessAdvantaged
        self.moreAdvantaged = moreAdvantaged
        self.range = range
    }

    /// Writes the drawing; nothing for figures that cannot be drawn, or a range without a size.
    public func append(to page: inout [UInt8]) {
        let numbers = [lessAdvantaged, moreAdvantaged, range.lowerBound, range.upperBound]
        guard numbers.allSatisfy(\.isDrawable), range.upperBound > range.lowerBound else { return }
        page.markup(
            #"<svg class="gapstrip" viewBox="0 0 160 22" aria-hidden="true" focusable="false">"#)
        page.line("g-axis", from: Place(x: Self.start, y: 11), to: Place(x: Self.end, y: 11))
        for x in [Self.start, Self.end] {
            page.line("g-axis", from: Place(x: x, y: 7), to: Place(x: x, y: 15))
        }
        let less = Place(x: x(of: lessAdvantaged), y: 11)
        let more = Place(x: x(of: moreAdvantaged), y: 11)
        page.line("g-link", from: less, to: more)
        page.diamond("g-comp-dot", at: more, radius: 6.5)
        page.circle("g-local-dot", at: less, radius: 5)
        page.markup("</svg>")
    }

    private static let start = 8.0
    private static let end = 152.0

    private func x(of value: Double) -> Double {
        let size = range.upperBound - range.lowerBound
        let share = min(max((value - range.lowerBound) / size, 0), 1)
        return Self.start + share * (Self.end - Self.start)
    }
}
